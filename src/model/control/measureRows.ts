/** 措施台账: a row for every occurrence of every measure, and one for each measure that is due on no day. */
import type { Id } from '../chart.ts'
import { dayAfter } from '../time/calendarDays.ts'
import { readSchedule } from '../time/readSchedule.ts'
import { isSureOf } from '../time/schedule.ts'
import type { CheckResult, Day, PlannedMeasure } from './controlEvent.ts'
import { planOn, ruleSpans, type Check, type ControlLog, type MeasureLog } from './measureLog.ts'
import { nextOccurrence, occurrencesOf, type RuleSpan } from './occurrences.ts'

/** `open`: due, not checked yet. `unplanned`: no day is written, or it is not understood. `running`: done all the time. */
export const measureStates = [
  'open',
  ...(['done', 'partly', 'notDone', 'notApplicable'] as const),
  'unplanned',
  'running',
] as const

export type MeasureState = (typeof measureStates)[number]

/** 要求的证据 and what was handed in. */
export const evidenceStates = ['notWanted', 'wanted', 'missing', 'given'] as const

export type EvidenceState = (typeof evidenceStates)[number]

export interface MeasureRow extends PlannedMeasure {
  readonly measure: Id
  /** By the rule; it never moves. */
  readonly scheduled?: Day
  /** Where somebody moved it, another day. */
  readonly due?: Day
  readonly state: MeasureState
  /** Due before today and neither done nor not applicable: it stays so until it is. */
  readonly isOverdue: boolean
  readonly evidenceState: EvidenceState
  /** The last that holds. */
  readonly check?: Check
  /** All of this occurrence, with moves: for whoever opens the row. */
  readonly checks: readonly Check[]
  readonly moves: MeasureLog['moves']
  /** The wording that was checked is not the measure's any more. */
  readonly isChanged: boolean
  /** The measure is not in the chart any more. */
  readonly isEnded: boolean
  /** Two failures on end: to be thought about by a person. */
  readonly suggestsChange: boolean
  /** The days count workdays of a year whose calendar is not known yet. */
  readonly isUnsure: boolean
}

/** Days that an open occurrence is listed before it falls due; the next of each measure is always listed. */
const ahead = 62

/** The rows of one chart as of a day. */
export function measureRows(log: ControlLog, today: Day): readonly MeasureRow[] {
  return [...log.values()].flatMap((each) => rowsOf(each, today))
}

function rowsOf(log: MeasureLog, today: Day): readonly MeasureRow[] {
  const spans = ruleSpans(log)
  const suggestsChange = isFailingTwice(log)
  const days = listedDays(log, spans, today)
  const loose = log.checks.filter(({ scheduled }) => scheduled === undefined)
  const base = { suggestsChange, log, today, spans }
  const rows = days.map((scheduled) => occurrenceRow(scheduled, base))
  // A measure without days, and what was checked beside them.
  const isPlanned = rows.length > 0 || (log.isEnded && loose.length === 0)
  return isPlanned && loose.length === 0 ? rows : [...rows, looseRow(loose, base)]
}

/** All days so far and soon, the next one, and those that somebody wrote about. */
function listedDays(log: MeasureLog, spans: readonly RuleSpan[], today: Day): readonly Day[] {
  const found = occurrencesOf(spans, dayAfter(today, ahead)).map(({ scheduled }) => scheduled)
  const isNextThere = (found.at(-1) ?? '') >= today
  const next = log.isEnded || isNextThere ? undefined : nextOccurrence(spans, today)?.scheduled
  const spoken = [...log.checks, ...log.moves].flatMap(({ scheduled }) => scheduled ?? [])
  return [...new Set([...found, ...(next === undefined ? [] : [next]), ...spoken])].sort()
}

interface RowParts {
  readonly log: MeasureLog
  readonly today: Day
  readonly spans: readonly RuleSpan[]
  readonly suggestsChange: boolean
}

function occurrenceRow(scheduled: Day, { log, today, spans, suggestsChange }: RowParts): MeasureRow {
  const moves = log.moves.filter((move) => move.scheduled === scheduled)
  const due = moves.at(-1)?.due ?? scheduled
  const checks = log.checks.filter((check) => check.scheduled === scheduled)
  const check = lastOf(checks)
  const isSettled = check !== undefined && settles(check.result)
  const span = spans.filter(({ from, schedule }) => schedule && from <= scheduled).at(-1)
  return {
    ...(scheduled > today ? log.plan : planOn(log, scheduled)),
    measure: log.measure,
    scheduled,
    ...(due === scheduled ? {} : { due }),
    state: check?.result ?? 'open',
    isOverdue: !isSettled && due < today,
    ...shared(log, check, checks),
    moves,
    suggestsChange,
    isUnsure: span?.schedule !== undefined && !isSureOf(span.schedule, scheduled),
  }
}

function looseRow(checks: readonly Check[], { log, suggestsChange }: RowParts): MeasureRow {
  const read = readSchedule(log.plan.schedule ?? '')
  const check = lastOf(checks)
  const unchecked = read.ok && read.schedule.kind === 'running' ? 'running' : 'unplanned'
  return {
    ...log.plan,
    measure: log.measure,
    state: check?.result ?? unchecked,
    isOverdue: false,
    ...shared(log, check, checks),
    moves: [],
    suggestsChange,
    isUnsure: false,
  }
}

function shared(log: MeasureLog, check: Check | undefined, checks: readonly Check[]) {
  return {
    evidenceState: evidenceStateOf(log, check),
    ...(check ? { check } : {}),
    checks,
    isChanged: check !== undefined && !log.isEnded && check.wording !== log.plan.text,
    isEnded: log.isEnded,
  }
}

function evidenceStateOf({ plan }: MeasureLog, check: Check | undefined): EvidenceState {
  if (check?.evidence.some(({ isReplaced }) => !isReplaced)) return 'given'
  if (!plan.evidence) return 'notWanted'
  return check !== undefined && (check.result === 'done' || check.result === 'partly') ? 'missing' : 'wanted'
}

/** The last check that was not revoked. */
export function lastOf(checks: readonly Check[]): Check | undefined {
  return checks.filter(({ revoked }) => !revoked).at(-1)
}

/** After these nothing is left to do. */
export function settles(result: CheckResult): boolean {
  return result === 'done' || result === 'notApplicable'
}

/** The last two occurrences that were judged both failed. What does not apply says nothing about the measure. */
function isFailingTwice({ checks }: MeasureLog): boolean {
  const judged = new Map<string, CheckResult>()
  for (const check of checks) if (!check.revoked) judged.set(check.scheduled ?? check.check, check.result)
  const results = [...judged].filter(([, result]) => result !== 'notApplicable')
  results.sort(([one], [other]) => dayOf(checks, one).localeCompare(dayOf(checks, other)))
  return results.length > 1 && results.slice(-2).every(([, result]) => result === 'notDone')
}

function dayOf(checks: readonly Check[], key: string): Day {
  return checks.find(({ check }) => check === key)?.doneOn ?? key
}
