import { useQuery } from '@apollo/client/react'
import { useSearchParams } from 'react-router'

import { readRefusal, useAct } from '../act.ts'
import { client } from '../apollo.ts'
import { graphql } from '../graphql.ts'
import { describeError } from '../ui/describeError.ts'
import { SavedViews as SavedViewsMenu } from '../ui/SavedViews.tsx'

const SavedViewsQuery = graphql(`
  query SavedViews($page: String!) {
    savedViews(page: $page) {
      shareRefusal
      views {
        id
        name
        query
        shared
        isOwn
      }
    }
  }
`)

const CreateSavedView = graphql(`
  mutation CreateSavedView($input: CreateSavedViewInput!) { createSavedView(input: $input) { ...Refused } }
`)

const UpdateSavedView = graphql(`
  mutation UpdateSavedView($input: UpdateSavedViewInput!) {
    updateSavedView(input: $input) { ...Refused ... on SavedView { id name } }
  }
`)

const DeleteSavedView = graphql(`
  mutation DeleteSavedView($input: DeleteSavedViewInput!) { deleteSavedView(input: $input) { ...Refused } }
`)

type Outcome = Parameters<typeof readRefusal>[0] | { __typename: 'SavedView' } | undefined

/** Asked directly, since the menu wants the refusal as the answer of its call; null when there is none. */
async function refusalOf(act: () => Promise<Outcome>): Promise<string | null> {
  try {
    const outcome = await act()
    return outcome?.__typename === 'Refusal' ? readRefusal(outcome).message : null
  } catch (error) {
    return describeError(error).title
  }
}

/**
 * The saved views of a list page: whatever stands in its address, without the page's number, under a name.
 * `page` is the page's stable name, e.g. `firms`.
 */
export function SavedViews({ page }: { page: string }) {
  const { data, refetch } = useQuery(SavedViewsQuery, { variables: { page } })
  const [search, setSearch] = useSearchParams()
  const [remove] = useAct(DeleteSavedView, { refetch: [SavedViewsQuery] })
  const views = data?.savedViews.views ?? []

  const save = (name: string, shared: boolean) => {
    const query = new URLSearchParams(search)
    query.delete('page')
    const input = { page, name, query: query.toString(), shared }
    return refusalOf(async () => {
      const { data: answer } = await client.mutate({ mutation: CreateSavedView, variables: { input } })
      await refetch()
      return answer?.createSavedView
    })
  }
  const rename = (viewId: string, name: string) =>
    refusalOf(async () => {
      const { data: answer } = await client.mutate({
        mutation: UpdateSavedView,
        variables: { input: { viewId, name } },
      })
      return answer?.updateSavedView
    })

  return (
    <SavedViewsMenu
      views={views.map(({ id, name, shared, isOwn }) => ({ id, name, isShared: shared, isOwn }))}
      mayShare={data !== undefined && !data.savedViews.shareRefusal}
      onApply={(view) => setSearch(new URLSearchParams(views.find(({ id }) => id === view.id)?.query))}
      onSave={save}
      onRename={({ id }, name) => rename(id, name)}
      onDelete={(view) => void remove({ input: { viewId: view.id } })}
    />
  )
}
