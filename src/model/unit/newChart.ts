/** Unit defaults for a new chart: only values that its source lacks. */
import { applyChanges } from '../records/changes.ts'
import type { Chart, Header, Id } from '../chart.ts'
import { changeGrading } from '../edits/changeGrading.ts'
import type { GradingScheme } from '../grading.ts'
import { repaired } from '../records/repaired.ts'
import { recordsOf } from '../records/records.ts'
import type { Unit } from './unit.ts'

/** Fills the unit name, if the source names none, and the unit defaults. */
export function newChartInUnit(unit: Unit, chart: Chart): Chart {
  const isNamed = (chart.header.unit ?? '').trim() !== ''
  if (isNamed || unit.name === undefined) return withUnitDefaults(unit, chart)
  return withUnitDefaults(unit, { ...chart, header: { ...chart.header, unit: unit.name } })
}

/**
 * Adds missing phones, and the unit's scheme if it has, by name, every level that the risks use, so
 * that no imported level changes its meaning. A chart of another unit is unchanged: the phones would
 * be wrong.
 */
export function withUnitDefaults(unit: Unit, chart: Chart): Chart {
  if (!isOfUnit(unit, chart.header)) return chart
  const named = { ...chart, header: withPhones(unit, chart.header) }
  return unit.grading ? (renamedLevels(named, unit.grading) ?? named) : named
}

/**
 * A new chart from a template; the template's levels are converted to the unit's scheme, as
 * `changeGrading` does.
 */
export function newChartFromTemplate(unit: Unit, template: Chart): Chart {
  const chart = newChartInUnit(unit, template)
  if (!unit.grading || chart.grading === unit.grading) return chart
  const edit = changeGrading(chart, unit.grading)
  return edit.ok ? repaired(applyChanges(recordsOf(chart), edit.changes)) : chart
}

/**
 * Whether the chart belongs to the unit or an office within it; true if the chart names no unit, or
 * the unit has no name.
 */
export function isOfUnit({ name }: Unit, header: Pick<Header, 'unit'>): boolean {
  const written = squeezed(header.unit ?? '')
  return name === undefined || written === '' || written.startsWith(squeezed(name))
}

function squeezed(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s/g, '')
}

function withPhones(unit: Unit, header: Header): Header {
  const { consultPhone, supervisionPhone } = unit
  return {
    ...header,
    ...(header.consultPhone || consultPhone === undefined ? {} : { consultPhone }),
    ...(header.supervisionPhone || supervisionPhone === undefined ? {} : { supervisionPhone }),
  }
}

/** Maps the levels to the scheme's ids by name; undefined if one is missing there. */
function renamedLevels(chart: Chart, scheme: GradingScheme): Chart | undefined {
  const names = new Map(chart.grading.levels.map(({ id, name }) => [id, name]))
  const ids = new Map(scheme.levels.map(({ id, name }) => [name, id]))
  const levelOf = (level: Id) => ids.get(names.get(level) ?? '')
  if (chart.risks.some(({ level }) => level !== undefined && levelOf(level) === undefined)) return undefined
  const risks = chart.risks.map((risk) =>
    risk.level === undefined ? risk : { ...risk, level: levelOf(risk.level)! },
  )
  return { ...chart, risks, grading: scheme }
}
