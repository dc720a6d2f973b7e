import { visibleStreetsOf } from '../overview/streets.ts'
import { numbersOf, type OpenedArea } from './areaNumbers.ts'

/** A street with the period's numbers, in the order of the area's figures. */
export interface AreaStreet {
  readonly code: string
  readonly name: string
  readonly numbers: readonly number[]
}

/** The streets of the place by code, those without any fact too; what has no street comes last, if there is any. */
export async function areaStreets(opened: OpenedArea): Promise<AreaStreet[]> {
  const [streets, counted] = await Promise.all([visibleStreetsOf(opened.overview), numbersOf(opened)])
  const rowOf = ({ code, name }: { readonly code: string; readonly name: string }) => ({
    code,
    name,
    numbers: opened.area.figures.map((figure) => counted.of(figure.code, 'now', code)),
  })
  const elsewhere = rowOf({ code: '', name: '未填街道' })
  return [...streets.map(rowOf), ...(elsewhere.numbers.some((number) => number !== 0) ? [elsewhere] : [])]
}
