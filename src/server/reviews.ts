/**
 * Decides review commands and stores the resulting events. An event is durable before it is
 * announced. Commands arrive over the connection or the API.
 */
import { nanoid } from 'nanoid'
import type { ReviewCommand, ReviewRefusal } from '../model/review/decide.ts'
import { decide, whyNot } from '../model/review/decide.ts'
import type { Author } from '../model/review/mark.ts'
import type { Review, ReviewEvent, Seal } from '../model/review/review.ts'
import { nextSerial, numberBeginning, readNoticeNumber } from '../model/review/noticeNumber.ts'
import { isApproving, after, noReview, reviewOf } from '../model/review/review.ts'
import type { Role } from '../protocol/roles.ts'
import { may } from '../protocol/roles.ts'
import { noticeWords } from '../text/paper/notices.ts'
import { reviewWords } from '../text/screen/review.ts'
import { openTurns } from './openTurns.ts'
import type { History } from './history.ts'
import { chained } from '../model/review/reviewChain.ts'
import type { ReviewTable } from './store/tables.ts'

/** The review table, called across the thread boundary. */
type Kept = { readonly [F in keyof ReviewTable]: Distant<ReviewTable[F]> }
type Distant<F> = F extends (...args: infer A) => infer R ? (...args: A) => Promise<R> : never

export interface Reviews {
  readonly of: (chart: string) => Promise<Review>
  /** The same, from memory where it is known: for lists over many charts. */
  readonly recent: (chart: string) => Promise<Review>
  readonly give: (chart: string, command: ReviewCommand, who: Author, role: Role) => Promise<ReviewSource>
  /** The next 文号 of a notice; numbers count through the whole unit. */
  readonly nextNumber: (chart: string, year: number, words: UnitWords) => Promise<string>
}

/** Prefixes of notice numbers. */
export interface UnitWords {
  /** 发文代字, where the unit has said one. */
  readonly word: string | undefined
  /** The unit's name; the prefix before the first notice was issued. */
  readonly name: string
}

export type ReviewSource =
  | { readonly ok: true; readonly event: ReviewEvent; readonly seq: number }
  | { readonly ok: false; readonly code: ReviewRefusal }

export interface ReviewParts {
  readonly kept: Kept
  readonly history: Pick<History, 'keep'>
  readonly now: () => number
  /** Open errors that the checks find in the chart as it stands. */
  readonly errorsIn: (chart: string) => Promise<number>
  /** Announces an event to all connections of the chart. */
  readonly tell: (chart: string, event: ReviewEvent, seq: number) => void
}

export function openReviews({ kept, history, now, errorsIn, tell }: ReviewParts): Reviews {
  const of = async (chart: string) => reviewOf(await kept.list(chart))
  const recent = recentReviews(of)
  const turns = openTurns()
  const decided: Reviews['give'] = async (chart, command, who, role) => {
    const { review, letters } = await recent.get(chart)
    const reviewer = { ...who, may: (right: 'write' | 'mark' | 'reply' | 'share') => may(role, right) }
    const refused =
      whyNot(review, command, reviewer) ??
      whyFull(review, letters, command) ??
      (await whyNotNumbered(kept, chart, command))
    if (refused !== undefined) return { ok: false, code: refused }
    const errors = command.kind === 'pass' && isApproving(review) ? await errorsIn(chart) : 0
    const given = { newId: nanoid(10), at: now(), errors }
    // Before anything is sealed: open errors of the checks want a reason.
    const early = decide(review, command, reviewer, { ...given, seal: noSeal })
    if (!early.ok) return early
    const seal = command.kind === 'pass' ? await sealed(history, chart, review, who) : noSeal
    const decision = decide(review, command, reviewer, { ...given, seal })
    if (!decision.ok) return decision
    const event = chained(review.events, decision.event)
    const seq = review.events.length + 1
    recent.forget(chart)
    // False where another chart took the number just now: commands of one chart come in turns.
    if (!(await kept.add(chart, seq - 1, event))) return { ok: false, code: 'number-taken' }
    recent.put(chart, { review: after(review, event), letters: letters + JSON.stringify(event).length })
    tell(chart, event, seq)
    return { ok: true, event, seq }
  }
  const give: Reviews['give'] = async (chart, ...command) =>
    turns.run(chart, async () => decided(chart, ...command))
  const nextNumber: Reviews['nextNumber'] = async (chart, year, { word: said, name }) => {
    const own = (await of(chart)).notices.at(-1)?.number
    const last = said === undefined ? (own ?? (await kept.lastNumber())) : undefined
    const word = said ?? readNoticeNumber(last ?? '')?.word ?? name
    const numbers = await kept.numbersOf(numberBeginning(word, year))
    return noticeWords.number(word, year, nextSerial(numbers, word, year))
  }
  return { of, recent: async (chart) => (await recent.get(chart)).review, give, nextNumber }
}

/** Events of one chart, and letters of them; a real review has hundreds. */
const mostEvents = 5000
const mostLetters = 8 * 1024 * 1024

/** What ends something may still be said when the review is full, half as much again. */
function whyFull(review: Review, letters: number, { kind }: ReviewCommand): ReviewRefusal | undefined {
  const share = Math.max(review.events.length / mostEvents, letters / mostLetters)
  const isEnding = kind === 'withdraw' || kind === 'accept' || kind === 'pass' || kind === 'sendBack'
  return share >= (isEnding ? 1.5 : 1) ? 'review-full' : undefined
}

interface RecentReview {
  readonly review: Review
  /** Of its events as they are kept. */
  readonly letters: number
}

/** Letters of all reviews that are kept in memory; reading one again costs as much as it is long. */
const mostRemembered = 32 * 1024 * 1024

/** A review without an event counts too. */
const lettersOfNone = 200

function recentReviews(of: (chart: string) => Promise<Review>) {
  const known = new Map<string, RecentReview>()
  let letters = 0
  let changes = 0
  const forget = (chart: string) => {
    const found = known.get(chart)
    if (found && known.delete(chart)) letters -= found.letters + lettersOfNone
  }
  const keep = (chart: string, review: RecentReview) => {
    forget(chart)
    known.set(chart, review)
    letters += review.letters + lettersOfNone
    for (const [oldest] of known) if (letters > mostRemembered && known.size > 1) forget(oldest)
  }
  return {
    get: async (chart: string): Promise<RecentReview> => {
      const found = known.get(chart)
      if (found) return found
      const before = changes
      const review = await of(chart)
      const read = { review, letters: JSON.stringify(review.events).length }
      // An event that came meanwhile may not be in what was read.
      if (before === changes) keep(chart, read)
      return read
    },
    put: (chart: string, review: RecentReview) => {
      changes += 1
      keep(chart, review)
    },
    forget: (chart: string) => {
      changes += 1
      forget(chart)
    },
  }
}

/**
 * Checks early whether another chart uses the number, for a clear answer; the table's
 * constraint guarantees it.
 */
async function whyNotNumbered(
  kept: Kept,
  chart: string,
  command: ReviewCommand,
): Promise<ReviewRefusal | undefined> {
  if (command.kind !== 'issue') return undefined
  return (await kept.takenElsewhere(command.notice.number.trim(), chart)) ? 'number-taken' : undefined
}

const noSeal: Seal = { revision: '', hash: '' }

/** Keeps a revision of the approved chart; the approval names it. */
async function sealed(
  history: Pick<History, 'keep'>,
  chart: string,
  review: Review,
  by: Author,
): Promise<Seal> {
  const rung = review.ladder.rungs[review.rung] ?? noReview.ladder.rungs[0]!
  const kept = await history.keep(chart, { kind: 'named', name: reviewWords.passed(rung.name), by: by.id })
  return { revision: kept.id, hash: kept.hash }
}
