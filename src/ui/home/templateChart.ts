/**
 * Converts a template to a chart with the reader of pasted tables: steps and risks are joined into
 * one table, and the header is set.
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
  // Tests read every template, so a failure here is a bug.
  if (!chart) throw new Error(`template ${template.id} has no steps`)
  return withPersons({ ...chart, header: headerOf(template) }, template)
}

/** The reader's result, also for the test that it reports no faults. */
export function templateReading(template: Template, newId: () => Id): TableReading {
  return readTable(tableOf([headings, ...rowsOf(template)], []), newId)
}

const persons = stepColumns.indexOf('人数')
const headings = [...stepColumns.filter((_, at) => at !== persons), ...riskColumns.slice(1)]

/** The first risk of a step is in the step's row, others in rows below. */
function rowsOf({ steps, risks }: Template): readonly (readonly string[])[] {
  const register = cellsOf(risks)
  return cellsOf(steps).flatMap((cells) => {
    const full = stepColumns.map((_, at) => cells[at] ?? '').filter((_, at) => at !== persons)
    const [first = [], ...others] = register.filter(([number]) => number === cells[0]).map(riskCells)
    return [[...full, ...first], ...others.map((risk) => [...full.map(() => ''), ...risk])]
  })
}

/** Several measures are numbered, as in real forms. */
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

/** 至少几人 is set here, because tables have no column for it. */
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
