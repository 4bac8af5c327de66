/** What a new chart takes from the unit: only what its source does not say. */
import { applyChanges } from '../records/changes.ts'
import type { Chart, Header, Id } from '../chart.ts'
import { changeGrading } from '../edits/changeGrading.ts'
import type { GradingScheme } from '../grading.ts'
import { repaired } from '../records/repaired.ts'
import { recordsOf } from '../records/records.ts'
import type { Unit } from './unit.ts'

/** A new chart of this unit: under its name where the source names none, and furnished. */
export function newChartInUnit(unit: Unit, chart: Chart): Chart {
  const isNamed = (chart.header.unit ?? '').trim() !== ''
  if (isNamed || unit.name === undefined) return withUnitDefaults(unit, chart)
  return withUnitDefaults(unit, { ...chart, header: { ...chart.header, unit: unit.name } })
}

/**
 * With the unit's phones where there are none, and its scheme where every level that a
 * risk has is one of it, by name: what a table says of a level is never another
 * afterwards. The chart of another unit gets nothing: that phone would be a wrong one.
 */
export function withUnitDefaults(unit: Unit, chart: Chart): Chart {
  if (!isOfUnit(unit, chart.header)) return chart
  const named = { ...chart, header: withPhones(unit, chart.header) }
  return unit.grading ? (renamedLevels(named, unit.grading) ?? named) : named
}

/** A template's levels are ours, no one's word: they become those of the unit, as when one changes the scheme by hand. */
export function newChartFromTemplate(unit: Unit, template: Chart): Chart {
  const chart = newChartInUnit(unit, template)
  if (!unit.grading || chart.grading === unit.grading) return chart
  const edit = changeGrading(chart, unit.grading)
  return edit.ok ? repaired(applyChanges(recordsOf(chart), edit.changes)) : chart
}

/** A chart that names no unit is ours, as one of an office within it; a unit that has not said its name cannot tell. */
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

/** The same levels under the scheme's ids; undefined where it has not all of them. */
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
