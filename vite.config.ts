import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { entryPagePlugin } from './src/entry/entry-page-plugin.ts'

const entry = resolve(import.meta.dirname, 'src/entry')
// The app's other pages are made from index.html, so that all its code for the first paint is one file.
const pages = ['index.html']
const signInPages = ['sign-in.html', 'sign-in-relay.html']

// Two builds of one product: "production" signs in with MSAL and loads Office.js from Microsoft; "local-tenant" signs in
// as a person of the local tenant. What differs is one module (#outside) and one script tag (entry-page-plugin).
export default defineConfig(({ mode }) => ({
  root: entry,
  base: mode === 'local-tenant' ? '/app/' : '/',
  plugins: [react(), entryPagePlugin(mode)],
  resolve: {
    alias: { '#outside': resolve(entry, mode === 'local-tenant' ? 'outside-local.ts' : 'outside-production.ts') },
  },
  worker: { format: 'es' },
  build: {
    outDir: resolve(import.meta.dirname, mode === 'local-tenant' ? 'dist/local' : 'dist/app'),
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    // The reader of PDFs is one large file, fetched when the first PDF is opened.
    chunkSizeWarningLimit: 1500,
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: [...(mode === 'local-tenant' ? pages : [...pages, ...signInPages]), 'offline-worker.ts'].map((page) =>
        resolve(entry, page),
      ),
      // A service worker must always be found at one place, beside the pages it serves.
      output: {
        entryFileNames: ({ name }) => (name === 'offline-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
}))
