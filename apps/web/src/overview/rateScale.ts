/** The colours of the arrival rate: brown to teal (ColorBrewer BrBG), told apart by colour-blind eyes too. */
export interface RateStep {
  /** From this rate on, 0 to 1. */
  readonly from: number
  readonly label: string
  readonly fill: string
  /** Of text on it: a contrast of 4.5 or more. */
  readonly ink: string
}

export const rateSteps: readonly RateStep[] = [
  { from: 1, label: '100%', fill: '#01665e', ink: '#ffffff' },
  { from: 0.9, label: '90%至不足100%', fill: '#5ab4ac', ink: '#10211f' },
  { from: 0.8, label: '80%至不足90%', fill: '#c7eae5', ink: '#10211f' },
  { from: 0.6, label: '60%至不足80%', fill: '#e6cd94', ink: '#2b1d05' },
  { from: 0, label: '不足60%', fill: '#8c510a', ink: '#ffffff' },
]

export const noRate: RateStep = { from: -1, label: '无应到', fill: '#f0f1f3', ink: '#4e5661' }

/** The step of a rate; null: nothing was due. */
export function stepOf(rate: number | null | undefined): RateStep {
  if (rate === null || rate === undefined) return noRate
  return rateSteps.find(({ from }) => rate >= from) ?? noRate
}
