/** Reads 类型: the kind of a step, and whether it ends the flow. */
import type { StepKind } from '../../../model/chart.ts'
import { endWords, kindWords, questionName, startWords } from '../../../text/recognition/headings.ts'
import { kindSuffix, plainKinds } from '../../../text/recognition/tableWords.ts'

export interface KindReading {
  readonly kind: StepKind
  /** True if no next step follows by default. */
  readonly ends: boolean
  readonly known: boolean
}

interface Place {
  /** In the first row 端点 means the start. */
  readonly isFirst: boolean
  readonly exits: number
  /** Number of exits with a label. */
  readonly labelled?: number
}

const isStart = (words: string) => startWords.includes(words)
const isEnd = (words: string) => endWords.includes(words)

/** Reads the kind from the 类型 cell, else infers it from name and exits. */
export function readKind(cell: string, name: string, place: Place): KindReading {
  const words = plain(cell)
  if (words === '') return inferred(plain(name), place)
  const short = words.replace(kindSuffix, '')
  return (
    kindIn(words, place) ??
    kindIn(short, place) ?? {
      ...inferred(plain(name), place),
      known: short !== words && plainKinds.test(short),
    }
  )
}

function kindIn(words: string, { isFirst }: Place): KindReading | undefined {
  if (isStart(words)) return { kind: 'terminator', ends: false, known: true }
  if (isEnd(words)) return { kind: 'terminator', ends: true, known: true }
  const kind = (Object.keys(kindWords) as StepKind[]).find((kind) =>
    (kindWords[kind] as readonly string[]).includes(words),
  )
  return kind && { kind, ends: kind === 'terminator' && !isFirst, known: true }
}

/** Infers a decision from a question as name, or from labelled exits such as 同意, 不同意. */
function inferred(name: string, { exits, labelled = 0 }: Place): KindReading {
  const words = name.replace(/\(.*\)$/, '')
  if (isStart(words) || isEnd(words)) return { kind: 'terminator', ends: isEnd(words), known: true }
  const asks = name.endsWith('?') || (questionName.test(name) && exits > 1)
  return { kind: asks || (exits > 1 && labelled > 0) ? 'decision' : 'process', ends: false, known: true }
}

function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s[\]【】]/g, '')
}
