import type { Bench } from './bench.ts'

export async function growth(_bench: Bench, _say: (text: string) => void): Promise<void> {}
