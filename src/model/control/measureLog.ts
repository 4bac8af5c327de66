/** The measures of one chart with what happened to them, computed from the events. */
import type { Id } from '../chart.ts'
import { readSchedule } from '../time/readSchedule.ts'
import { isSameSchedule } from '../time/schedule.ts'
import type { ControlEvent, Day, PlannedMeasure } from './controlEvent.ts'
import type { RuleSpan } from './occurrences.ts'

type Of<K extends ControlEvent['kind']> = Extract<ControlEvent, { readonly kind: K }>

export interface Evidence extends Of<'evidenced'> {
  /** A later version took its place. */
  readonly isReplaced: boolean
}

export interface Check extends Of<'checked'> {
  readonly evidence: readonly Evidence[]
  readonly revoked?: Of<'revoked'>
}

export interface MeasureLog {
  readonly measure: Id
  /** The measure as the chart has it, or had it last. */
  readonly plan: PlannedMeasure
  /** What held since when; the plan is undefined where the measure was not in the chart. */
  readonly plans: readonly { readonly from: Day; readonly plan: PlannedMeasure | undefined }[]
  readonly isEnded: boolean
  readonly moves: readonly Of<'moved'>[]
  /** In the order in which they were entered, revoked ones too. */
  readonly checks: readonly Check[]
}

export type ControlLog = ReadonlyMap<Id, MeasureLog>

export function controlLog(events: readonly ControlEvent[]): ControlLog {
  return events.reduce<ControlLog>(logAfter, new Map())
}

export function logAfter(log: ControlLog, event: ControlEvent): ControlLog {
  const after = changed(log, event)
  return after ? new Map(log).set(after.measure, after) : log
}

function changed(log: ControlLog, event: ControlEvent): MeasureLog | undefined {
  switch (event.kind) {
    case 'planned': {
      const { measure, from, plan } = event
      const before = log.get(measure) ?? { measure, plans: [], moves: [], checks: [] }
      return { ...before, plan, isEnded: false, plans: [...before.plans, { from, plan }] }
    }
    case 'ended': {
      const before = log.get(event.measure)
      return (
        before && {
          ...before,
          isEnded: true,
          plans: [...before.plans, { from: event.from, plan: undefined }],
        }
      )
    }
    case 'moved': {
      const before = log.get(event.measure)
      return before && { ...before, moves: [...before.moves, event] }
    }
    case 'checked': {
      const before = log.get(event.measure)
      return before && { ...before, checks: [...before.checks, { ...event, evidence: [] }] }
    }
    case 'revoked':
      return withCheck(log, event.check, (check) => ({ ...check, revoked: event }))
    case 'evidenced':
      return withCheck(log, event.check, (check) => ({
        ...check,
        evidence: [
          ...check.evidence.map((one) =>
            one.evidence === event.replaces ? { ...one, isReplaced: true } : one,
          ),
          { ...event, isReplaced: false },
        ],
      }))
  }
}

function withCheck(log: ControlLog, id: Id, change: (check: Check) => Check): MeasureLog | undefined {
  for (const each of log.values())
    if (each.checks.some(({ check }) => check === id))
      return { ...each, checks: each.checks.map((one) => (one.check === id ? change(one) : one)) }
  return undefined
}

/** The check with this id, with its measure. */
export function checkIn(
  log: ControlLog,
  id: Id,
): { readonly measure: MeasureLog; readonly check: Check } | undefined {
  for (const measure of log.values()) {
    const check = measure.checks.find((one) => one.check === id)
    if (check) return { measure, check }
  }
  return undefined
}

/** The rules of a measure: a change of words alone begins no new one. */
export function ruleSpans({ plans }: Pick<MeasureLog, 'plans'>): readonly RuleSpan[] {
  const spans: RuleSpan[] = []
  for (const { from, plan } of plans) {
    const read = readSchedule(plan?.schedule ?? '')
    const schedule = read.ok ? read.schedule : undefined
    const last = spans.at(-1)
    if (last && isSameSchedule(last.schedule, schedule)) continue
    // Of several changes on one day the last holds.
    if (last?.from === from) spans.pop()
    spans.push({ from, schedule })
  }
  return spans
}

/** The measure as it stood on a day. */
export function planOn({ plans, plan }: Pick<MeasureLog, 'plans' | 'plan'>, day: Day): PlannedMeasure {
  return plans.filter((one) => one.plan && one.from <= day).at(-1)?.plan ?? plan
}
