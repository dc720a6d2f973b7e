import { cleanLine, hasForbiddenCharacters, lengthOf } from '@sitai/rules/text'
import type { Prisma } from '@sitai/db/client'
import { db } from '../data/db.ts'
import { notFound, raise, Refusal } from '../acts/refusal.ts'
import { expectOne } from '../acts/checks.ts'
import type { Viewer } from '../access/viewer.ts'
import { write } from '../acts/write.ts'

/** One's own views and those shared in one's own place. */
export function visibleSavedViews(viewer: Viewer): Prisma.SavedViewWhereInput {
  return { OR: [{ accountId: viewer.accountId }, { shared: true, divisionCode: viewer.divisionCode }] }
}

/** A view is shared with a whole bureau by those who work for all of it. */
export function refuseShare(viewer: Viewer): Refusal | null {
  if (viewer.role === 'BUREAU_ADMIN' || viewer.role === 'SYS_ADMIN' || viewer.role === 'LEADER') return null
  return new Refusal('MAY_NOT_SHARE', '只有局里的人可以把视图共享给全局。', ['shared'])
}

/** Keeps a list's filters, order and columns under a name. */
export async function createSavedView(
  viewer: Viewer,
  input: { page: string; name: string; query: string; shared: boolean },
): Promise<string> {
  const { page, shared } = input
  if (!/^[a-z][A-Za-z-]{1,39}$/u.test(page)) throw new Refusal('INVALID', '没有这个页面。', ['page'])
  const name = checkedName(input.name)
  const query = checkedQuery(input.query)
  raise(shared ? refuseShare(viewer) : null)
  const count = await db.savedView.count({ where: { accountId: viewer.accountId, page } })
  if (count >= 50) throw new Refusal('TOO_MANY', '这个页面已有 50 个视图，请先删去不用的。', ['name'])
  return write(viewer, 'createSavedView', async (tx) => {
    const { id } = await tx.savedView.create({
      data: { page, name, query, shared, accountId: viewer.accountId, divisionCode: viewer.divisionCode },
    })
    return id
  })
}

/** Renames one's own view, shares it or keeps it to oneself, or gives it other filters. */
export async function updateSavedView(
  viewer: Viewer,
  input: { viewId: string; name?: string | null; query?: string | null; shared?: boolean | null },
): Promise<string> {
  const data: Prisma.SavedViewUpdateManyMutationInput = {}
  if (input.name != null) data.name = checkedName(input.name)
  if (input.query != null) data.query = checkedQuery(input.query)
  if (input.shared != null) data.shared = input.shared
  raise(input.shared ? refuseShare(viewer) : null)
  await own(viewer, input.viewId)
  await write(viewer, 'updateSavedView', async (tx) =>
    expectOne(await tx.savedView.updateMany({ where: { id: input.viewId, accountId: viewer.accountId }, data })),
  )
  return input.viewId
}

/** Deletes one's own view. */
export async function deleteSavedView(viewer: Viewer, viewId: string): Promise<string> {
  await own(viewer, viewId)
  await write(viewer, 'deleteSavedView', (tx) =>
    tx.savedView.deleteMany({ where: { id: viewId, accountId: viewer.accountId } }),
  )
  return viewId
}

async function own(viewer: Viewer, id: string): Promise<void> {
  const view = await db.savedView.findFirst({
    where: { id, AND: visibleSavedViews(viewer) },
    select: { accountId: true },
  })
  if (!view) throw notFound('个视图')
  if (view.accountId !== viewer.accountId) throw new Refusal('NOT_YOURS', '这是别人共享的视图，不能改动。')
}

function checkedName(text: string): string {
  const name = cleanLine(text)
  if (name === '') throw new Refusal('INVALID', '请填写视图名称。', ['name'])
  if (lengthOf(name) > 30) throw new Refusal('INVALID', '视图名称最多 30 个字。', ['name'])
  return name
}

/** The part of an address behind the question mark. */
function checkedQuery(text: string): string {
  const query = text.replace(/^\?/u, '')
  if (query.length > 2000 || hasForbiddenCharacters(query) || /[<>"]/u.test(query))
    throw new Refusal('INVALID', '视图的条件过长或有误。', ['query'])
  return query
}
