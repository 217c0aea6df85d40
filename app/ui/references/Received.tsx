import { Form } from '@remix-run/react'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { Facts } from '../Facts.tsx'
import { Lamp } from '../Lamp.tsx'
import type { ReferenceData, ReferencePanel } from './Requests.tsx'

/** One reference in full: who speaks, what they saw, what they say in their own words, what is worth a question. */
export function Received({ reference, panel }: { reference: ReferenceData; panel: ReferencePanel }) {
  const { t, formats } = useI18n()
  const { id, name, form, flags, verified, since } = reference
  if (!form) return null
  return (
    <section className="first received" id={id}>
      <div className="split">
        <h3>{name}</h3>
        <p className="label">{t('references.panel.receivedOn', { day: formats.date(since, panel.zone) })}</p>
      </div>
      <div className="pairs">
        <Facts
          facts={[
            {
              name: t('references.panel.relation'),
              value: t(`references.relation.${form.relation}`),
              note: form.role,
            },
            {
              name: t('references.panel.together'),
              value: t('references.panel.months', { count: form.months }),
              note: t(`references.closeness.${form.closeness}`),
            },
            {
              name: t('references.panel.saw'),
              value: t(form.observed ? 'references.panel.sawYes' : 'references.panel.sawNo'),
            },
            ...(form.most && form.least
              ? [
                  { name: t('references.panel.most'), value: t(`references.triad.${form.most}`) },
                  { name: t('references.panel.least'), value: t(`references.triad.${form.least}`) },
                ]
              : []),
            { name: t('references.panel.again'), value: <b>{t(`references.again.${form.again}`)}</b> },
          ]}
        />
        {form.observed && (
          <table className="ratings">
            <caption className="vh">{name}</caption>
            <tbody>
              {panel.behaviours.map((code) => (
                <tr key={code}>
                  <th scope="row">{t(`references.behaviours.${code}`)}</th>
                  <td className="n">{form.ratings[code] ?? <Unseen />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
      {form.text !== '' && <p className="read typed">{form.text}</p>}
      {flags.length > 0 && (
        <div className="flags">
          <p>
            <Lamp>{t('references.panel.look')}</Lamp>{' '}
            <span className="label">{t('references.panel.flagsHint')}</span>
          </p>
          <ul className="bullets">
            {flags.map((flag) => (
              <li key={flag}>{t(`references.panel.flags.${flag}`)}</li>
            ))}
          </ul>
        </div>
      )}
      {verified ? (
        <p className="label">
          {t('references.panel.verified', { name: verified.by, day: formats.day(verified.at, panel.zone) })}
        </p>
      ) : (
        <Form method="post" action={`/team/applications/${panel.id}/references/${id}/verify`} className="row">
          <Button>{t('references.panel.verify')}</Button>
          <span className="label">{t('references.panel.verifyHint')}</span>
        </Form>
      )}
    </section>
  )
}

function Unseen() {
  const { t } = useI18n()
  return <span className="label">{t('references.form.notObserved')}</span>
}
