/** 《廉政风险档案表》 of what is listed, and 《廉政风险年度对比表》. */
import type { Day } from '../../model/control/controlEvent.ts'
import { riskStates } from '../../model/control/riskArchive.ts'
import type { ListedRiskFile } from '../../model/control/riskList.ts'
import type { YearCounts } from '../../model/control/riskYear.ts'
import { riskArchiveWords as words, riskStateName, yearTableWords } from '../../text/paper/riskForms.ts'
import { riskCategoryName } from '../../text/terms.ts'
import { bandRow, formRowsOf, type ColumnOf, type Form } from './form.ts'

interface RiskFormOrder {
  readonly risks: readonly ListedRiskFile[]
  readonly today: Day
  readonly unit?: string | undefined
}

export function riskArchiveForm({ risks, today, unit }: RiskFormOrder): Form {
  const byState = riskStates.map((state) => ({
    state,
    count: risks.filter((one) => one.state === state).length,
  }))
  return {
    tab: words.tab,
    title: words.title,
    facts: [words.unit(unit), '', words.date(today)],
    columns: archiveColumns,
    rows: risks.length === 0 ? [bandRow(words.empty, archiveColumns)] : formRowsOf(risks, archiveColumns),
    total: words.total(risks.length, byState),
    boxes: [],
    signers: [],
  }
}

interface YearTableOrder {
  readonly rows: readonly YearCounts[]
  readonly before: string
  readonly after: string
  readonly today: Day
  readonly unit?: string | undefined
}

export function yearTableForm({ rows, before, after, today, unit }: YearTableOrder): Form {
  return {
    tab: yearTableWords.tab,
    title: yearTableWords.title(before, after),
    facts: [words.unit(unit), '', words.date(today)],
    columns: yearColumns,
    rows: formRowsOf(
      rows.map((row, at) => ({ ...row, isSum: at === rows.length - 1 })),
      yearColumns,
    ),
    total: yearTableWords.note,
    boxes: [],
    signers: [],
  }
}

const { headings } = words

const archiveColumns: readonly ColumnOf<ListedRiskFile>[] = [
  { heading: headings.number, width: 22, align: 'center', of: ({ number }) => number },
  { heading: headings.office, width: 26, align: 'center', of: ({ facts }) => facts.office },
  { heading: headings.title, width: 34, align: 'left', of: ({ facts }) => facts.title },
  { heading: headings.place, width: 28, align: 'left', of: ({ facts }) => facts.place },
  { heading: headings.text, width: 56, align: 'left', of: ({ facts }) => facts.text },
  {
    heading: headings.category,
    width: 19,
    align: 'center',
    of: ({ facts: { category } }) => (category ? riskCategoryName[category] : ''),
  },
  { heading: headings.level, width: 14, align: 'center', of: ({ facts }) => facts.level ?? words.ungraded },
  { heading: headings.state, width: 13, align: 'center', of: ({ state }) => riskStateName[state] },
  { heading: headings.foundOn, width: 21, align: 'center', of: ({ foundOn }) => foundOn },
  { heading: headings.responsible, width: 16, align: 'center', of: ({ facts }) => facts.responsible ?? '' },
  { heading: headings.from, width: 17, align: 'center', of: ({ from }) => from.join('、') },
]

const counts = yearTableWords.headings

const yearColumns: readonly ColumnOf<YearCounts & { readonly isSum: boolean }>[] = [
  {
    heading: counts.office,
    width: 84,
    align: 'center',
    of: ({ office, isSum }) => (isSum ? yearTableWords.sum : office || yearTableWords.noOffice),
  },
  ...(['before', 'found', 'gone', 'up', 'down', 'held', 'after'] as const).map(
    (field): ColumnOf<YearCounts> => ({
      heading: counts[field],
      width: 26,
      align: 'center',
      of: (row) => String(row[field]),
    }),
  ),
]
