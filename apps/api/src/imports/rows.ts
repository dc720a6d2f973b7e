/** Rows of an import as they are kept: phone and identity numbers are sealed, so that nobody reads them in the table. */
import type { ImportRow } from '@sitai/db/client'
import { maskIdNumber } from '@sitai/rules/idNumber'
import { maskPhone } from '@sitai/rules/phone'
import type { Problem } from '@sitai/rules/fields'
import type { Cells } from '@sitai/rules/sheetRows'
import { z } from 'zod'
import { decrypt, encrypt } from '../sensitive/crypto.ts'
import type { Change } from './plan.ts'

const sealMark = 'sealed:'
const masks: Readonly<Record<string, (text: string) => string>> = {
  phone: maskPhone,
  contactPhone: maskPhone,
  idNo: maskIdNumber,
}
/** A firm's office telephone is public. */
const sealedFields = (kind: string) => (kind === 'FIRMS' ? [] : Object.keys(masks))

export function sealCells(kind: string, cells: Cells): Cells {
  const sealed: Record<string, string> = { ...cells }
  for (const field of sealedFields(kind)) {
    const text = sealed[field]
    if (text) sealed[field] = sealMark + Buffer.from(encrypt(text)).toString('base64')
  }
  return sealed
}

const stored = z.record(z.string(), z.string())

/** The cells as they were typed. */
export function openCells(cells: unknown): Cells {
  return mapSealed(cells, (text) => text)
}

/** The cells as they may be shown. */
export function maskedCells(cells: unknown): Cells {
  return mapSealed(cells, (text, field) => masks[field]?.(text) ?? text)
}

function mapSealed(cells: unknown, show: (text: string, field: string) => string): Cells {
  const entries = Object.entries(stored.parse(cells ?? {}))
  return Object.fromEntries(
    entries.map(([field, text]) => [
      field,
      text.startsWith(sealMark) ? show(decrypt(Buffer.from(text.slice(sealMark.length), 'base64')), field) : text,
    ]),
  )
}

const problems = z.array(z.object({ field: z.string(), message: z.string() }))
const changes = z.array(z.object({ field: z.string(), header: z.string(), before: z.string(), after: z.string() }))

export function problemsOfRow(row: Pick<ImportRow, 'problems'>): Problem[] {
  return problems.parse(row.problems ?? [])
}

export function changesOfRow(row: Pick<ImportRow, 'changes'>): Change[] {
  return changes.parse(row.changes ?? [])
}
