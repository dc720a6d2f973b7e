import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

import { documents } from './tools/documents.ts'

const api = process.env['SITAI_API'] ?? 'http://localhost:4000'

export default defineConfig({
  plugins: [documents(), react()],
  // The server puts a fresh nonce in the place of this word for every answer (see README.md).
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    target: 'chrome86',
    cssTarget: 'chrome86',
    manifest: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  server: { proxy: { '/graphql': api, '/api': api, '/health': api } },
})
