import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import { denyImports } from 'vite-env-only'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

/** What every part of a running assignment loads together, in one piece: thirty small files pack badly. */
const part =
  /\/app\/ui\/(?:Timer|Parts|attempt\/(?:AnswerPage|AttemptPage|AttemptState|Editor|Looks|Notices|autosave|device|open-cases|queue|reduce|settle|sheets|signs|useAutosave|useFocusAfter|useSigns|inbox\/(?:case-device|case-line|neighbours)))\.tsx?$/

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    // A slip fails the build by name: the database, the server's edges and the full catalogues never reach a browser.
    denyImports({
      client: { files: ['db/**', 'app/server/**', 'app/i18n/catalogues.ts', 'app/i18n/albanian-names.ts'] },
    }),
    remix({
      serverModuleFormat: 'esm',
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
  ],
  // A browser that knows the colours of tokens.css (`light-dark`) knows all of es2022.
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    sourcemap: false,
    rollupOptions: isSsrBuild
      ? {}
      : {
          output: {
            onlyExplicitManualChunks: true,
            manualChunks: (file) => (part.test(file) ? 'part' : undefined),
          },
        },
  },
}))
