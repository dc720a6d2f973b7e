/** The compiled server's first step: from Node 22.8 on, what it loads next is kept as machine-readable code. */
import module from 'node:module'

const keep: unknown = Reflect.get(module, 'enableCompileCache')
if (typeof keep === 'function') Reflect.apply(keep, module, [])
await import('./server.ts')
