import { useRouteLoaderData } from 'react-router'

import type { ViewerQuery as ViewerData } from '../../generated/gql/graphql.ts'
import { client } from '../apollo.ts'
import { ViewerQuery } from './viewerQuery.ts'

export type Viewer = NonNullable<ViewerData['viewer']>
export type Installation = ViewerData['installation']

/** The id of the route whose loader knows the viewer; all pages behind sign-in are its children. */
export const shellRoute = 'shell'

/** Who is signed in, or null; asks the server once and again after the cache was cleared. */
export async function loadViewer(): Promise<{ viewer: Viewer | null; installation: Installation }> {
  const { data } = await client.query({ query: ViewerQuery })
  if (!data) throw new Error('The viewer query answered neither data nor an error.')
  return { viewer: data.viewer ?? null, installation: data.installation }
}

/** The signed-in viewer; for pages inside the shell. */
export function useViewer(): Viewer {
  const data = useRouteLoaderData<{ viewer: Viewer }>(shellRoute)
  if (!data) throw new Error('useViewer() works inside the shell only.')
  return data.viewer
}

/** Whether the viewer's role may try this act at all (the table of acts of the API). */
export function useMay(act: string): boolean {
  return useViewer().acts.includes(act)
}

/** An adviser, who writes service logs; everybody else reads them. */
export function isAdviser({ acts }: Viewer): boolean {
  return acts.includes('serviceLog:write')
}

/** Someone who looks at many firms. */
export function isOfBureau(viewer: Viewer): boolean {
  return !isAdviser(viewer) && viewer.grant.firmName === null
}
