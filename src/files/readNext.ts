/** 下一步: 3(不予受理);4(补正), 不予受理→3, 3、4, 审核(同意), 结束 … */
import { endWords, labelThenTarget, nextNumber, nothingWords } from '../text/headings.ts'
import { splitOutside, trailingBrackets } from './splitOutside.ts'

/** Which step is meant: by its number, or by its name. */
export interface Known {
  readonly byNumber: (number: string) => boolean
  readonly byName: (name: string) => boolean
}

export type Target =
  | { readonly to: 'number' | 'name'; readonly words: string; readonly label?: string }
  /** 结束 where no step is so called: the flow ends here. */
  | { readonly to: 'end'; readonly words: string }
  | { readonly to: 'nothing' }

/** In the order in which they are written; empty where nothing is said. */
export function readNext(cell: string, known: Known): readonly Target[] {
  const text = cell.trim()
  if (text === '') return []
  return split(text, known, [/[;；\n]/, /[、，,]/]).map((piece) => readTarget(piece, known))
}

/** A name may hold what otherwise parts: 审核、批准. So a piece that is understood is not split further. */
function split(text: string, known: Known, separators: readonly RegExp[]): readonly string[] {
  const [separator, ...finer] = separators
  if (!separator || isKnown(text, known)) return [text]
  return splitOutside(text, separator)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .flatMap((piece) => split(piece, known, finer))
}

function isKnown(text: string, known: Known): boolean {
  const target = readTarget(text, known)
  if (target.to === 'number') return known.byNumber(target.words)
  return target.to !== 'name' || known.byName(target.words)
}

function readTarget(piece: string, known: Known): Target {
  const plain = plainTarget(piece, known)
  if (plain) return plain
  const brackets = trailingBrackets(piece)
  const named = brackets && brackets.inside !== '' ? plainTarget(brackets.before, known) : undefined
  if (brackets && named) return labelled(named, brackets.inside)
  const [, label, target] = labelThenTarget.exec(halfWidthMarks(piece)) ?? []
  const meant = label && target ? plainTarget(target.trim(), known) : undefined
  if (label && meant) return labelled(meant, label.trim())
  const toTheRight = /^(?:→|->|=>)(.+)$/.exec(piece)?.[1]?.trim()
  if (toTheRight) return readTarget(toTheRight, known)
  return brackets && brackets.before !== ''
    ? { to: 'name', words: brackets.before, label: brackets.inside }
    : { to: 'name', words: piece }
}

function plainTarget(words: string, known: Known): Target | undefined {
  const [, way, number] = nextNumber.exec(words.normalize('NFKC').replaceAll(/\s/g, '')) ?? []
  if (known.byName(words)) return { to: 'name', words }
  if (number !== undefined) return { to: 'number', words: number, ...(way !== undefined && { label: way }) }
  if (nothingWords.includes(words)) return { to: 'nothing' }
  return endWords.includes(words) ? { to: 'end', words } : undefined
}

function labelled(target: Target, label: string): Target {
  return target.to === 'number' || target.to === 'name' ? { ...target, label } : target
}

/** The colon alone: the label itself stays as it was written. */
function halfWidthMarks(text: string): string {
  return text.replaceAll('：', ':')
}
