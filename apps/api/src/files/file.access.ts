import type { Prisma } from '@sitai/db/client'
import type { Viewer } from '../access/viewer.ts'

type Visibility = (viewer: Viewer) => Prisma.StoredFileWhereInput

const visibilities: Visibility[] = []

/**
 * A slice says which files may be seen through its things; called once, where the slice's types are:
 * `letFilesBeSeen((viewer) => ({ photos: { some: { serviceLog: visibleServiceLogs(viewer) } } }))`.
 */
export function letFilesBeSeen(visibility: Visibility): void {
  visibilities.push(visibility)
}

/** One's own uploads, and the files that hang on things one may see. Everything else reads as not found. */
export function visibleFiles(viewer: Viewer): Prisma.StoredFileWhereInput {
  return { OR: [{ accountId: viewer.accountId }, ...visibilities.map((visibility) => visibility(viewer))] }
}
