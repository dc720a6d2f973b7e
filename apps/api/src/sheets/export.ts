import { may } from '../access/acts.ts'
import { now } from '../time/clock.ts'
import { instantWords } from '../time/dates.ts'
import { notFound, Refusal } from '../acts/refusal.ts'
import { dropIncoming, hashOfFile, incomingPath } from '../files/content.ts'
import { settingsOf } from '../settings/settings.ts'
import type { Viewer } from '../access/viewer.ts'
import { write } from '../acts/write.ts'
import { listSheets } from '../lists/sheet.ts'
import { schema } from '../schema.ts'
import type { ListFace, ListValue } from './list.ts'
import { listArgs } from './listArgs.ts'
import { atDesk } from './sheetDesk.ts'

export interface Exported {
  readonly name: string
  readonly path: string
  readonly rows: number
}

/**
 * Writes what a list shows, filter, order and columns as on the page, into a file of its own, and leaves the line of the
 * export in the log before a byte of it goes out. The caller sends the file and drops it. Refusals: NOT_FOUND,
 * FORBIDDEN, INVALID, TOO_MANY_ROWS, NO_COLUMNS.
 */
export async function exportList(
  viewer: Viewer,
  list: string,
  sent: Readonly<Record<string, unknown>>,
  wanted: readonly string[],
): Promise<Exported> {
  const sheet = listSheets.get(list)
  if (!sheet) throw notFound('个列表')
  if (!may(viewer, sheet.act)) throw new Refusal('FORBIDDEN', '您的角色不能导出这个列表。')
  const keys = wanted.filter((key) => Object.hasOwn(sheet.columns, key))
  const columns = keys.flatMap((key) => sheet.columns[key] ?? [])
  if (columns.length === 0) throw new Refusal('NO_COLUMNS', '请至少选择一列。')
  const { exportRowCap } = await settingsOf(viewer.divisionCode)
  const {
    words: filter,
    total,
    rows,
  } = await sheet.read(keys, listArgs(list, sent), exportRowCap + 1, { viewer, schema })
  if (total > exportRowCap) {
    throw new Refusal('TOO_MANY_ROWS', `符合条件的超过 ${exportRowCap} 条，请加筛选条件后再导出。`)
  }
  const at = instantWords(now())
  const about = `筛选：${filter}　共 ${total} 条　导出人：${viewer.displayName}　导出时间：${at}`
  const path = await incomingPath()
  try {
    await writeList(path, { title: sheet.title, about, columns }, rows)
    const line = {
      list,
      filter,
      columns: columns.map(({ header }) => header),
      rows: total,
      sha256: await hashOfFile(path),
    }
    await write(
      viewer,
      'exportSheet',
      (tx) => tx.$queryRaw`
        SELECT record_event('EXPORT', ${sheet.entity}, ${list}, ${viewer.firmId}::uuid, ${JSON.stringify(line)}::jsonb)::text`,
    )
  } catch (error) {
    await dropIncoming(path)
    throw error
  }
  return { name: `${sheet.title}_${at.slice(0, 10)}.xlsx`, path, rows: total }
}

async function writeList(path: string, face: ListFace, batches: AsyncIterable<readonly (readonly ListValue[])[]>) {
  await atDesk('writing', async (ask) => {
    // Only what is plain data passes to another process: a list's columns carry functions besides.
    const columns = face.columns.map(({ header, width, format }) => ({ header, width, ...(format && { format }) }))
    await ask('beginList', { path, face: { ...face, columns } })
    try {
      for await (const rows of batches) await ask('addRows', rows)
      await ask('closeList', undefined)
    } catch (error) {
      // The first error is the one to tell; the process may be gone as well.
      await ask('dropList', undefined).catch(() => undefined)
      throw error
    }
  })
}
