/** 类型 → a kind of step, and whether the flow ends there. */
import type { StepKind } from '../model/chart.ts'
import { endWords, kindWords, questionName, startWords } from '../text/headings.ts'

export interface KindReading {
  readonly kind: StepKind
  /** Nothing follows unless it is said. */
  readonly ends: boolean
  readonly known: boolean
}

const isStart = (words: string) => startWords.includes(words)
const isEnd = (words: string) => endWords.includes(words)

/** `isFirst`: 端点 says neither start nor end; in the first row it is the start. */
export function readKind(
  cell: string,
  name: string,
  place: { readonly isFirst: boolean; readonly exits: number },
): KindReading {
  const words = plain(cell)
  if (words === '') return inferred(plain(name), place.exits)
  if (isStart(words)) return { kind: 'terminator', ends: false, known: true }
  if (isEnd(words)) return { kind: 'terminator', ends: true, known: true }
  const kind = (Object.keys(kindWords) as StepKind[]).find((kind) =>
    (kindWords[kind] as readonly string[]).includes(words),
  )
  if (kind === undefined) return { ...inferred(plain(name), place.exits), known: false }
  return { kind, ends: kind === 'terminator' && !place.isFirst, known: true }
}

function inferred(name: string, exits: number): KindReading {
  const words = name.replace(/\(.*\)$/, '')
  if (isStart(words) || isEnd(words)) return { kind: 'terminator', ends: isEnd(words), known: true }
  const asks = name.endsWith('?') || (questionName.test(name) && exits > 1)
  return { kind: asks ? 'decision' : 'process', ends: false, known: true }
}

function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s[\]【】]/g, '')
}
