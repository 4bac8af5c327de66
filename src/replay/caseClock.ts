/**
 * 超时限: the clock of the law on one case, and the limits of its steps. The case begins and ends where
 * the statute of its kind says (`checks/legalClock.ts`); 补正, 特别程序 and steps that the statute leaves
 * out do not count; 延长审批 adds what the limit allows.
 */
import type { ClockOnChart } from '../checks/legalClock.ts'
import { isWorkdays } from '../checks/length.ts'
import type { Matter } from '../checks/matter.ts'
import type { Chart, Id, Step } from '../model/chart.ts'
import type { SpanLimit, TimeUnit } from '../model/time/timeLimit.ts'
import type { CaseEvent, LocalTime, PowerCase } from '../model/cases/powerCase.ts'
import {
  countedDays,
  dayIn,
  usualHours,
  workingMinutes,
  type Span,
  type WorkingHours,
} from './workingTime.ts'

export interface TimeTaken {
  /** In `unit`; hours in parts. */
  readonly used: number
  readonly most: number
  readonly unit: TimeUnit
  readonly isLate: boolean
  readonly isCalendarKnown: boolean
}

export interface StepTime extends TimeTaken {
  readonly event: number
  readonly step: Id
}

export interface CaseTime {
  /** Undefined: no limit is stated, or the case has not begun by the clock. */
  readonly whole?: TimeTaken & {
    readonly start: LocalTime
    readonly end: LocalTime
    readonly isRunning: boolean
  }
  /** Steps whose own limit is exceeded, though the case may be in time (环节超时). */
  readonly lateSteps: readonly StepTime[]
  /** Steps that were over before their time: 公示不少于7日. */
  readonly shortSteps: readonly StepTime[]
  /** Steps of which only the start is recorded: their length is not known. */
  readonly unmeasured: readonly number[]
}

export interface ClockSettings {
  readonly chart: Chart
  readonly clock: ClockOnChart
  readonly matter: Matter
  /** For cases that are still open. */
  readonly now: LocalTime
  readonly hours?: WorkingHours
}

/** `stepOfEvent`: of the alignment. */
export function caseTime(
  one: PowerCase,
  stepOfEvent: readonly (Id | undefined)[],
  { chart, clock, matter, now, hours = usualHours }: ClockSettings,
): CaseTime {
  const steps = new Map(chart.steps.map((step) => [step.id, step]))
  const stands = one.suspensions.map(({ start, end }): Span => ({ start, end: end ?? now }))
  const whole = wholeOf(one, stepOfEvent, steps, stands, { chart, clock, matter, now, hours })
  const lateSteps: StepTime[] = []
  const shortSteps: StepTime[] = []
  const unmeasured: number[] = []
  one.events.forEach(({ start, end }, event) => {
    const id = stepOfEvent[event]
    const limit = id === undefined ? undefined : steps.get(id)!.timeLimit
    if (id === undefined || !limit || (limit.kind !== 'span' && limit.kind !== 'immediate')) return
    if (end === undefined || (one.isClosed && end === start && !hasEnds(one))) {
      unmeasured.push(event)
      return
    }
    const span = { start, end }
    if (limit.kind === 'immediate') {
      if (sameDay(span).isLate) lateSteps.push({ ...sameDay(span), event, step: id })
      return
    }
    const allowed = extended(limit, one.isExtended)
    const taken = timeTaken(span, { ...allowed, unit: unitOf(limit, matter) }, stands, hours)
    if (taken === undefined) return
    const isShort = limit.bound === 'atLeast' && taken.used < taken.most
    if (isShort) shortSteps.push({ ...taken, isLate: false, event, step: id })
    if (limit.bound === 'atMost' && taken.isLate) lateSteps.push({ ...taken, event, step: id })
  })
  return { ...(whole ? { whole } : {}), lateSteps, shortSteps, unmeasured }
}

/**
 * 10日 without 工作 or 自然: as the statute of the kind means it; of a kind that the product does not
 * know, workdays, so that only what is certainly late is called so.
 */
export function unitOf(limit: SpanLimit, matter: Matter): TimeUnit {
  const isOpen = limit.unit === 'day' && limit.unitUnsaid === true && matter.kind === undefined
  return isOpen || isWorkdays(limit, matter) ? 'workday' : limit.unit
}

/** GB/T 39046: where there is no end, the start is repeated. */
function hasEnds({ events }: PowerCase): boolean {
  return events.some(({ start, end }) => end !== undefined && end !== start)
}

function wholeOf(
  one: PowerCase,
  stepOfEvent: readonly (Id | undefined)[],
  steps: ReadonlyMap<Id, Step>,
  stands: readonly Span[],
  { chart, clock, matter, now, hours }: Required<ClockSettings>,
): CaseTime['whole'] {
  const { promisedLimit, statutoryLimit } = chart.header
  const limit = [promisedLimit, statutoryLimit].find((each): each is SpanLimit => each?.kind === 'span')
  const at = (wanted: ReadonlySet<Id>) => (_: CaseEvent, event: number) =>
    wanted.has(stepOfEvent[event] ?? '')
  const begin = one.events.find(at(new Set(clock.starts)))
  if (!limit || limit.bound === 'atLeast' || !begin) return undefined
  const start = begin.end ?? begin.start
  const isStop = at(clock.stops)
  const stop = one.events.filter((event, index) => isStop(event, index)).at(-1)
  const last = stop ?? (one.isClosed ? one.events.at(-1) : undefined)
  const isRunning = last === undefined
  const end = last ? (last.end ?? last.start) : now
  const left = one.events.flatMap((event, index): readonly Span[] => {
    const step = steps.get(stepOfEvent[index] ?? '')
    const why = step && clock.whyUncounted(step)
    if (event.end === undefined || (why !== 'statute' && why !== 'said')) return []
    return [{ start: event.start, end: event.end }]
  })
  const allowed = { ...extended(limit, one.isExtended), unit: unitOf(limit, matter) }
  const taken = timeTaken({ start, end }, allowed, [...stands, ...left], hours)
  return taken && { ...taken, start, end, isRunning }
}

function extended(limit: SpanLimit, isExtended: boolean): SpanLimit {
  const more = isExtended && limit.extension?.unit === limit.unit ? limit.extension.amount : 0
  return { ...limit, amount: limit.amount + more }
}

/** Undefined for units in which no clock is kept to the day (月 and 年 are counted by the calendar). */
export function timeTaken(
  span: Span,
  { amount, unit }: Pick<SpanLimit, 'amount' | 'unit'>,
  excluded: readonly Span[] = [],
  hours: WorkingHours = usualHours,
): TimeTaken | undefined {
  if (unit === 'hour') {
    const used = workingMinutes(span, excluded, hours) / 60
    return {
      used,
      most: amount,
      unit,
      isLate: used > amount,
      isCalendarKnown: countedDays(span, 'day').isCalendarKnown,
    }
  }
  if (unit === 'month' || unit === 'year') return byCalendar(span, amount, unit, excluded)
  const most = unit === 'week' ? amount * 7 : amount
  const { days, isCalendarKnown } = countedDays(span, unit === 'workday' ? 'workday' : 'day', excluded)
  const counted = unit === 'workday' ? 'workday' : 'day'
  return {
    used: days,
    most,
    unit: counted,
    isLate: days > most,
    isCalendarKnown: counted === 'day' || isCalendarKnown,
  }
}

/** 当场办理: on the same day. */
function sameDay(span: Span): TimeTaken {
  const used = countedDays(span, 'day').days
  return { used, most: 0, unit: 'day', isLate: used > 0, isCalendarKnown: true }
}

/** Until the day of the same number (民法典 202); what the clock stands still in is added in days. */
function byCalendar(
  span: Span,
  amount: number,
  unit: 'month' | 'year',
  excluded: readonly Span[],
): TimeTaken {
  const months = unit === 'year' ? amount * 12 : amount
  const due = monthsAfter(dayIn(span.start), months)
  const most = countedDays({ start: span.start, end: `${due}T23:59:59` }, 'day').days
  const used = countedDays(span, 'day', excluded).days
  return { used, most, unit: 'day', isLate: used > most, isCalendarKnown: true }
}

function monthsAfter(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const total = year * 12 + month - 1 + months
  const [y, m] = [Math.floor(total / 12), (total % 12) + 1]
  const last = new Date(y, m, 0).getDate()
  return `${y}-${two(m)}-${two(Math.min(date, last))}`
}

function two(part: number | undefined): string {
  return String(part).padStart(2, '0')
}
