/** 措施台账 across charts: what was asked for, counted, and what each column can be filtered by. */
import type { Id } from '../chart.ts'
import type { Day } from './controlEvent.ts'
import type { MeasureRow } from './measureRows.ts'

/** A row with the chart that it belongs to. */
export interface ListedMeasure extends MeasureRow {
  readonly chart: Id
  readonly title: string
  readonly office: string
}

/** Columns with values to choose from; several of one column are alternatives. */
export const measureFilters = [
  'title',
  'office',
  'place',
  'level',
  'stage',
  'means',
  'responsible',
  'schedule',
  'state',
  'evidence',
] as const

export type MeasureFilter = (typeof measureFilters)[number]

export interface MeasureQuery {
  /** Words that the row holds, all of them. */
  readonly text?: string
  readonly overdue?: boolean
  /** Due days, both included. Rows without a day are in no period. */
  readonly from?: Day
  readonly until?: Day
  readonly only?: { readonly [F in MeasureFilter]?: readonly string[] }
}

export interface MeasureCounts {
  readonly rows: number
  readonly overdue: number
  /** Due up to today: of these 落实率 is counted. What does not apply is left out. */
  readonly due: number
  readonly done: number
  readonly partly: number
  readonly notDone: number
  readonly missingEvidence: number
}

/** A row's values of a column; none where it is empty. */
export function valuesOf(row: ListedMeasure, filter: MeasureFilter): readonly string[] {
  switch (filter) {
    case 'place':
      return row.places
    case 'evidence':
      return [row.evidenceState]
    case 'title':
    case 'office':
    case 'level':
    case 'stage':
    case 'means':
    case 'responsible':
    case 'schedule':
    case 'state':
      return [row[filter] ?? ''].filter((value) => value !== '')
  }
}

/** In the order of due days; what is due on no day comes last. */
export function askedMeasures(rows: readonly ListedMeasure[], query: MeasureQuery): readonly ListedMeasure[] {
  const words = (query.text ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  const only = Object.entries(query.only ?? {}) as [MeasureFilter, readonly string[]][]
  return rows
    .filter((row) => !query.overdue || row.isOverdue)
    .filter((row) => isInPeriod(row, query))
    .filter((row) => only.every(([filter, wanted]) => hasOne(row, filter, wanted)))
    .filter((row) => words.length === 0 || holds(row, words))
    .sort(byDue)
}

/** An empty value stands for rows without one. */
function hasOne(row: ListedMeasure, filter: MeasureFilter, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true
  const values = valuesOf(row, filter)
  return values.length === 0 ? wanted.includes('') : values.some((value) => wanted.includes(value))
}

function isInPeriod(row: ListedMeasure, { from, until }: MeasureQuery): boolean {
  if (from === undefined && until === undefined) return true
  const due = dueOf(row)
  return due !== undefined && (from === undefined || due >= from) && (until === undefined || due <= until)
}

export function dueOf({ due, scheduled }: ListedMeasure): Day | undefined {
  return due ?? scheduled
}

function holds(row: ListedMeasure, words: readonly string[]): boolean {
  const { title, office, text, responsible = '', schedule = '', evidence = '', places, risks } = row
  const said = [title, office, text, responsible, schedule, evidence, ...places, ...risks]
    .join('\n')
    .toLowerCase()
  return words.every((word) => said.includes(word))
}

function byDue(one: ListedMeasure, other: ListedMeasure): number {
  const [a, b] = [dueOf(one) ?? '9', dueOf(other) ?? '9']
  if (a !== b) return a < b ? -1 : 1
  return one.title < other.title ? -1 : Number(one.title > other.title)
}

export function measureCounts(rows: readonly ListedMeasure[], today: Day): MeasureCounts {
  const count = (isCounted: (row: ListedMeasure) => boolean) => rows.filter(isCounted).length
  return {
    rows: rows.length,
    overdue: count(({ isOverdue }) => isOverdue),
    due: count((row) => row.state !== 'notApplicable' && (dueOf(row) ?? '9') <= today),
    done: count((row) => row.state === 'done' && (dueOf(row) ?? '9') <= today),
    partly: count(({ state }) => state === 'partly'),
    notDone: count(({ state }) => state === 'notDone'),
    missingEvidence: count(({ evidenceState }) => evidenceState === 'missing'),
  }
}

/** The values that each column has, in order, with '' where some rows have none. */
export function measureChoices(rows: readonly ListedMeasure[]): {
  readonly [F in MeasureFilter]: readonly string[]
} {
  const found = measureFilters.map((filter) => {
    const values = new Set<string>()
    for (const row of rows) {
      const of = valuesOf(row, filter)
      for (const value of of.length === 0 ? [''] : of) values.add(value)
    }
    return [filter, [...values].sort()] as const
  })
  return Object.fromEntries(found) as unknown as { readonly [F in MeasureFilter]: readonly string[] }
}

/** What the server answers. */
export interface MeasureList {
  readonly today: Day
  /** Of the rows asked for. */
  readonly total: number
  readonly rows: readonly ListedMeasure[]
  readonly counts: MeasureCounts
  /** Of all rows that one may see, whatever was asked for. */
  readonly choices: { readonly [F in MeasureFilter]: readonly string[] }
  /** All overdue ones that one may see. */
  readonly overdue: number
  /** `read`: may look; `write`: enters what was done; `keep`: answers for the 台账. */
  readonly may: 'read' | 'write' | 'keep'
  /** Charts whose measures could not be read. */
  readonly failed: readonly { readonly chart: Id; readonly title: string }[]
}
