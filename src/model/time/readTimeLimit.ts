/**
 * Parses 办理时限 as people write them (domain A7: 49 values of real charts, and the statutes). An
 * unrecognised text gets the kind `unread` and keeps its wording: a misread limit would be checked
 * against the law.
 */
import { numeralCharacters, readNumeral } from '../numerals.ts'
import type { SpanLimit, TimeLimit, TimeSpan, TimeUnit } from './timeLimit.ts'

const whole = String.raw`(?:\d+(?:\.\d+)?|[${numeralCharacters}]+)`
/** 5、二十、半、一个半, and 5(五). */
const number = String.raw`(${whole}个半|${whole}|半)(?:\([${numeralCharacters}]+\))?`
/** Longer names first. 月 needs 个: 3月 is March. */
const unit = '个?(?:法定)?(工作日|自然日|日历日|日|天|小时|分钟|周|星期)|(个月)|(?<=半)(月)|(年)(?!度|级)'
/** 两天半、3个月半: the trailing 半 is part of the number. */
const span = new RegExp(`${number}(?:${unit})(半)?`, 'g')
const extension = new RegExp(`(?:延长|延期)(?:期限)?(?:不得?超过|至多|最多|最长)?${number}(?:${unit})(半)?`)
/** 延长至10个工作日 names the end, not what is added. */
const extendedTo = new RegExp(
  `(?:延长|延期)(?:期限)?(?:到|至)(?:不得?超过|最多|最长)?${number}(?:${unit})(半)?`,
)
/** 10日至15日、3日以上5日以下、不少于5日，不超过7日: the upper end is the limit. */
const range = new RegExp(
  `${number}(?:${unit})(?:[-~—–－至到]+|以上[,、]?|[,、](?:且|并)?)(?=(?:不得?(?:超过|多于|长于)|最多|最长)?${number}(?:${unit})(?:以[内下])?)`,
)
const atLeastOf = /不得?(?:少于|低于|短于)|至少|最少/
/** 其中公示5个工作日不计入: part of the length before it. */
const partUncounted = new RegExp(
  `其中[^,;。]{0,12}?${number}(?:${unit})(半)?[^,;。]{0,6}不(?:计入|计算|算入|纳入)`,
)
const sumOfTwo = /(\d+)\+(\d+)(?=个?(?:工作日|自然日|日|天))/

const calendar =
  /每(?:个|半|一)?(?:工作日|[日天周旬月季年]|星期|学期)|\d月(?:\d+日|底|初|中旬|上旬|下旬)|[日月周季年期][底末]前|[年月周季][一二两三四五\d]+次/
const immediate =
  /^(?:于|在)?(?:当[日天]|即日)(?:内|办结|完成)?$|当场|即时|即办|即刻|立即|当即|随到随办|立等可取|马上/
/** 7日前通知、提前5日: counts backwards from an event, so it is not a duration. */
const before = /^内?(?:以?前|之前)/
const atLeastBefore = /(?:不得?(?:少于|低于|短于)|至少|最少)$/
const atLeastAfter = /^\(?(?:以上|及以上)/
const boundWords = /(?:不得?(?:超过|少于|低于|短于)|至少|最少|最多|至多|最长|应当?|须|在|的)+$/
const uncounted = /不(?:计入|计算|算入|纳入)/

const unitOf: { readonly [word: string]: TimeUnit } = {
  工作日: 'workday',
  自然日: 'day',
  日历日: 'day',
  日: 'day',
  天: 'day',
  小时: 'hour',
  分钟: 'hour',
  周: 'week',
  星期: 'week',
  个月: 'month',
  月: 'month',
  年: 'year',
}

/** A duration with the words around it in its clause. */
interface Found extends TimeSpan {
  readonly unitWord: string
  readonly head: string
  readonly tail: string
}

/** Parses one limit. Never throws; an unrecognised text has the kind `unread`. */
export function readTimeLimit(wording: string): TimeLimit {
  const words = plainWords(wording)
  const part = lengthIn(partUncounted, words)
  const whole = part ? words.replace(partUncounted, '') : words
  const longer = lengthIn(extension, whole) ?? lengthIn(extendedTo, whole)
  const found = calendar.test(whole) ? [] : lengthsIn(whole.replace(extension, '').replace(extendedTo, ''))
  const counts = countsIn(whole, found.length > 0)
  if (calendar.test(whole)) return { kind: 'calendar', wording, counts }
  const [only, ...others] = found
  if (only && others.length === 0 && makesSense(only)) {
    const limit = spanLimit(only, wording, counts, whole)
    return withExtension(less(limit, part), longer, extendedTo.test(whole))
  }
  if (!only && immediate.test(whole)) return { kind: 'immediate', wording, counts }
  return { kind: 'unread', wording, counts }
}

/** Half width, without blanks; of a range only its upper end, 5+3 as 8. */
function plainWords(wording: string): string {
  const words = wording
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replace(sumOfTwo, (_, one: string, other: string) => String(Number(one) + Number(other)))
    .replace(/^(?:于|在)?次日/, '1日')
    // 5(工作日) is 5工作日; a bracket about special cases or parts is not the limit itself.
    .replaceAll(/(?<=\d)\((个?(?:工作日|自然日|小时|天|日|周|个月))\)/g, '$1')
    .replaceAll(/(?<=.)\((?:特殊|含|其中|包括|包含|复杂|疑难|如遇)[^()]*\)/g, (inside) =>
      uncounted.test(inside) ? inside : '',
    )
  const upper = range.exec(words)
  if (!upper || extension.test(words)) return words
  return (words.slice(0, upper.index) + words.slice(upper.index + upper[0].length)).replace(atLeastOf, '')
}

function lengthIn(pattern: RegExp, words: string): TimeSpan | undefined {
  const found = pattern.exec(words)
  return found ? spanOf(found.slice(1)) : undefined
}

/** Without the part that the wording itself leaves out; only of the same unit and less than the whole. */
function less(limit: SpanLimit, part: TimeSpan | undefined): SpanLimit {
  if (!part || part.unit !== limit.unit || !(part.amount < limit.amount)) return limit
  return { ...limit, amount: limit.amount - part.amount }
}

function withExtension(limit: SpanLimit, longer: TimeSpan | undefined, isEnd: boolean): SpanLimit {
  if (!longer || !Number.isFinite(longer.amount)) return limit
  if (!isEnd) return { ...limit, extension: longer }
  if (longer.unit !== limit.unit || longer.amount <= limit.amount) return limit
  return { ...limit, extension: { ...longer, amount: longer.amount - limit.amount } }
}

function lengthsIn(words: string): readonly Found[] {
  return clausesOf(words).flatMap((clause) =>
    [...clause.matchAll(span)].map((match) => ({
      ...spanOf(match.slice(1)),
      unitWord: match.slice(2, -1).find((part) => part !== undefined) ?? '',
      head: clause.slice(0, match.index),
      tail: clause.slice(match.index + match[0].length),
    })),
  )
}

/** Splits at brackets and commas: clauses about the duration and about other things. */
function clausesOf(words: string): readonly string[] {
  return words.split(/[,;。、()]/).filter((clause) => clause !== '')
}

/**
 * Takes the groups of `span`: number, units, trailing 半. The amount is NaN if the number is invalid
 * (二三).
 */
function spanOf(groups: readonly (string | undefined)[]): TimeSpan {
  const word = groups.slice(1, -1).find((part) => part !== undefined) ?? ''
  const whole = readNumeral(groups[0] ?? '') ?? Number.NaN
  const amount = groups.at(-1) === undefined ? whole : whole + 0.5
  return { amount: word === '分钟' ? amount / 60 : amount, unit: unitOf[word] ?? 'day' }
}

/** Rejects dates such as 2026年, and 提前 and 前, which count backwards from an unnamed event. */
function makesSense({ amount, unit, head, tail }: Found): boolean {
  if (!Number.isFinite(amount)) return false
  if (unit === 'year' && amount > 100) return false
  return !before.test(tail) && !head.endsWith('前')
}

function spanLimit(found: Found, wording: string, counts: boolean, words: string): SpanLimit {
  const { amount, unit, unitWord, head, tail } = found
  const from = startOf(head.replace(boundWords, ''))
  const inWorkdays = unitWord === '日' && /\((?:均?[为指以按])?工作日(?:计算?)?\)/.test(words)
  const inDays = /\((?:均?[为指以按])?(?:自然日|日历日)(?:计算?)?\)|含(?:法定)?(?:双休日|周末|节假日)/.test(
    words,
  )
  return {
    kind: 'span',
    wording,
    counts,
    bound: atLeastBefore.test(head) || atLeastAfter.test(tail) ? 'atLeast' : 'atMost',
    amount,
    unit: inWorkdays ? 'workday' : unit,
    // 天 is a calendar day; 日 is a workday in 行政许可法 art. 82 and a calendar day elsewhere.
    ...(unitWord === '日' && !inWorkdays && !inDays && { unitUnsaid: true }),
    ...(from !== undefined && { from }),
  }
}

/** Extracts the start: 自受理之日起 → 受理之日; 签订后 → 签订后; 收到书面答复 → 收到书面答复. */
function startOf(head: string): string | undefined {
  const said = head.replace(/^(?:自|从|于)/, '')
  return /^(.+?)起(?:[^起]{0,4})$/.exec(said)?.[1] ?? /^(.+(?:后|之日)|收到.+)$/.exec(said)?.[1]
}

/**
 * False if 不计入、不计算 refers to the duration before it: 公示7天(不计入时限). True if it has its own subject:
 * 5个工作日(公示时间不计算在内).
 */
function countsIn(words: string, hasLength: boolean): boolean {
  const clause = clausesOf(words).find((part) => uncounted.test(part))
  if (clause === undefined) return true
  if (!hasLength) return false
  const ofTheLength = /^(?:均|都|此|该|本|其|所需)?(?:项|段)?(?:时间|期间|期限)?(?:均|都)?不/.test(clause)
  return !ofTheLength && clause.match(span) === null
}
