/** The entries of a closed list of the rules, as selects and filters take them. */
export function optionsOf<Code extends string>(items: readonly { readonly code: Code; readonly label: string }[]) {
  return items.map(({ code, label }) => ({ value: code, label }))
}

/** The states of a machine, as selects and filters take them. */
export function stateOptions<State extends string>({ labels }: { readonly labels: Readonly<Record<State, string>> }) {
  const options: { value: State; label: string }[] = []
  for (const value in labels) options.push({ value, label: labels[value] })
  return options
}

/** Places as selects and filters take them. */
export function placeOptions(places: readonly { readonly code: string; readonly name: string }[]) {
  return places.map(({ code, name }) => ({ value: code, label: name }))
}

/** The last twenty years, this one first; `only` when nothing else may be chosen. */
export function yearOptions(only?: number) {
  const now = new Date().getFullYear()
  const years = only === undefined ? Array.from({ length: 20 }, (_, back) => now - back) : [only]
  return years.map((value) => ({ value, label: `${value} 年` }))
}

/** The year whose results are being entered. */
export function lastYear(): number {
  return new Date().getFullYear() - 1
}
