import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import { denyImports } from 'vite-env-only'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

export default defineConfig({
  plugins: [
    // A slip fails the build by name: the database, the server's edges and the full catalogues never reach a browser.
    denyImports({ client: { files: ['db/**', 'app/server/**', 'app/i18n/catalogues.ts'] } }),
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
  build: { target: 'es2022', assetsInlineLimit: 0, sourcemap: false },
})
