import { registerFigures } from '../practitioners/register.figures.ts'
import type { FigureArea } from './area.ts'

/** The areas that declare figures, in the order of the menu. */
export const figureAreas: readonly FigureArea[] = [registerFigures]
