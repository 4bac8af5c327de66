/** 《防控措施落实情况表》: what was done of the measures, as the page lists it. */
import { dueOf, measureCounts, type ListedMeasure } from '../../model/control/measureList.ts'
import type { Day } from '../../model/control/controlEvent.ts'
import {
  evidenceStateName,
  measureFormWords as words,
  measureStateName,
} from '../../text/paper/controlForms.ts'
import { bandRow, formRowsOf, type ColumnOf, type Form } from './form.ts'

export interface MeasureFormOrder {
  readonly rows: readonly ListedMeasure[]
  readonly today: Day
  readonly unit?: string | undefined
  readonly from?: Day | undefined
  readonly until?: Day | undefined
}

export function measureForm({ rows, today, unit, from, until }: MeasureFormOrder): Form {
  const numbered = rows.map((row, at) => ({ ...row, number: at + 1 }))
  return {
    tab: words.tab,
    title: words.title,
    facts: [words.unit(unit), words.period(from, until), words.date(today)],
    columns,
    rows: rows.length === 0 ? [bandRow(words.empty, columns)] : formRowsOf(numbered, columns),
    total: words.total(measureCounts(rows, today)),
    boxes: [],
    signers: words.signers,
  }
}

type Row = ListedMeasure & { readonly number: number }

const { headings } = words

const columns: readonly ColumnOf<Row>[] = [
  { heading: headings.number, width: 11, align: 'center', of: ({ number }) => String(number) },
  { heading: headings.office, width: 22, align: 'center', of: ({ office }) => office },
  {
    heading: headings.power,
    width: 35,
    align: 'left',
    of: ({ title, places }) => words.powerAt(title, places),
  },
  { heading: headings.measure, width: 52, align: 'left', of: ({ text }) => text },
  { heading: headings.responsible, width: 20, align: 'center', of: ({ responsible = '' }) => responsible },
  { heading: headings.schedule, width: 20, align: 'center', of: ({ schedule = '' }) => schedule },
  { heading: headings.due, width: 24, align: 'center', of: sayDue },
  { heading: headings.state, width: 28, align: 'left', of: sayState },
  { heading: headings.doneOn, width: 20, align: 'center', of: ({ check }) => check?.doneOn ?? '' },
  {
    heading: headings.evidence,
    width: 16,
    align: 'center',
    of: ({ evidenceState }) => evidenceStateName[evidenceState],
  },
  { heading: headings.by, width: 18, align: 'center', of: ({ check }) => check?.by.name ?? '' },
]

function sayDue(row: Row): string {
  const due = dueOf(row)
  if (due === undefined) return words.noDay
  return row.due === undefined || row.scheduled === undefined ? due : words.moved(due, row.scheduled)
}

function sayState({ state, isOverdue, check }: Row): string {
  const said = isOverdue ? words.overdue(measureStateName[state]) : measureStateName[state]
  return words.stateWith(said, check?.note ?? '')
}
