import { db } from '../data/db.ts'
import { dropUnless } from '../files/content.ts'
import { write } from '../acts/write.ts'

const day = 24 * 3_600_000
/** How long the rows and the workbook of an import are kept: long enough to correct and to undo. */
export const keptDays = 7

/**
 * The nightly end of what an import holds of persons: seven days after the upload the cells, the values before and the
 * workbook itself go; the counts, the kind and who did it stay. Answers how many batches were emptied.
 */
export async function purgeImports(at: Date): Promise<number> {
  const over = await db.importBatch.findMany({
    where: {
      purgedAt: null,
      createdAt: { lt: new Date(at.getTime() - keptDays * day) },
      status: { notIn: ['CHECKING', 'COMMITTING'] },
    },
    include: { file: true },
  })
  for (const { id, file } of over) {
    await write({ system: 'Excel 导入', requestId: 'purgeImports' }, 'purgeImports', async (tx) => {
      await tx.importRow.deleteMany({ where: { batchId: id } })
      await tx.importBatch.update({ where: { id }, data: { purgedAt: at } })
    })
    const isNeeded = async () =>
      (await db.storedFile.count({
        where: {
          hash: file.hash,
          OR: [{ importBatches: { none: {} } }, { importBatches: { some: { purgedAt: null } } }],
        },
      })) > 0
    await dropUnless(file.hash, isNeeded).catch(() => false)
  }
  return over.length
}
