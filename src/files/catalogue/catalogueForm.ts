/**
 * Builds the printed catalogue form, for workbook and document alike. Totals are those of the
 * registers.
 */
import { totalOfRows, chartsOf, type CatalogueRow } from '../../model/catalogue/row.ts'
import type { Counts } from '../../model/registers/tally.ts'
import { catalogueFormWords as words } from '../../text/screen/catalogue.ts'
import { formWords } from '../../text/paper/forms.ts'
import { powerKindName } from '../../text/terms.ts'
import type { Align, ColumnOf, Form } from '../registers/form.ts'
import { levelName, totalOf } from '../registers/totalOf.ts'
import { groupedRows, onlyOne, type Numbered } from './groupedRows.ts'
import { sayBasis } from './readCatalogue.ts'

/** Rows in the order given; those of a group follow its name. */
export function catalogueForm(rows: readonly CatalogueRow[], date: string | undefined): Form {
  const total = totalOfRows(rows)
  return {
    tab: words.tab,
    title: words.title,
    facts: [
      formWords.unit(onlyOne(rows.map(({ power }) => power.exercisedBy))),
      formWords.office(onlyOne(rows.map(({ power }) => power.office))),
      formWords.date(date),
    ],
    columns: columns.map(({ heading, width, align }) => ({ heading, width, align })),
    rows: groupedRows(rows, ({ power }) => power.group, columns),
    total: words.powers(rows.length, chartsOf(rows).length) + totalOf(total),
    boxes: [],
    signers: [],
  }
}

type Name = keyof typeof words.columns

function column(
  name: Name,
  width: number,
  align: Align,
  of: (row: Numbered<CatalogueRow>) => string | undefined,
): ColumnOf<Numbered<CatalogueRow>> {
  return { heading: words.columns[name], width, align, of: (row) => of(row) ?? '' }
}

/** 266 mm in total: A4 landscape without margins. */
const columns: readonly ColumnOf<Numbered<CatalogueRow>>[] = [
  column('number', 10, 'center', ({ number }) => String(number)),
  column('code', 22, 'center', ({ power }) => power.code),
  column('name', 34, 'left', ({ power }) => power.name),
  column('kind', 15, 'center', ({ power }) => power.kind && powerKindName[power.kind]),
  column('content', 27, 'left', ({ power }) => power.content),
  column('exercisedBy', 22, 'left', ({ power }) => power.exercisedBy),
  column('office', 18, 'center', ({ power }) => power.office),
  column('legalBasis', 36, 'left', ({ power }) => power.legalBasis?.map(sayBasis).join('\n')),
  column('statutoryLimit', 17, 'center', ({ power }) => power.statutoryLimit?.wording),
  column('promisedLimit', 17, 'center', ({ power }) => power.promisedLimit?.wording),
  column('chartTitle', 20, 'left', ({ chart }) => chart?.title),
  column('derived', 14, 'center', ({ chart }) =>
    chart?.digest ? sayLevels(chart.digest.counts) : undefined,
  ),
  column('note', 14, 'left', ({ power }) => power.note),
]

/** 高1中2, as 廉政风险点情况表 writes it [P10]. */
export function sayLevels({ risks, byLevel }: Counts): string {
  const levels = byLevel.map(({ level }) => level)
  const counted = byLevel.filter(({ count }) => count > 0)
  if (counted.length === 0) return String(risks)
  return counted.map(({ level, count }) => words.levelCount(levelName(level, levels), count)).join('')
}
