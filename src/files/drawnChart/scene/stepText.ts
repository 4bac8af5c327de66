/**
 * The text of a box: name, 岗位 and 时限 in further lines or in brackets, marked lines (依据：…), and what
 * it says of risks.
 */
import { readTimeLimit } from '../../../model/time/readTimeLimit.ts'
import type { TimeLimit } from '../../../model/time/timeLimit.ts'
import { limitRest, endsLikePost, noPostWords, ownMarks } from '../../../text/recognition/drawnWords.ts'
import { looksLikePost, readPostNames } from '../../tableReading/cells/readPostNames.ts'
import { splitOutside, trailingBrackets } from '../../tableReading/cells/splitOutside.ts'
import { mostText, splitSideText, type SideText } from './sideText.ts'

export interface StepText {
  readonly name: string
  readonly posts: readonly string[]
  /** Posts that only their ending tells. */
  readonly guessedPosts: readonly string[]
  /** It says that it has no post (岗位：未定), whatever lane it stands in. */
  readonly unassigned?: true
  readonly limit?: TimeLimit
  readonly basis: readonly string[]
  readonly materials: readonly string[]
  readonly documents: readonly string[]
  readonly notes: readonly string[]
  readonly side?: SideText
}

const nothingSaid: Omit<StepText, 'name'> = {
  posts: [],
  guessedPosts: [],
  basis: [],
  materials: [],
  documents: [],
  notes: [],
}

interface Reading {
  readonly names: string[]
  readonly posts: string[]
  readonly guessed: string[]
  readonly limits: string[]
  readonly basis: string[]
  readonly materials: string[]
  readonly documents: string[]
  readonly notes: string[]
  unassigned: boolean
}

const marks = ownMarks.map(([field, words]) => ({
  field,
  // A bracket that ends the value is its own, unless one stands before the mark.
  pattern: new RegExp(
    String.raw`^(?:[(（【[]\s*(?:${words})\s*[:：]\s*(?<framed>.+?)\s*[)）】\]]|(?:${words})\s*[:：]\s*(?<value>.+?)\s*)$`,
  ),
}))

/** A text that is a name as a whole. */
export function namedStep(text: string): StepText {
  return { ...nothingSaid, name: joinedName(text.split('\n')) }
}

function valueOf(pattern: RegExp, line: string): string | undefined {
  const { framed, value } = pattern.exec(line)?.groups ?? {}
  return framed ?? value
}

export function readStepText(text: string, named?: string): StepText {
  if (text.length > mostText) return { ...nothingSaid, name: joinedName(text.slice(0, mostText).split('\n')) }
  const side = splitSideText(text)
  const reading: Reading = {
    names: [],
    posts: [],
    guessed: [],
    limits: [],
    basis: [],
    materials: [],
    documents: [],
    notes: [],
    unassigned: false,
  }
  const before = side?.before ?? text
  for (const line of before.split('\n').map((each) => each.trim())) if (line !== '') readLine(line, reading)
  const { names, posts, guessed, limits, unassigned, ...lists } = reading
  const whole = joinedName(names)
  const { name, hints } = names.length > 0 && names[0] === named ? noHints(whole) : ownHints(whole, posts)
  const limit = limits[0] ?? hints.limits[0]
  return {
    name,
    posts: [...new Set([...posts, ...guessed, ...hints.posts])],
    guessedPosts: guessed,
    ...(unassigned && { unassigned }),
    ...(limit !== undefined && { limit: readTimeLimit(limit) }),
    ...lists,
    notes: [
      ...lists.notes,
      ...limits.slice(1),
      ...(limits.length > 0 ? hints.limits : hints.limits.slice(1)),
    ],
    ...(side && { side }),
  }
}

function readLine(line: string, reading: Reading): void {
  const isFirst = reading.names.length === 0
  const marked = marks.map(({ field, pattern }) => ({ field, value: valueOf(pattern, line) }))
  const found = marked.find(({ value }) => value !== undefined)
  if (found && found.field === 'post' && noPostWords.test(found.value!)) reading.unassigned = true
  else if (found && found.field === 'post') reading.posts.push(...readPostNames(found.value!))
  else if (found && found.field === 'limit') reading.limits.push(found.value!)
  else if (found && found.field === 'note') reading.notes.push(found.value!)
  else if (found) reading[found.field as 'basis'].push(found.value!)
  else if (isFirst) reading.names.push(line)
  else readFurtherLine(line, reading)
}

function readFurtherLine(line: string, reading: Reading): void {
  const bare = /^[(（【[〔](.+)[)）】\]〕]$/.exec(line)?.[1]
  const hints = hintsIn(bare ?? line)
  if (!hints) {
    reading.names.push(line)
    return
  }
  reading.limits.push(...hints.limits)
  if (bare === undefined) reading.guessed.push(...hints.posts)
  else reading.posts.push(...hints.posts)
}

interface Hints {
  readonly posts: readonly string[]
  readonly limits: readonly string[]
}

/** Undefined unless every part is a post or a limit. */
function hintsIn(text: string): Hints | undefined {
  const marked = marks
    .map(({ field, pattern }) => ({ field, value: valueOf(pattern, text) }))
    .find(({ value }) => value)
  if (marked?.field === 'post') return { posts: readPostNames(marked.value!), limits: [] }
  if (saysLimit(text)) return { posts: [], limits: [text] }
  const parts = splitOutside(text, /[，,；;、/·|｜]|\s/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const limits = parts.filter(saysLimit)
  const posts = parts.filter(
    (part) => !limits.includes(part) && part.length > 1 && looksLikePost(part) && !endsLikePost.test(part),
  )
  return parts.length > 0 && limits.length + posts.length === parts.length && limits.length < 2
    ? { posts, limits: limits.map((limit) => limit.replace(limitMark, '')) }
    : undefined
}

const limitMark = /^(?:办理|承诺|法定|办结|工作)*(?:时限|期限)\s*[:：]\s*/
/** Characters beside number and unit in a line that is a limit and no more. */
const mostRest = 3

/** 20个工作日内组织，不计入办理期限 begins with its limit. */
const limitFirst = /^(?:法定|承诺)?\d+\s*个?(?:工作日|自然日|[日天周]|小时|分钟|月)(?:以?内|$)/
const mostLimit = 40

/** 5个工作日内 is a limit; 审查后3日内公示结果 is a sentence. */
export function saysLimit(text: string): boolean {
  const words = text.normalize('NFKC')
  const rest = text.replaceAll(limitRest, '')
  if (rest.length > mostRest && !(limitFirst.test(words) && text.length <= mostLimit)) return false
  return (
    readTimeLimit(text).kind !== 'unread' ||
    /\d\s*个?(?:工作日|[日天周]|小时|分钟|月)|即[日时办]|当[日天场]/.test(words)
  )
}

/** Where a line of its own names the posts, brackets behind the name belong to it. */
function ownHints(whole: string, posts: readonly string[]): HintedName {
  const found = withoutHints(whole)
  return posts.length > 0 && found.hints.posts.length > 0 ? noHints(whole) : found
}

interface HintedName {
  readonly name: string
  readonly hints: Hints
}

function noHints(name: string): HintedName {
  return { name, hints: { posts: [], limits: [] } }
}

function withoutHints(whole: string): HintedName {
  const none = noHints(whole)
  const brackets = trailingBrackets(whole)
  if (!brackets || brackets.before === '') return none
  const hints = hintsIn(brackets.inside)
  if (!hints) return none
  // 受理（窗口）（1个工作日）
  const further = withoutHints(brackets.before)
  return {
    name: further.name,
    hints: {
      posts: [...further.hints.posts, ...hints.posts],
      limits: [...further.hints.limits, ...hints.limits],
    },
  }
}

/** Lines of one name: no blank between Chinese characters. */
function joinedName(lines: readonly string[]): string {
  return lines
    .join('\n')
    .replaceAll(/(?<=[\p{Script=Han}\p{P}])\s*\n\s*(?=[\p{Script=Han}\p{P}])/gu, '')
    .replaceAll(/\s+/g, ' ')
}
