import { createRequestHandler, type EntryContext, type ServerBuild } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import type { Locale } from '#app/domain/locale.ts'
import { albanianNames } from '#app/i18n/albanian-names.ts'
import { catalogues } from '#app/i18n/catalogues.ts'
import { I18nProvider } from '#app/i18n/react.tsx'
import { keepTexts } from '#app/i18n/texts.ts'

interface Scene {
  locale?: Locale
  path?: string
  theme?: 'light' | 'dark'
}

/** The markup that the server would send for one part, standing inside a page of the real router. */
export async function render(
  element: ReactNode,
  { locale = 'en', path = '/jobs', theme }: Scene = {},
): Promise<string> {
  keepTexts(`${locale}/all`, { ...catalogues[locale], names: albanianNames })
  const page = () => (
    <I18nProvider locale={locale} texts={`${locale}/all`}>
      {element}
    </I18nProvider>
  )
  const build = {
    entry: {
      module: {
        default: (request: Request, status: number, headers: Headers, context: EntryContext) =>
          new Response(renderToString(<RemixServer context={context} url={request.url} />), {
            status,
            headers,
          }),
      },
    },
    routes: {
      root: {
        id: 'root',
        path: '*',
        module: { default: page, loader: () => ({ organisation: { name: 'Lumo Hosting' }, theme }) },
      },
    },
    assets: {
      version: 'test',
      url: '',
      entry: { module: '', imports: [] },
      routes: {
        root: {
          id: 'root',
          path: '*',
          module: '',
          hasLoader: true,
          hasAction: false,
          hasErrorBoundary: false,
        },
      },
    },
    publicPath: '/',
    assetsBuildDirectory: '',
    future: { v3_singleFetch: true, v3_relativeSplatPath: true },
    isSpaMode: false,
  } as unknown as ServerBuild
  const response = await createRequestHandler(build, 'test')(new Request(`http://localhost${path}`))
  return response.text()
}

/** Elements of one name with their attributes, in document order. */
export function elements(markup: string, name: string): Record<string, string>[] {
  return [...markup.matchAll(new RegExp(`<${name}(?=[\\s>/])((?:\\s+[^\\s=>/]+(?:="[^"]*")?)*)`, 'g'))].map(
    ([, attributes = '']) =>
      Object.fromEntries(
        [...attributes.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [key, value]),
      ),
  )
}
