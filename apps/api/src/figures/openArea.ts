import { may } from '../access/acts.ts'
import type { Viewer } from '../access/viewer.ts'
import { notFound } from '../acts/refusal.ts'
import { openOverview } from '../overview/overview.ts'
import type { FigureArea } from './area.ts'
import { figureAreas } from './areas.ts'
import type { OpenedArea } from './areaNumbers.ts'

/** The areas whose figures this viewer may read. */
export function visibleAreas(viewer: Viewer): FigureArea[] {
  return figureAreas.filter(({ act }) => may(viewer, act))
}

/** Opens an area for a period, perhaps one street or firm; refuses what the overview would refuse, and a foreign area. */
export async function openArea(
  viewer: Viewer,
  code: string,
  asked: Parameters<typeof openOverview>[1],
): Promise<OpenedArea> {
  const area = visibleAreas(viewer).find((it) => it.code === code)
  if (!area) throw notFound('个页面')
  return { area, overview: await openOverview(viewer, asked) }
}
