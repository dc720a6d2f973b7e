import { useQuery } from '@apollo/client/react'
import { useSearchParams } from 'react-router'

import { useAct } from '../act.ts'
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
  mutation CreateSavedView($input: CreateSavedViewInput!) {
    createSavedView(input: $input) {
      ... on Refusal {
        code
        message
        path
      }
      ... on SavedView {
        id
      }
    }
  }
`)

const DeleteSavedView = graphql(`
  mutation DeleteSavedView($input: DeleteSavedViewInput!) {
    deleteSavedView(input: $input) {
      ... on Refusal {
        code
        message
        path
      }
      ... on DeletedSavedView {
        viewId
      }
    }
  }
`)

/**
 * The saved views of a list page: whatever stands in its address, without the page's number, under a name.
 * `page` is the page's stable name, e.g. `firms`.
 */
export function SavedViews({ page }: { page: string }) {
  const { data, refetch } = useQuery(SavedViewsQuery, { variables: { page } })
  const [search, setSearch] = useSearchParams()
  const [remove] = useAct(DeleteSavedView, (it) => it.deleteSavedView, { refetch: [SavedViewsQuery] })
  const views = data?.savedViews.views ?? []

  /** Asked directly, since the menu wants the refusal as the answer of its call. */
  const save = async (name: string, shared: boolean): Promise<string | null> => {
    const query = new URLSearchParams(search)
    query.delete('page')
    try {
      const input = { page, name, query: query.toString(), shared }
      const answer = await client.mutate({ mutation: CreateSavedView, variables: { input } })
      const outcome = answer.data?.createSavedView
      if (outcome?.__typename === 'Refusal') return outcome.message
      await refetch()
      return null
    } catch (error) {
      return describeError(error).title
    }
  }

  return (
    <SavedViewsMenu
      views={views.map(({ id, name, shared, isOwn }) => ({ id, name, isShared: shared, canDelete: isOwn }))}
      mayShare={data !== undefined && !data.savedViews.shareRefusal}
      onApply={(view) => setSearch(new URLSearchParams(views.find(({ id }) => id === view.id)?.query))}
      onSave={save}
      onDelete={(view) => void remove({ input: { viewId: view.id } })}
    />
  )
}
