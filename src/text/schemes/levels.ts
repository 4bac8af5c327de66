/** Levels and criteria of the built-in schemes. */
import type { MarkShape, RiskFactor, RiskLevel } from '../../model/grading.ts'

interface LevelWords {
  readonly id: string
  readonly name: string
  readonly word?: string
  readonly definition?: string
}

const looks: readonly { readonly colour: string; readonly shape: MarkShape }[] = [
  { colour: '#c62828', shape: 'triangle' },
  { colour: '#c75b00', shape: 'diamond' },
  { colour: '#1f6f54', shape: 'circle' },
  { colour: '#4a5a6a', shape: 'square' },
]

/** Gravest first. */
export function levels(...words: readonly LevelWords[]): readonly RiskLevel[] {
  return words.map(({ id, name, word = name, definition }, at) => ({
    id,
    rank: at + 1,
    name,
    word,
    ...(definition === undefined ? {} : { definition }),
    ...(looks[words.length === 2 && at === 1 ? 2 : at] ?? looks[3]!),
  }))
}

/** A factor with the values yes and no. */
export function criterion(id: string, name: string): RiskFactor {
  return { id, name, values: ['否', '是'] }
}
