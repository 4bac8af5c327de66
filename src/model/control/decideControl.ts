/** Decides a command about a measure: the event that comes of it, or the refusal. Never throws. */
import type { Id } from '../chart.ts'
import type { Author } from '../review/mark.ts'
import { chinaDay } from '../time/chinaDay.ts'
import type { CheckResult, ControlEvent, Day, EvidenceFile } from './controlEvent.ts'
import { checkIn, type ControlLog } from './measureLog.ts'
import { measureRows, settles, type MeasureRow } from './measureRows.ts'

export type ControlCommand =
  | {
      readonly kind: 'check'
      readonly measure: Id
      readonly scheduled?: Day | undefined
      readonly doneOn: Day
      readonly result: CheckResult
      readonly note: string
    }
  /** 改期 */
  | {
      readonly kind: 'move'
      readonly measure: Id
      readonly scheduled: Day
      readonly due: Day
      readonly reason: string
    }
  /** 撤销: one's own check, or anybody's for who keeps the 台账. */
  | { readonly kind: 'revoke'; readonly check: Id; readonly reason: string }
  | {
      readonly kind: 'evidence'
      readonly check: Id
      readonly name: string
      readonly text?: string | undefined
      readonly file?: EvidenceFile | undefined
      readonly on?: Day | undefined
      readonly replaces?: Id | undefined
    }

export type ControlRefusal =
  | 'no-right'
  | 'unnamed'
  | 'no-such-measure'
  | 'no-such-occurrence'
  | 'no-such-check'
  | 'no-such-evidence'
  | 'already-settled'
  | 'revoked'
  | 'not-done-yet'
  | 'no-reason'
  | 'no-note'
  | 'same-day'
  | 'no-evidence'
  | 'not-own'
  | 'control-full'

/** `write`: enters what was done. `keep`: answers for the 台账. */
export interface Controller extends Author {
  readonly may: (right: 'write' | 'keep') => boolean
}

export interface ControlInput {
  readonly newId: Id
  /** ms since 1970 */
  readonly at: number
  /** SHA-256 of the chart file as it stands. */
  readonly hash: string
}

export type ControlDecision =
  | { readonly ok: true; readonly event: ControlEvent }
  | { readonly ok: false; readonly code: ControlRefusal }

export function decideControl(
  log: ControlLog,
  command: ControlCommand,
  who: Controller,
  given: ControlInput,
): ControlDecision {
  const code = whyNotControl(log, command, who, chinaDay(given.at))
  return code === undefined ? { ok: true, event: eventOf(log, command, who, given) } : { ok: false, code }
}

/** The refusal of a command; undefined if it is allowed. The page asks it too. */
export function whyNotControl(
  log: ControlLog,
  command: ControlCommand,
  who: Controller,
  today: Day,
): ControlRefusal | undefined {
  if (!who.may('write')) return 'no-right'
  if (isBlank(who.name)) return 'unnamed'
  switch (command.kind) {
    case 'check':
      return againstCheck(log, command, today)
    case 'move':
      return againstMove(log, command, today)
    case 'revoke': {
      const found = checkIn(log, command.check)
      if (!found) return 'no-such-check'
      if (found.check.revoked) return 'revoked'
      if (found.check.by.id !== who.id && !who.may('keep')) return 'not-own'
      return isBlank(command.reason) ? 'no-reason' : undefined
    }
    case 'evidence': {
      const found = checkIn(log, command.check)
      if (!found) return 'no-such-check'
      if (found.check.revoked) return 'revoked'
      const { replaces } = command
      const isKnown = replaces === undefined || found.check.evidence.some((one) => one.evidence === replaces)
      if (!isKnown) return 'no-such-evidence'
      return command.file === undefined && isBlank(command.text ?? '') ? 'no-evidence' : undefined
    }
  }
}

type CommandOf<K extends ControlCommand['kind']> = Extract<ControlCommand, { readonly kind: K }>

function againstCheck(
  log: ControlLog,
  { measure, scheduled, doneOn, result, note }: CommandOf<'check'>,
  today: Day,
): ControlRefusal | undefined {
  if (!log.has(measure)) return 'no-such-measure'
  if (scheduled !== undefined) {
    const row = rowIn(log, measure, scheduled, today)
    if (!row) return 'no-such-occurrence'
    if (row.check && settles(row.check.result)) return 'already-settled'
  }
  if (doneOn > today) return 'not-done-yet'
  return result !== 'done' && isBlank(note) ? 'no-note' : undefined
}

function againstMove(
  log: ControlLog,
  { measure, scheduled, due, reason }: CommandOf<'move'>,
  today: Day,
): ControlRefusal | undefined {
  if (!log.has(measure)) return 'no-such-measure'
  const row = rowIn(log, measure, scheduled, today)
  if (!row) return 'no-such-occurrence'
  if (row.check && settles(row.check.result)) return 'already-settled'
  if ((row.due ?? row.scheduled) === due) return 'same-day'
  return isBlank(reason) ? 'no-reason' : undefined
}

function rowIn(log: ControlLog, measure: Id, scheduled: Day, today: Day): MeasureRow | undefined {
  const found = log.get(measure)
  return found && measureRows(new Map([[measure, found]]), today).find((row) => row.scheduled === scheduled)
}

function eventOf(
  log: ControlLog,
  command: ControlCommand,
  { id, name, post }: Controller,
  { newId, at, hash }: ControlInput,
): ControlEvent {
  const acted = { by: { id, name, post }, at }
  switch (command.kind) {
    case 'check': {
      const { measure, scheduled, doneOn, result, note } = command
      const wording = log.get(measure)?.plan.text ?? ''
      const day = scheduled === undefined ? {} : { scheduled }
      return { kind: 'checked', check: newId, measure, ...day, doneOn, result, note, wording, hash, ...acted }
    }
    case 'move': {
      const { measure, scheduled, due, reason } = command
      return { kind: 'moved', measure, scheduled, due, reason, ...acted }
    }
    case 'revoke':
      return { kind: 'revoked', check: command.check, reason: command.reason, ...acted }
    case 'evidence': {
      const { check, name: said, text, file, on, replaces } = command
      return {
        kind: 'evidenced',
        evidence: newId,
        check,
        name: said,
        ...(text ? { text } : {}),
        ...(file ? { file } : {}),
        ...(on ? { on } : {}),
        ...(replaces ? { replaces } : {}),
        ...acted,
      }
    }
  }
}

function isBlank(text: string): boolean {
  return text.trim() === ''
}
