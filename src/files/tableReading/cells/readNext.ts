/**
 * Reads 下一步: 3(不予受理);4(补正), 不予受理→3, 合格进入第3步，不合格退回第2步, 退回申请人 … Strict forms first, then free wording; a
 * piece not understood stays whole.
 */
import {
  endWords,
  labelThenTarget,
  nextNumberPattern,
  nothingWords,
} from '../../../text/recognition/headings.ts'
import {
  amendWords,
  answerWords,
  doneThere,
  labelTail,
  labelWayTarget,
  wayJoin,
  leadsBack,
  leadsOn,
  outcomeWords,
  previousWords,
  togetherHead,
  togetherWords,
} from '../../../text/recognition/tableWords.ts'
import { splitOutside, trailingBrackets } from './splitOutside.ts'
import { numberIn } from './stepNumber.ts'

/** Looks up a step by number or by name. */
export interface Known {
  readonly byNumber: (number: string) => boolean
  readonly byName: (name: string) => boolean
}

/** Also looks up similar names: 审批 for 局长审批, 申请人 for the steps of 申请人. */
export interface KnownNearly extends Known {
  readonly nearly: (words: string) => boolean
}

export type Target =
  | { readonly to: 'number' | 'name'; readonly words: string; readonly label?: string }
  /** 结束, or 不予受理 if no step has that name: the flow ends here. */
  | { readonly to: 'end'; readonly words: string; readonly label?: string }
  | { readonly to: 'nothing' }

/** 退回使用科室, 补正, 上一步: a step not named literally; 补正 leads to where the application came from. */
export interface NearTarget {
  readonly to: 'nearly' | 'start' | 'previous'
  readonly words: string
  readonly back: boolean
  readonly label?: string
}

/** Exits in the order written; empty for an empty cell. Only literal numbers and names. */
export function readNext(cell: string, known: Known): readonly Target[] {
  return readWays(cell, { ...known, nearly: () => false }).map((target): Target => {
    if (target.to === 'number' || target.to === 'name' || target.to === 'nothing') return target
    if (target.to === 'end' && endWords.includes(target.words)) return target
    const { words, label } = target
    return { to: 'name', words, ...(label !== undefined && { label }) }
  })
}

/** Also reads free wording: ends without a row, and similar names of steps. */
export function readWays(cell: string, known: KnownNearly): readonly (Target | NearTarget)[] {
  const text = plainWays(cell.replaceAll('\u00a0', ' ').trim().replace(togetherHead, ''))
  if (text === '') return []
  return split(text, known, [/[;；\n]/, /[。]/, /[、，,]/, /\s/, togetherWords]).map(
    (piece) => understood(piece, known) ?? unknownTarget(piece, known),
  )
}

/** 是4否5 and 4/5 as they are meant: 是→4；否→5 and 4、5. */
function plainWays(text: string): string {
  const half = text.normalize('NFKC')
  const both = /^(\D{1,4}?)[:→]?(\d{1,3})[,;/、\s]*(\D{1,4}?)[:→]?(\d{1,3})$/.exec(half)
  const [, yes = '', one = '', no = '', other = ''] = both ?? []
  if (both && answerWords.test(yes) && answerWords.test(no)) return `${yes}→${one}；${no}→${other}`
  return /^\d{1,3}(?:\s*[/或]\s*\d{1,3})+$/.test(half) ? half.replaceAll(/\s*[/或]\s*/g, '、') : text
}

type Way = Target | NearTarget

/**
 * Names may contain separators (审核、批准). So only pieces not understood are split further, and only into
 * pieces that are understood.
 */
function split(text: string, known: KnownNearly, separators: readonly RegExp[]): readonly string[] {
  const [separator, ...finer] = separators
  if (!separator || understood(text, known)) return [text]
  const pieces = joinedLabels(
    splitOutside(text, separator)
      .map((piece) => piece.trim())
      .filter((piece) => piece !== ''),
    known,
  )
  const parts = pieces.map((piece) => split(piece, known, finer))
  const saysMore = parts.flat().some((piece) => understood(piece, known))
  return saysMore || separator.test(';') ? parts.flat() : split(text, known, finer)
}

/** Joins 合格的，进入第5步: the comma between a label and its target does not separate. */
function joinedLabels(pieces: readonly string[], known: KnownNearly): readonly string[] {
  const joined: string[] = []
  for (const piece of pieces) {
    const before = joined.at(-1)
    const whole = before === undefined ? '' : `${before}，${piece}`
    const belongs =
      before !== undefined &&
      !understood(before, known) &&
      (leadsOn.test(piece) || leadsBack.test(piece) || outcomeWords.test(piece)) &&
      understood(whole, known) !== undefined
    if (belongs) joined[joined.length - 1] = whole
    else joined.push(piece)
  }
  return joined
}

function understood(piece: string, known: KnownNearly): Way | undefined {
  const strict = strictTarget(piece, known)
  if (strict) return strict
  const brackets = trailingBrackets(piece)
  if (brackets && brackets.before !== '' && brackets.inside !== '') {
    const before = understood(brackets.before, known)
    if (before && before.to !== 'nothing')
      return { ...before, label: bracketed(before.label, brackets.inside) }
  }
  return labelledTarget(piece, known)
}

/** Contains several statements; labels and names never contain these. */
const holdsMore = /[→;；]|->|=>/

function isOutcome(words: string): boolean {
  const isWhole = /^[^()（）]*(?:[(（][^()（）]*[)）])?$/.test(words)
  return isWhole && outcomeWords.test(words) && !/[→;；，,:：]/.test(words)
}

/** A target without a label. */
function strictTarget(words: string, known: KnownNearly): Way | undefined {
  const plain = plainTarget(words, known)
  if (plain) return plain
  const onward = words.replace(leadsOn, '').trim()
  if (onward !== words) return afterWay(onward, known, 'onward')
  const back = words.replace(leadsBack, '').trim()
  if (back === words) return undefined
  if (back === '') return { to: 'previous', words, back: true }
  return afterWay(back, known, 'back')
}

/** 退回第1步修改: the action may follow the target. */
function afterWay(words: string, known: KnownNearly, way: 'onward' | 'back'): Way | undefined {
  const short = words.replace(doneThere, '')
  return (
    plainTarget(words, known) ??
    (short === '' ? undefined : plainTarget(short, known)) ??
    nearTarget(words, known, way)
  )
}

function plainTarget(words: string, known: KnownNearly): Way | undefined {
  const squeezed = words.normalize('NFKC').replaceAll(/\s/g, '')
  if (known.byName(words)) return { to: 'name', words }
  if (known.byNumber(squeezed)) return { to: 'number', words: squeezed }
  const number = numbered(squeezed)
  if (number && known.byNumber(number.words)) return number
  if (nothingWords.includes(words)) return { to: 'nothing' }
  if (endWords.includes(words)) return { to: 'end', words }
  if (previousWords.test(squeezed)) return { to: 'previous', words, back: true }
  return undefined
}

interface Numbered {
  readonly to: 'number'
  readonly words: string
  readonly label?: string
}

/** 第3步, 退回3, 三, ③ */
function numbered(squeezed: string): Numbered | undefined {
  const [, way, digits] = nextNumberPattern.exec(squeezed) ?? []
  if (digits !== undefined) return { to: 'number', words: digits, ...(way !== undefined && { label: way }) }
  const words = numberIn(squeezed)
  return words === undefined ? undefined : { to: 'number', words }
}

function nearTarget(words: string, known: KnownNearly, way: 'onward' | 'back'): Way | undefined {
  if (/[，,；;]/.test(words)) return undefined
  if (known.nearly(words)) return { to: 'nearly', words, back: way === 'back' }
  return way === 'back' && amendWords.test(words) ? { to: 'start', words, back: true } : undefined
}

/** 同意→4, 合格进入第5步, 不符合的不予受理. */
function labelledTarget(piece: string, known: KnownNearly): Way | undefined {
  const [, mark, rest] = labelThenTarget.exec(piece.replaceAll('：', ':')) ?? []
  if (mark && rest && !holdsMore.test(rest)) {
    const target = targetAfterMark(rest.trim(), known)
    if (target) return withLabel(target, tidyLabel(mark))
  }
  const [, label, way] = labelWayTarget.exec(piece) ?? []
  const target = label && way && !holdsMore.test(piece) ? strictTarget(way.trim(), known) : undefined
  // 3或退回1: the label is a way of its own.
  const isWay = label !== undefined && strictTarget(label.replace(wayJoin, '').trim(), known) !== undefined
  if (label && target && !isWay) return withLabel(target, tidyLabel(label))
  const [, condition, outcome] = /^(.+?)(?:的|[,，])+\s*(.+)$/.exec(piece) ?? []
  if (
    condition &&
    outcome &&
    !holdsMore.test(condition) &&
    isOutcome(outcome) &&
    !outcomeWords.test(condition)
  )
    return { to: 'end', words: outcome, label: tidyLabel(condition) }
  const toTheRight = /^(?:→|->|=>)(.+)$/.exec(piece)?.[1]?.trim()
  return toTheRight ? understood(toTheRight, known) : undefined
}

/** After an arrow or colon only a target may follow. */
function targetAfterMark(words: string, known: KnownNearly): Way | undefined {
  const strict = strictTarget(words, known)
  if (strict) return strict
  const brackets = trailingBrackets(words)
  const named = brackets && brackets.before !== '' ? strictTarget(brackets.before, known) : undefined
  if (brackets && named) return withLabel(named, brackets.inside)
  if (isOutcome(words)) return { to: 'end', words }
  if (amendWords.test(words)) return { to: 'start', words, back: true }
  return known.nearly(words) ? { to: 'nearly', words, back: false } : undefined
}

/** A name that is no step: a similar step, an end, or unknown. */
function unknownTarget(piece: string, known: KnownNearly): Way {
  if (!holdsMore.test(piece) && known.nearly(piece)) return { to: 'nearly', words: piece, back: false }
  if (isOutcome(piece)) return { to: 'end', words: piece }
  const brackets = trailingBrackets(piece)
  const number = numbered((brackets?.before ?? piece).normalize('NFKC').replaceAll(/\s/g, ''))
  if (number) return brackets ? { ...number, label: brackets.inside } : number
  return brackets && brackets.before !== ''
    ? { to: 'name', words: brackets.before, label: brackets.inside }
    : { to: 'name', words: piece }
}

function withLabel(target: Way, label: string): Way {
  if (target.to === 'nothing') return target
  const inside = target.to === 'number' ? undefined : target.label
  return { ...target, label: inside === undefined ? label : bracketed(label, inside) }
}

/** 不合格→5（整改） */
function bracketed(label: string | undefined, more: string): string {
  return label === undefined || leadsBack.test(label) ? more : `${label}（${more}）`
}

function tidyLabel(label: string): string {
  const short = label.trim().replace(labelTail, '').trim()
  return short === '' ? label.trim() : short
}
