/**
 * A template → a chart, through the same reader as a pasted table: steps and risks are
 * joined into the one table that a clerk would bring, and the heading is set.
 */
import { readLegalBasis } from '../../files/tableReading/cells/readLegalBasis.ts'
import { readTable } from '../../files/tableReading/readTable.ts'
import { tableOf } from '../../files/tableSource/table.ts'
import type { TableReading } from '../../files/tableReading/tableReading.ts'
import type { Chart, Header, Id } from '../../model/chart.ts'
import { readTimeLimit } from '../../model/time/readTimeLimit.ts'
import { cellsOf, riskColumns, stepColumns, type Template } from '../../text/templates/template.ts'

export function templateChart(template: Template, newId: () => Id): Chart {
  const { chart } = templateReading(template, newId)
  // Tests read every template; one that cannot be read is our mistake, not the person's.
  if (!chart) throw new Error(`template ${template.id} has no steps`)
  return withPersons({ ...chart, header: headerOf(template) }, template)
}

/** What the reader makes of it: for templateChart, and for the test that it has nothing to complain of. */
export function templateReading(template: Template, newId: () => Id): TableReading {
  return readTable(tableOf([headings, ...rowsOf(template)], []), newId)
}

const persons = stepColumns.indexOf('人数')
const headings = [...stepColumns.filter((_, at) => at !== persons), ...riskColumns.slice(1)]

/** The first risk of a step stands in its row, the others in rows of their own below. */
function rowsOf({ steps, risks }: Template): readonly (readonly string[])[] {
  const register = cellsOf(risks)
  return cellsOf(steps).flatMap((cells) => {
    const full = stepColumns.map((_, at) => cells[at] ?? '').filter((_, at) => at !== persons)
    const [first = [], ...others] = register.filter(([number]) => number === cells[0]).map(riskCells)
    return [[...full, ...first], ...others.map((risk) => [...full.map(() => ''), ...risk])]
  })
}

/** Several measures are numbered, as the reader knows them from real forms. */
function riskCells([
  ,
  text = '',
  category = '',
  level = '',
  measures = '',
  responsible = '',
]: readonly string[]) {
  const each = measures.split('；')
  const numbered = each.length > 1 ? each.map((measure, at) => `${at + 1}.${measure}`).join('；') : measures
  return [text, category, level, numbered, responsible]
}

/** 至少几人: no real form has a column for it, so the reader knows none. */
function withPersons(chart: Chart, template: Template): Chart {
  const counts = cellsOf(template.steps).map((cells) => Number(cells[persons] ?? ''))
  const steps = chart.steps.map((step, at) => {
    const count = counts[at] ?? 0
    return count > 0 ? { ...step, persons: count } : step
  })
  return { ...chart, steps }
}

function headerOf(template: Template): Header {
  const { title, powerKind, hasExternal, legalBasis, statutoryLimit } = template
  return {
    title,
    powerKind,
    legalBasis: legalBasis.map(readLegalBasis),
    ...(statutoryLimit !== undefined && { statutoryLimit: readTimeLimit(statutoryLimit) }),
    ...(hasExternal !== undefined && { hasExternal }),
  }
}
