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

/**
 * In the order of due days, those of one day as they were given; what is due on no day comes last. One pass and
 * no sorting of rows: a unit has a million.
 */
export function askedMeasures(rows: readonly ListedMeasure[], query: MeasureQuery): readonly ListedMeasure[] {
  const words = (query.text ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  const only = (Object.entries(query.only ?? {}) as [MeasureFilter, readonly string[]][]).filter(
    ([, wanted]) => wanted.length > 0,
  )
  const byDay = new Map<Day, ListedMeasure[]>()
  for (const row of rows) {
    if (query.overdue && !row.isOverdue) continue
    if (!isInPeriod(row, query) || !only.every(([filter, wanted]) => hasOne(row, filter, wanted))) continue
    if (words.length > 0 && !holds(row, words)) continue
    const day = dueOf(row) ?? noDay
    const found = byDay.get(day)
    if (found) found.push(row)
    else byDay.set(day, [row])
  }
  return [...byDay.keys()].sort().flatMap((day) => byDay.get(day)!)
}

/** Behind every day. */
const noDay = '9'

/** An empty value stands for rows without one. */
function hasOne(row: ListedMeasure, filter: MeasureFilter, wanted: readonly string[]): boolean {
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

export function measureCounts(rows: readonly ListedMeasure[], today: Day): MeasureCounts {
  const counts = { rows: rows.length, overdue: 0, due: 0, done: 0, partly: 0, notDone: 0, missingEvidence: 0 }
  for (const row of rows) {
    const isDue = (dueOf(row) ?? noDay) <= today
    if (row.isOverdue) counts.overdue += 1
    if (isDue && row.state !== 'notApplicable') counts.due += 1
    if (isDue && row.state === 'done') counts.done += 1
    if (row.state === 'partly') counts.partly += 1
    if (row.state === 'notDone') counts.notDone += 1
    if (row.evidenceState === 'missing') counts.missingEvidence += 1
  }
  return counts
}

export type MeasureChoices = { readonly [F in MeasureFilter]: readonly string[] }

/** The values that each column has, in order, with '' where some rows have none. */
export function measureChoices(rows: readonly ListedMeasure[]): MeasureChoices {
  return choicesOf((filter, add) => {
    for (const row of rows) {
      const values = valuesOf(row, filter)
      if (values.length === 0) add('')
      else values.forEach(add)
    }
  })
}

/** Those of several lists together. */
export function mergedChoices(all: readonly MeasureChoices[]): MeasureChoices {
  return choicesOf((filter, add) => {
    for (const choices of all) choices[filter].forEach(add)
  })
}

function choicesOf(fill: (filter: MeasureFilter, add: (value: string) => void) => void): MeasureChoices {
  const found = measureFilters.map((filter) => {
    const values = new Set<string>()
    fill(filter, (value) => values.add(value))
    return [filter, [...values].sort()] as const
  })
  return Object.fromEntries(found) as unknown as MeasureChoices
}

/** What the server answers. */
export interface MeasureList {
  readonly today: Day
  /** Of the rows asked for. */
  readonly total: number
  readonly rows: readonly ListedMeasure[]
  readonly counts: MeasureCounts
  /** Of all rows that one may see, whatever was asked for. */
  readonly choices: MeasureChoices
  /** All overdue ones that one may see. */
  readonly overdue: number
  /** `read`: may look; `write`: enters what was done; `keep`: answers for the 台账. */
  readonly may: 'read' | 'write' | 'keep'
  /** Charts whose measures could not be read. */
  readonly failed: readonly { readonly chart: Id; readonly title: string }[]
}
