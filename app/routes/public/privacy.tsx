import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { noticeVersion } from '#app/domain/notice.ts'
import { openTo } from '#app/server/guard.ts'
import { PublicPage } from '#app/ui/PublicPage.tsx'
import { publicHead } from '#app/ui/public-head.ts'
import sheet from '#app/ui/vacancy.css?url'
import { organisation } from '#db/organisation.ts'

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
  const { db, locale, t, formats, appUrl } = openTo(args, 'everybody')
  const { name, contactEmail } = await organisation(db)
  const values = { organisation: name, email: contactEmail }
  const title = t('notice.title')
  const lede = t('notice.lede', values)
  return {
    head: { title, description: lede, path: '/privacy', locale, appUrl, organisation: name },
    title,
    lede,
    version: t('notice.version', { date: formats.date(noticeVersion) }),
    sections: parts.map((part) => ({
      part,
      title: t(`notice.${part}.title`),
      blocks: blocks(t(`notice.${part}.text`, values)),
    })),
  }
}

export default function Privacy() {
  const { title, lede, version, sections } = useLoaderData<typeof loader>()
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
          </div>
        </section>
      ))}
    </PublicPage>
  )
}
