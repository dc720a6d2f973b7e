import { FilterDates } from '../ui/FilterDates.tsx'
import { readUrl, url } from '../urlState.ts'
import type { ListFilter } from './filter.ts'

const shape = { from: url.day(), to: url.day() }

/** From a day to a day, both included, as `from` and `to` in the address; `ask` gets empty words for open ends. */
export function dates<Asked, Data>(label: string, ask: (from: string, to: string) => Asked): ListFilter<Asked, Data> {
  return {
    shape,
    ask: (params) => {
      const { from, to } = readUrl(shape, params)
      return ask(from, to)
    },
    draw: ({ params, set }) => <FilterDates label={label} {...readUrl(shape, params)} onChange={set} />,
  }
}
