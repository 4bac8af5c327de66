/** 《廉政风险预警整改台账》 and 《预警处置情况统计表》. */
import type { Day } from '../../model/control/controlEvent.ts'
import { isLateWarning, type WarningCase } from '../../model/control/warningCase.ts'
import { warningCounts, type WarningCounts } from '../../model/control/warningCounts.ts'
import {
  warningCountWords,
  warningRegisterWords as words,
  warningStateName,
} from '../../text/paper/warningForms.ts'
import { bandRow, formRowsOf, type ColumnOf, type Form } from './form.ts'

export interface WarningFormsOrder {
  readonly cases: readonly WarningCase[]
  readonly today: Day
  readonly unit?: string | undefined
}

/** What stands, then the counts of all cases by quarter. */
export function warningForms({ cases, today, unit }: WarningFormsOrder): readonly Form[] {
  const standing = cases.filter(({ judged }) => judged?.stands)
  const rows = standing.map((one) => ({ one, today }))
  const facts = [words.unit(unit), '', words.date(today)]
  const blank = { boxes: [], signers: [] }
  const closed = standing.filter(({ state }) => state === 'closed').length
  const late = standing.filter((one) => isLateWarning(one, today)).length
  return [
    {
      ...blank,
      tab: words.tab,
      title: words.title,
      facts,
      columns: registerColumns,
      rows: rows.length === 0 ? [bandRow(words.empty, registerColumns)] : formRowsOf(rows, registerColumns),
      total: words.total(standing.length, closed, late),
    },
    {
      ...blank,
      tab: warningCountWords.tab,
      title: warningCountWords.title,
      facts,
      columns: countColumns,
      rows: formRowsOf(warningCounts(cases, today), countColumns),
      total: '',
    },
  ]
}

interface Row {
  readonly one: WarningCase
  readonly today: Day
}

const { headings } = words

const registerColumns: readonly ColumnOf<Row>[] = [
  { heading: headings.number, width: 20, align: 'center', of: ({ one }) => one.number },
  {
    heading: headings.problem,
    width: 46,
    align: 'left',
    of: ({ one: { opened } }) => words.from(opened.source, opened.about, opened.problem),
  },
  { heading: headings.lead, width: 21, align: 'center', of: ({ one }) => one.treated?.lead ?? '' },
  { heading: headings.goal, width: 33, align: 'left', of: ({ one }) => one.treated?.goal ?? '' },
  { heading: headings.deadline, width: 22, align: 'center', of: ({ one }) => one.deadline ?? '' },
  { heading: headings.measures, width: 35, align: 'left', of: ({ one }) => one.receipt?.measures ?? '' },
  { heading: headings.addressee, width: 21, align: 'center', of: ({ one }) => one.treated?.addressee ?? '' },
  { heading: headings.stage, width: 20, align: 'center', of: ({ one }) => stageOf(one) },
  { heading: headings.progress, width: 24, align: 'left', of: ({ one }) => progressOf(one) },
  {
    heading: headings.closed,
    width: 11,
    align: 'center',
    of: ({ one }) => (one.state === 'closed' ? words.yes : words.no),
  },
  { heading: headings.note, width: 13, align: 'left', of: noteOf },
]

function stageOf({ state, progress }: WarningCase): string {
  return state === 'mending' && progress?.stage ? progress.stage : warningStateName[state]
}

function progressOf({ mended, progress }: WarningCase): string {
  return mended?.text ?? progress?.text ?? ''
}

function noteOf({ one, today }: Row): string {
  const extended = one.extensions > 0 ? [words.extended(one.extensions)] : []
  return [...(isLateWarning(one, today) ? [words.late] : []), ...extended].join('，')
}

const counts = warningCountWords.headings

const countColumns: readonly ColumnOf<WarningCounts>[] = [
  {
    heading: counts.quarter,
    width: 46,
    align: 'center',
    of: ({ quarter }) => warningCountWords.quarter(quarter),
  },
  ...(
    [
      'opened',
      'toJudge',
      'dismissed',
      'stands',
      'treated',
      'closed',
      'late',
      'green',
      'yellow',
      'orange',
      'red',
    ] as const
  ).map((field): ColumnOf<WarningCounts> => ({
    heading: counts[field],
    width: 20,
    align: 'center',
    of: (row) => String(row[field]),
  })),
]
