/**
 * Cases from a table: a row per step with start and end (GB/T 39046), a row per state with one time
 * (工程建设项目审批), a row per step with its begin and its processing (权力网上运行), a row per case with a
 * column per step (台账). No row vanishes: it is used, or rejected with a reason.
 */
import type { CaseEvent, PowerCase, Suspension } from '../../model/cases/powerCase.ts'
import {
  approvalStates,
  closingState,
  extending,
  resuming,
  suspending,
  type CaseColumn,
} from '../../text/recognition/caseWords.ts'
import type { Cell } from '../../files/tableSource/table.ts'
import { caseColumns, type CaseColumns } from './caseColumns.ts'
import { caseLedger, type CaseLedger } from './caseLedger.ts'
import { joinedTime, readCaseTime } from './readCaseTime.ts'

export interface RejectedRow {
  /** From 1, as the source counts. */
  readonly row: number
  readonly why:
    | 'noCase'
    | 'lostNumber'
    | 'noStep'
    | 'noTime'
    | 'badTime'
    | 'endBeforeStart'
    | 'twice'
    | 'resumedOnly'
  /** What stands there. */
  readonly text: string
}

export interface CaseLog {
  readonly cases: readonly PowerCase[]
  readonly rejected: readonly RejectedRow[]
  /** Rows of cases, blank ones not counted: used and rejected together. */
  readonly rows: number
  readonly columns: CaseColumns
  /** A row was a case; what is counted as rows are its times. */
  readonly isLedger: boolean
}

/** Rows above the headings: a title, a date of export. */
const mostAbove = 10

/** Takes the rows one by one. Undefined if the first name no case, step and time as headings. */
export function readCaseLog(
  rows: Iterable<readonly Cell[]>,
  choices?: ReadonlyMap<string, CaseColumn>,
): CaseLog | undefined {
  const first: (readonly Cell[])[] = []
  const log = new Log()
  let columns: CaseColumns | undefined
  let ledger: CaseLedger | undefined
  let number = 0
  for (const row of rows) {
    number += 1
    if (ledger) for (const one of ledger.rowsOf(row)) log.add(number, one, ledger.columns)
    else if (columns) log.add(number, row, columns)
    else if (number > mostAbove) return undefined
    else {
      first.push(row)
      ledger = choices === undefined || choices.size === 0 ? caseLedger(first) : undefined
      columns = ledger?.columns ?? caseColumns(first, choices)
    }
  }
  return columns && { ...log.made(), columns, isLedger: ledger !== undefined }
}

/** 1.23457E+11: a spreadsheet has rounded the number away, and many cases look like one. */
const lostNumber = /^\d(?:\.\d+)?E\+\d+$/i

type Read = (column: CaseColumn) => string

interface OpenCase {
  readonly events: CaseEvent[]
  readonly suspensions: Suspension[]
  matter?: string
  result?: string
  isClosed: boolean
  isExtended: boolean
  /** Rows that were no steps, as `rowKey`s; with many events, those too. */
  readonly seen: Set<string>
}

/** Up to so many events of a case are compared one by one. */
const fewEvents = 40

class Log {
  readonly #cases = new Map<string, OpenCase>()
  readonly #rejected: RejectedRow[] = []
  /** The same few words stand in a million rows: each is kept once. */
  readonly #words = new Map<string, string>()
  #rows = 0

  add(row: number, cells: readonly Cell[], { columns }: CaseColumns): void {
    if (cells.every(({ text }) => text.trim() === '')) return
    const read: Read = (column) => cells[columns.get(column) ?? -1]?.text.trim() ?? ''
    this.#rows += 1
    const fault = this.#take(row, read)
    if (fault) this.#rejected.push({ row, ...fault })
  }

  #take(row: number, read: Read): Omit<RejectedRow, 'row'> | undefined {
    const number = read('case')
    if (number === '') return { why: 'noCase', text: read('step') || read('status') }
    if (lostNumber.test(number)) return { why: 'lostNumber', text: number }
    const step = stepOf(read)
    if (step === '') return { why: 'noStep', text: number }
    const times = timesOf(read)
    if ('why' in times) return times
    const person = read('person')
    const one = this.#case(number)
    if (isTwice(one, { step, ...times, person })) return { why: 'twice', text: `${number} ${step}` }
    note(one, read)
    const stands = standing(one, step, times, read, row)
    if (stands !== undefined) one.seen.add(rowKey({ step, ...times, person }))
    if (stands === 'resumedOnly') return { why: 'resumedOnly', text: `${number} ${step}` }
    if (stands) return undefined
    one.events.push({
      step: this.#word(step),
      ...times,
      ...optional('person', this.#word(person)),
      ...optional('post', this.#word(read('post') || read('unit'))),
      ...optional('action', this.#word(read('action'))),
      row,
    })
    if (one.events.length === fewEvents) for (const event of one.events) one.seen.add(rowKey(event))
    else if (one.events.length > fewEvents) one.seen.add(rowKey(one.events.at(-1)!))
    return undefined
  }

  #word(text: string): string {
    const found = this.#words.get(text)
    if (found !== undefined) return found
    this.#words.set(text, text)
    return text
  }

  #case(number: string): OpenCase {
    const found = this.#cases.get(number)
    if (found) return found
    const made: OpenCase = {
      events: [],
      suspensions: [],
      isClosed: false,
      isExtended: false,
      seen: new Set(),
    }
    this.#cases.set(number, made)
    return made
  }

  made(): Omit<CaseLog, 'columns' | 'isLedger'> {
    const cases = [...this.#cases].map(([number, open]): PowerCase => {
      const { result, matter, seen: _, ...one } = open
      const events = [...one.events].sort((early, late) => byTime(early, late))
      return {
        number,
        ...one,
        events,
        isClosed: one.isClosed || closingState.test(events.at(-1)?.step ?? ''),
        ...(result === undefined ? {} : { result }),
        ...(matter === undefined ? {} : { matter }),
      }
    })
    return {
      cases: cases.filter(({ events }) => events.length > 0),
      rejected: this.#rejected,
      rows: this.#rows,
    }
  }
}

interface ReadRow {
  readonly step: string
  readonly start: string
  readonly end?: string
  readonly person?: string
}

function rowKey({ step, start, end = '', person = '' }: ReadRow): string {
  return `${start}\n${end}\n${step}\n${person}`
}

/** Whether the case has a row that says the same. */
function isTwice({ events, seen }: OpenCase, row: ReadRow): boolean {
  if (seen.size > 0 && seen.has(rowKey(row))) return true
  if (events.length >= fewEvents) return false
  const { step, start, end, person = '' } = row
  return events.some(
    (event) =>
      event.start === start && event.step === step && event.end === end && (event.person ?? '') === person,
  )
}

/** A state may be a code; a step that is a state of the exchange, too. */
function stepOf(read: Read): string {
  const step = read('step')
  if (step !== '') return step
  const status = read('status')
  return approvalStates[status] ?? status
}

function timesOf(read: Read): { start: string; end?: string } | Omit<RejectedRow, 'row'> {
  const [first, last] = [
    joinedTime(read('startDate'), read('start')),
    joinedTime(read('endDate'), read('end')),
  ]
  if (first === '' && last === '') return { why: 'noTime', text: '' }
  const start = readCaseTime(first === '' ? last : first)
  const end = last === '' ? undefined : readCaseTime(last)
  if (start === undefined) return { why: 'badTime', text: first || last }
  if (last !== '' && end === undefined) return { why: 'badTime', text: last }
  if (end !== undefined && end < start) return { why: 'endBeforeStart', text: `${first} – ${last}` }
  return { start, ...(end === undefined ? {} : { end }) }
}

function note(one: OpenCase, read: Read): void {
  const result = read('result')
  if (result !== '') one.result = result
  if (read('matter') !== '') one.matter = read('matter')
  if (read('closedAt') !== '') one.isClosed = true
  if (extending.test(read('suspendKind'))) one.isExtended = true
}

/** Whether the row says that the clock stands or goes on: then it is no step. */
function standing(
  one: OpenCase,
  step: string,
  { start, end }: { readonly start: string; readonly end?: string },
  read: Read,
  row: number,
): 'stands' | 'resumedOnly' | undefined {
  const from = readCaseTime(read('suspendStart'))
  if (from !== undefined && !extending.test(read('suspendKind'))) {
    const to = readCaseTime(read('suspendEnd'))
    one.suspensions.push({ start: from, ...(to === undefined ? {} : { end: to }), row })
    return undefined
  }
  const isState = read('step') === ''
  if (!isState) return undefined
  if (suspending.test(step)) {
    one.suspensions.push({ start, ...(end === undefined ? {} : { end }), row })
    return 'stands'
  }
  if (!resuming.test(step)) return undefined
  const open = one.suspensions.findIndex((each) => each.end === undefined && each.start <= start)
  if (open < 0) return 'resumedOnly'
  one.suspensions[open] = { ...one.suspensions[open]!, end: start }
  return 'stands'
}

function byTime(one: CaseEvent, other: CaseEvent): number {
  if (one.start !== other.start) return one.start < other.start ? -1 : 1
  return one.row - other.row
}

function optional<K extends string>(key: K, value: string): { readonly [P in K]?: string } {
  return (value === '' ? {} : { [key]: value }) as { readonly [P in K]?: string }
}
