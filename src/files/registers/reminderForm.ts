/** The monthly 《防控措施落实提醒》: what falls due in the month and what is overdue, by who is responsible. */
import { dueOf, type ListedMeasure } from '../../model/control/measureList.ts'
import { settles } from '../../model/control/measureRows.ts'
import type { Day } from '../../model/control/controlEvent.ts'
import { measureFormWords, reminderWords as words } from '../../text/paper/controlForms.ts'
import { bandRow, formRowsOf, type ColumnOf, type Form } from './form.ts'

export interface ReminderOrder {
  readonly rows: readonly ListedMeasure[]
  /** yyyy-mm */
  readonly month: string
  readonly today: Day
  readonly unit?: string | undefined
}

export function reminderForm({ rows, month, today, unit }: ReminderOrder): Form {
  const due = remindedOf(rows, month)
  const numbered = due.map((row, at) => ({ ...row, number: at + 1, today }))
  const people = new Set(due.map(({ responsible = '' }) => responsible)).size
  return {
    tab: words.tab,
    title: words.title(month),
    facts: [measureFormWords.unit(unit), words.lead(month), measureFormWords.date(today)],
    columns,
    rows: due.length === 0 ? [bandRow(words.empty, columns)] : formRowsOf(numbered, columns),
    total: words.total(due.length, due.filter(({ isOverdue }) => isOverdue).length, people),
    boxes: [],
    signers: [],
  }
}

/** Not settled, and due by the end of the month. */
function remindedOf(rows: readonly ListedMeasure[], month: string): readonly ListedMeasure[] {
  return rows
    .filter((row) => !row.check || !settles(row.check.result))
    .filter((row) => (dueOf(row) ?? '9') < `${month}-32`)
    .sort(
      (a, b) =>
        compared(a.responsible ?? '', b.responsible ?? '') || compared(dueOf(a) ?? '', dueOf(b) ?? ''),
    )
}

function compared(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}

type Row = ListedMeasure & { readonly number: number; readonly today: Day }

const { headings } = words

const columns: readonly ColumnOf<Row>[] = [
  { heading: headings.number, width: 11, align: 'center', of: ({ number }) => String(number) },
  {
    heading: headings.responsible,
    width: 26,
    align: 'center',
    of: ({ responsible }) => responsible || words.nobody,
  },
  { heading: headings.office, width: 28, align: 'center', of: ({ office }) => office },
  {
    heading: headings.power,
    width: 46,
    align: 'left',
    of: ({ title, places }) => measureFormWords.powerAt(title, places),
  },
  { heading: headings.measure, width: 74, align: 'left', of: ({ text }) => text },
  { heading: headings.due, width: 25, align: 'center', of: (row) => dueOf(row) ?? '' },
  { heading: headings.state, width: 24, align: 'center', of: sayState },
  { heading: headings.evidence, width: 32, align: 'left', of: ({ evidence = '' }) => evidence },
]

function sayState(row: Row): string {
  const due = dueOf(row) ?? row.today
  if (!row.isOverdue) return words.toCome
  return words.late(Math.round((Date.parse(row.today) - Date.parse(due)) / 86_400_000))
}
