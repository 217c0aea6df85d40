import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { publicPath } from '#app/domain/locale.ts'
import { noticeVersion } from '#app/domain/notice.ts'
import { titleOf } from '#app/domain/vacancy-title.ts'
import { openTo } from '#app/server/guard.ts'
import { PublicPage } from '#app/ui/PublicPage.tsx'
import { publicHead } from '#app/ui/public-head.ts'
import { omegaWords } from '#app/ui/vacancy/words.ts'
import sheet from '#app/ui/vacancy.css?url'
import { organisation } from '#db/organisation.ts'
import { countingVacancies } from '#db/vacancies/public.ts'

export const meta = publicHead
export const links = () => [{ rel: 'stylesheet', href: sheet }]

const parts = [
  'controller',
  'what',
  'why',
  'readers',
  'machines',
  'referees',
  'retention',
  'cookies',
  'rights',
] as const

/** A blank line ends a paragraph; lines that follow one another are a list. */
const blocks = (text: string) => text.split('\n\n').map((block) => block.split('\n'))

/** The whole notice, word for word as its version says; the texts never go to a browser as a catalogue. */
export async function loader(args: LoaderFunctionArgs) {
  const context = openTo(args, 'everybody')
  const { db, locale, t, formats, appUrl, now } = context
  const { name, contactEmail } = await organisation(db)
  const values = { organisation: name, email: contactEmail }
  const counting = await countingVacancies(db, now())
  const title = t('notice.title')
  const lede = t('notice.lede', values)
  return {
    head: { title, description: lede, path: '/privacy', locale, appUrl, organisation: name },
    title,
    lede,
    version: t('notice.version', { date: formats.date(noticeVersion) }),
    counting:
      counting.length === 0
        ? null
        : {
            lede: t('notice.machines.counted'),
            vacancies: counting.map(({ slug, vacancy }) => ({
              path: publicPath(locale, `/jobs/${slug}`),
              title: titleOf(vacancy, locale).title,
              lang: titleOf(vacancy, locale).lang,
              shares: omegaWords(context, vacancy.terms.omega),
            })),
          },
    sections: parts.map((part) => ({
      part,
      title: t(`notice.${part}.title`),
      blocks: blocks(t(`notice.${part}.text`, values)),
    })),
  }
}

export default function Privacy() {
  const { title, lede, version, sections, counting } = useLoaderData<typeof loader>()
  return (
    <PublicPage wide>
      <div className="hero">
        <p className="label num">{version}</p>
        <h1>{title}</h1>
        <p className="read">{lede}</p>
      </div>
      {sections.map((section) => (
        <section key={section.part} id={section.part}>
          <h2>{section.title}</h2>
          <div className="prose">
            {section.blocks.map((lines) =>
              lines.length === 1 ? (
                <p key={lines[0]}>{lines[0]}</p>
              ) : (
                <ul key={lines[0]}>
                  {lines.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              ),
            )}
            {section.part === 'machines' && counting && (
              <>
                <p>{counting.lede}</p>
                <ul>
                  {counting.vacancies.map((one) => (
                    <li key={one.path}>
                      <Link to={one.path} lang={one.lang}>
                        {one.title}
                      </Link>
                      : {one.shares}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </div>
        </section>
      ))}
    </PublicPage>
  )
}
