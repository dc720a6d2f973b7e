/** The compiled server's first step: from Node 22.8 on, what it loads next is kept as machine-readable code. */
import module from 'node:module'

const keep: unknown = Reflect.get(module, 'enableCompileCache')
if (typeof keep === 'function') Reflect.apply(keep, module, [])
// As every Node from 21 on: pg tells by it where it runs, and lacking it by a `Response`, which takes 50 ms to load.
if (!('navigator' in globalThis)) Reflect.set(globalThis, 'navigator', { userAgent: 'Node.js' })
await import('./server.ts')
