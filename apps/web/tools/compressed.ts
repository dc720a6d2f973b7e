import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

import type { Plugin } from 'vite'

/** Below this a file fits into one packet anyway. */
const least = 1000

/** Puts a brotli and a gzip twin beside each file of text, as small as they get: the server sends them as they are. */
export function compressed(): Plugin {
  return {
    name: 'sitai-compressed',
    apply: 'build',
    async writeBundle({ dir }) {
      const names = (await readdir(dir ?? '', { recursive: true })).filter((it) => /\.(?:js|css|svg)$/.test(it))
      await Promise.all(names.map((name) => addTwins(join(dir ?? '', name))))
    },
  }
}

async function addTwins(file: string): Promise<void> {
  const content = await readFile(file)
  if (content.length < least) return
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  }
  await writeFile(`${file}.br`, await promisify(brotliCompress)(content, { params }))
  await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }))
}
