/** The papers that charts are printed on: A4 and A3 in every office, the larger ones on the wall; 2:3 is the commonest shape of a sign (field G3). */
import type { Size } from '../layout/arrangement.ts'

/** mm, upright. */
export const papers = {
  A4: { width: 210, height: 297 },
  A3: { width: 297, height: 420 },
  A2: { width: 420, height: 594 },
  A1: { width: 594, height: 841 },
  A0: { width: 841, height: 1189 },
  '600x900': { width: 600, height: 900 },
  '800x1200': { width: 800, height: 1200 },
} as const satisfies Record<string, Size>

export type PaperName = keyof typeof papers

/** All papers, smallest first. */
export const paperNames = Object.keys(papers) as readonly PaperName[]

export interface Page {
  readonly paper: PaperName
  readonly landscape: boolean
}

/** mm, as it lies. */
export function pageSize({ paper, landscape }: Page): Size {
  const { width, height } = papers[paper]
  return landscape ? { width: height, height: width } : { width, height }
}

export function paperArea(paper: PaperName): number {
  return papers[paper].width * papers[paper].height
}
