import { Checkbox } from 'antd'
import type { ComponentType, ReactNode } from 'react'

import type { Viewer } from '../session/viewer.ts'
import { FilterSelect, FilterSelectMany } from '../ui/FilterSelect.tsx'
import { chosenOf, knownOf, url } from '../urlState.ts'
import { type Ask, type FilterView, type IsFor, type ListFilter, partOf } from './filter.ts'

interface Choice<Code extends string> {
  value: Code
  label: string
  /** Whom it is offered; without it everybody. */
  isFor?: IsFor
}

type Choices<Data> = readonly Choice<string>[] | ((data: Data) => readonly Choice<string>[])

interface Options {
  /** In pixels. */
  width?: number
  /** Who sees the control; without it everybody. What the address says counts all the same. */
  isFor?: IsFor
}

/** One of a closed list; null when the address names none of it. */
export function oneOf<Code extends string, Asked, Data>(
  name: string,
  label: string,
  choices: readonly Choice<Code>[],
  ask: Ask<Code | null, Asked>,
  { width, isFor }: Options = {},
): ListFilter<Asked, Data> {
  const known = choices.map(({ value }) => value)
  const askOf = (text: string) => partOf(ask, knownOf(known, text))
  return single(name, url.text(), askOf, isFor, (value, onChange, { viewer }) => (
    <FilterSelect {...{ label, value, onChange, width }} options={offered(choices, viewer)} />
  ))
}

/** Any of a closed list; null when the address names none of it. */
export function manyOf<Code extends string, Asked, Data>(
  name: string,
  label: string,
  choices: readonly Choice<Code>[],
  ask: Ask<Code[] | null, Asked>,
  { width, isFor }: Options = {},
): ListFilter<Asked, Data> {
  const known = choices.map(({ value }) => value)
  const askOf = (words: readonly string[]) => partOf(ask, chosenOf(known, words))
  return single<readonly string[], Asked, Data>(name, url.list(), askOf, isFor, (value, onChange, { viewer }) => (
    <FilterSelectMany {...{ label, value, onChange, width }} options={offered(choices, viewer)} />
  ))
}

/** One of a list that grows, such as what the page's query answers; any word in the address counts, null for none. */
export function oneFrom<Asked, Data>(
  name: string,
  label: string,
  choices: Choices<Data>,
  ask: Ask<string | null, Asked>,
  { width, isFor }: Options = {},
): ListFilter<Asked, Data> {
  const askOf = (text: string) => partOf(ask, text || null)
  return single(name, url.text(), askOf, isFor, (value, onChange, { data, viewer }) => (
    <FilterSelect
      {...{ label, value, onChange, width }}
      options={offered(typeof choices === 'function' ? choices(data) : choices, viewer)}
    />
  ))
}

/** Any of a list that grows; any words in the address count. */
export function manyFrom<Asked, Data>(
  name: string,
  label: string,
  choices: Choices<Data>,
  ask: Ask<string[], Asked>,
  { width, isFor }: Options = {},
): ListFilter<Asked, Data> {
  const askOf = (words: readonly string[]) => partOf(ask, [...words])
  return single<readonly string[], Asked, Data>(name, url.list(), askOf, isFor, (value, onChange, { data, viewer }) => (
    <FilterSelectMany
      {...{ label, value, onChange, width }}
      options={offered(typeof choices === 'function' ? choices(data) : choices, viewer)}
    />
  ))
}

interface SelectProps {
  label: string
  value: string
  width: number | undefined
  onChange: (value: string) => void
}

/** One of very many, found by a select of its own, e.g. `FirmSelect`; null for none. */
export function oneFound<Asked, Data>(
  name: string,
  label: string,
  Select: ComponentType<SelectProps>,
  ask: Ask<string | null, Asked>,
  { width, isFor }: Options = {},
): ListFilter<Asked, Data> {
  const askOf = (id: string) => partOf(ask, id || null)
  return single(name, url.text(), askOf, isFor, (value, onChange) => <Select {...{ label, value, onChange, width }} />)
}

/** A box to tick; null when it is not. */
export function ticked<Asked, Data>(
  name: string,
  label: string,
  ask: Ask<true | null, Asked>,
): ListFilter<Asked, Data> {
  const askOf = (flag: boolean) => partOf(ask, flag || null)
  return single(name, url.flag(), askOf, undefined, (checked, onChange) => (
    <Checkbox checked={checked} onChange={({ target }) => onChange(target.checked)}>
      {label}
    </Checkbox>
  ))
}

/** Set by links, without a control; null for none. */
export function linked<Asked, Data>(name: string, ask: Ask<string | null, Asked>): ListFilter<Asked, Data> {
  return single(
    name,
    url.text(),
    (text) => partOf(ask, text || null),
    undefined,
    () => null,
  )
}

/** A filter of one name in the address. */
function single<Value extends string | boolean | readonly string[], Asked, Data>(
  name: string,
  read: (raw: readonly string[]) => Value,
  ask: (value: Value) => Asked,
  isFor: IsFor = () => true,
  draw: (value: Value, change: (value: Value) => void, view: FilterView<Data>) => ReactNode,
): ListFilter<Asked, Data> {
  return {
    shape: { [name]: read },
    ask: (params) => ask(read(params.getAll(name))),
    draw: (view) =>
      isFor(view.viewer) && draw(read(view.params.getAll(name)), (value) => view.set({ [name]: value }), view),
  }
}

function offered(choices: readonly Choice<string>[], viewer: Viewer) {
  return choices.flatMap(({ value, label, isFor = () => true }) => (isFor(viewer) ? [{ value, label }] : []))
}
