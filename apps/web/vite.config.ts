import { fileURLToPath } from 'node:url'

import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

import { chunkGroups, directImports } from './tools/chunks.ts'
import { compressed } from './tools/compressed.ts'
import { documents } from './tools/documents.ts'
import { eager } from './tools/eager.ts'
import { leaveOut } from './tools/leaveOut.ts'
import { routeFiles } from './tools/routeFiles.ts'
import { spellings } from './tools/spellings.ts'

const api = process.env['SITAI_API'] ?? 'http://localhost:4000'
const file = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  plugins: [documents(), directImports(), leaveOut(), react(), routeFiles(), eager(), compressed()],
  // For the search of pages and acts (src/search/matching.ts).
  define: { __SPELLINGS__: JSON.stringify(spellings()) },
  // The server puts a fresh nonce in the place of this word for every answer (see README.md).
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    target: 'chrome86',
    cssTarget: 'chrome86',
    // All styles of ours are a few kB: one file of them comes sooner than one for each page.
    cssCodeSplit: false,
    manifest: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: { codeSplitting: { groups: chunkGroups(file('src/main.ts'), file('src/app.tsx')) } },
    },
  },
  server: { proxy: { '/graphql': api, '/api': api, '/health': api } },
})
