/** What a rung asks to be written down when it is passed: the minutes of 集体讨论, the course of a 公示. */

export interface MeetingRecord {
  readonly what: 'meeting'
  /** yyyy-mm-dd */
  readonly on: string
  readonly place: string
  /** 应到、到会 */
  readonly due: number
  readonly present: number
  /** 决定 */
  readonly decision: string
  /** 不同意见 and its reasons; '' if there was none. */
  readonly dissent: string
}

export interface PublicityRecord {
  readonly what: 'publicity'
  /** First and last day, yyyy-mm-dd. */
  readonly from: string
  readonly until: string
  readonly place: string
  /** What was objected; '' if nothing was. */
  readonly objections: string
  /** How it was answered. */
  readonly answers: string
}

export type RungRecord = MeetingRecord | PublicityRecord

export type RecordRefusal = 'no-record' | 'too-few-present' | 'wrong-dates' | 'still-public' | 'unanswered'

/** Why the record does not do for a rung that asks for it; undefined if it does, or nothing is asked. */
export function whyNotRecorded(
  asks: RungRecord['what'] | undefined,
  record: RungRecord | undefined,
  today: string,
): RecordRefusal | undefined {
  if (asks === undefined) return undefined
  if (record?.what !== asks) return 'no-record'
  return record.what === 'meeting' ? whyNotMet(record, today) : whyNotPosted(record, today)
}

/** Two thirds are due (“三重一大”决策制度). */
function whyNotMet({ on, place, due, present, decision }: MeetingRecord, today: string) {
  if (isBlank(place) || isBlank(decision) || !isDay(on)) return 'no-record'
  if (on > today) return 'wrong-dates'
  const isCounted = Number.isInteger(due) && Number.isInteger(present) && due > 0 && present <= due
  if (!isCounted) return 'no-record'
  return present * 3 < due * 2 ? 'too-few-present' : undefined
}

/** The last day of a 公示 is part of it. */
function whyNotPosted({ from, until, place, objections, answers }: PublicityRecord, today: string) {
  if (isBlank(place) || !isDay(from) || !isDay(until)) return 'no-record'
  if (until < from) return 'wrong-dates'
  if (until >= today) return 'still-public'
  return !isBlank(objections) && isBlank(answers) ? 'unanswered' : undefined
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))
}

function isBlank(text: string): boolean {
  return text.trim() === ''
}
