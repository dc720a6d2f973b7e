/** The words for values of filters that several lists have in common. */
import { db } from '../data/db.ts'
import { labelsIn } from '../dictionaries/inPlace.ts'
import type { BureauRecord } from '../records/record.ts'
import type { Asker } from './filter.ts'

const select = { name: true } as const

/** A street or a community by its code. */
export async function placeName(code: string): Promise<string> {
  const place =
    code.length === 12
      ? await db.community.findUnique({ where: { code }, select })
      : await db.street.findUnique({ where: { code }, select })
  return place?.name ?? code
}

/** The name of a record, by its key or by an id of the API. */
export function nameIn({ namesOf }: Pick<BureauRecord, 'namesOf'>) {
  return async (key: string | { readonly id: string }): Promise<string> => {
    const [found] = (await namesOf?.([typeof key === 'string' ? key : key.id])) ?? []
    return found?.[1] ?? ''
  }
}

/** A topic, as the asker's place calls it. */
export async function topicName(code: string, { viewer }: Asker): Promise<string> {
  return (await labelsIn(viewer.divisionCode))('TOPIC', code)
}

/** A type of service, as the asker's place calls it. */
export async function serviceTypeName(code: string, { viewer }: Asker): Promise<string> {
  return (await labelsIn(viewer.divisionCode))('SERVICE_TYPE', code)
}
