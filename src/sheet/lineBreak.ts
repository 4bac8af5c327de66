/**
 * Breaks text into lines. Deterministic on every machine: rules and a small dictionary of the
 * field's words instead of Intl.Segmenter, whose dictionary depends on the ICU version. Lines
 * are balanced: as few as possible, then as even as possible.
 */
import { fieldWords, stepWords } from '../text/paper/paper.ts'
import { textWidthOf, type FontWeight } from './textWidth.ts'

export interface TextStyle {
  readonly size: number
  readonly weight: FontWeight
}

/** 行首禁则: what may not begin a line. */
const notFirst = new Set('，。、；：？！）》」』】〕〉”’…—·％℃,.;:?!)]}%～-/')
/** 行尾禁则: what may not end a line. */
const notLast = new Set('（《「『【〔〈“‘([{￥$№')

export function mayBegin(character: string): boolean {
  return !notFirst.has(character)
}

export function mayEnd(character: string): boolean {
  return !notLast.has(character)
}

/**
 * Breaks text into lines of at most `width`; a single unbreakable piece may be wider. Only
 * blanks at breaks are dropped.
 */
export function brokenLines(text: string, width: number, style: TextStyle): readonly string[] {
  return text
    .split('\n')
    .flatMap((paragraph) => brokenParagraph(paragraph.trim().replace(/\s+/gu, ' '), width, style))
}

/** A list that breaks between its items as long as they fit: 主任、/副主任, not 主任、副/主任. */
export function brokenList(items: readonly string[], width: number, style: TextStyle): readonly string[] {
  const pieces = items.map((item, i) => (i < items.length - 1 ? stepWords.listItem(item) : item))
  return balanced(fittingPieces(pieces, width, style), width, style)
}

/** The width under which a word would have to be cut. */
export function longestPiece(text: string, style: TextStyle): number {
  const widths = piecesOf(text, wordsOf(text)).map((piece) =>
    textWidthOf(piece.trim(), style.size, style.weight),
  )
  return Math.max(0, ...widths)
}

function brokenParagraph(text: string, width: number, style: TextStyle): readonly string[] {
  if (text === '') return []
  return balanced(fittingPieces(piecesOf(text, wordsOf(text)), width, style), width, style)
}

/** A piece that is wider than the line is cut: into words, and where that is not enough, into characters. */
function fittingPieces(pieces: readonly string[], width: number, style: TextStyle): readonly string[] {
  const fits = (piece: string): boolean => textWidthOf(piece.trim(), style.size, style.weight) <= width
  return pieces
    .flatMap((piece) => (fits(piece) ? [piece] : piecesOf(piece, wordsOf(piece))))
    .flatMap((piece) => (fits(piece) ? [piece] : piecesOf(piece, Array.from(piece))))
}

const longestWord = Math.max(...fieldWords.map((word) => word.length))
const words = new Set(fieldWords)
/** A quantity with its unit (5个工作日) is never broken: half of it would be misread. */
const quantity = /^\d+(?:\.\d+)?(?:个(?:工作日|自然日|小时|月)?|日内|天内|周|小时|万元|元)/u
const latin = /^[\p{Script=Latin}\p{Number}][\p{Script=Latin}\p{Number}.,:/@_+-]*/u

/** Field words and Latin words and numbers whole, a number with its unit (5个), all else character by character. */
function wordsOf(text: string): readonly string[] {
  const found: string[] = []
  let rest = text
  while (rest !== '') {
    const word =
      quantity.exec(rest)?.[0] ??
      latin.exec(rest)?.[0] ??
      fieldWordAt(rest) ??
      String.fromCodePoint(rest.codePointAt(0)!)
    found.push(word)
    rest = rest.slice(word.length)
  }
  return found
}

function fieldWordAt(text: string): string | undefined {
  for (let length = Math.min(longestWord, text.length); length > 1; length--)
    if (words.has(text.slice(0, length))) return text.slice(0, length)
  return undefined
}

/** What must stay on one line: words with the punctuation that clings to them. */
function piecesOf(text: string, units: readonly string[]): readonly string[] {
  const pieces: string[] = []
  for (const unit of units) {
    const before = pieces.at(-1)
    if (before !== undefined && clings(before, unit)) pieces[pieces.length - 1] = before + unit
    else pieces.push(unit)
  }
  return text === '' ? [] : pieces
}

function clings(before: string, unit: string): boolean {
  if (unit === ' ') return true
  const last = before.trimEnd().at(-1)!
  return notFirst.has(unit[0]!) || notLast.has(last) || (before.at(-1) !== ' ' && isNumberAndUnit(last, unit))
}

/** 5个工作日, 2人, 第3步: the unit does not leave its number. */
function isNumberAndUnit(last: string, unit: string): boolean {
  return (
    (/\d/u.test(last) && /^[个人日天年月周元万份名家次级条号步]/u.test(unit)) ||
    (last === '第' && /^\d/u.test(unit))
  )
}

/** A break where the text has no punctuation costs as much as a line that is so many em too short. */
const midPhrase = 1.5

interface Break {
  readonly lines: number
  readonly cost: number
  readonly from: number
}

/** Least lines first; then the least sum of squares of what the lines leave free, breaks after punctuation preferred. */
function balanced(pieces: readonly string[], width: number, style: TextStyle): readonly string[] {
  const measured = pieces.map((piece, i) => measuredPiece(piece, pieces[i - 1], style))
  const best: Break[] = [{ lines: 0, cost: 0, from: 0 }]
  for (let end = 1; end <= pieces.length; end++)
    best.push(bestBreak(pieces, measured, best, end, width / style.size))
  return linesOf(pieces, best)
}

/** How the best line that ends here begins. Widths in em. */
function bestBreak(
  pieces: readonly string[],
  measured: readonly MeasuredPiece[],
  best: readonly Break[],
  end: number,
  width: number,
): Break {
  let found: Break | undefined
  let taken = -measured[end - 1]!.blank
  for (let from = end - 1; from >= 0; from--) {
    taken += measured[from]!.width + (from + 1 < end ? measured[from + 1]!.squeeze : 0)
    if (taken > width + 1e-6 && from < end - 1) break
    const lines = best[from]!.lines + 1
    const free = Math.max(0, width - taken)
    const cost = best[from]!.cost + free ** 2 + breakCost(pieces[from - 1])
    if (!found || lines < found.lines || (lines === found.lines && cost < found.cost))
      found = { lines, cost, from }
  }
  return found!
}

/** In em. */
interface MeasuredPiece {
  readonly width: number
  /** What the line gains (it is negative) where this piece follows the one before. */
  readonly squeeze: number
  /** The blank at its end, which a line end swallows. */
  readonly blank: number
}

function measuredPiece(piece: string, before: string | undefined, { weight }: TextStyle): MeasuredPiece {
  const width = textWidthOf(piece, 1, weight)
  const last = before?.at(-1) ?? ''
  const first = piece[0] ?? ''
  return {
    width,
    squeeze:
      textWidthOf(last + first, 1, weight) - textWidthOf(last, 1, weight) - textWidthOf(first, 1, weight),
    blank: width - textWidthOf(piece.trimEnd(), 1, weight),
  }
}

/** Of a break after this piece; none where the text begins. */
function breakCost(before: string | undefined): number {
  return before === undefined || /[\p{P}\s]$/u.test(before) ? 0 : midPhrase ** 2
}

function linesOf(pieces: readonly string[], best: readonly Break[]): readonly string[] {
  const lines: string[] = []
  for (let end = pieces.length; end > 0; end = best[end]!.from)
    lines.unshift(pieces.slice(best[end]!.from, end).join('').trim())
  return lines
}
