/**
 * Serialises a chart: equal charts give equal bytes, fields in schema order, two spaces of indent,
 * final newline. Every output can be read back.
 */
import type { Chart } from '../../model/chart.ts'
import type { PublicChart } from '../../model/editions/edition.ts'
import { unnamed } from '../../text/messages/faults.ts'
import { without } from './without.ts'
import { chartFormat, chartVersion, fieldOrder } from './chartSchema.ts'

/** The complete internal chart file. */
export function writeChartFile(chart: Chart): string {
  return written(chart, 'internal')
}

/** The public chart file; accepts only what `externalEdition` makes. */
export function writePublicChartFile(chart: PublicChart): string {
  return written(chart, 'external')
}

function written(chart: Chart, edition: 'internal' | 'external'): string {
  const measures = measuresByRisk(chart)
  const levels = new Set(chart.grading.levels.map(({ id }) => id))
  const file = {
    format: chartFormat,
    version: chartVersion,
    edition,
    header: chart.header,
    // Array order replaces the order keys.
    posts: chart.posts.map((post) => named(without(post, 'order'))),
    steps: chart.steps.map((step) => named(without(step, 'order'))),
    flowlines: chart.flowlines.map((line) => without(line, 'order')),
    risks: chart.risks.map(({ level, ...risk }) => ({
      ...without(risk, 'order'),
      // Omits a level of an earlier scheme.
      level: level !== undefined && levels.has(level) ? level : undefined,
      measures: measures.get(risk.id),
    })),
    measures: chart.measures.map((measure) => without(measure, 'order', 'risks')),
    grading: chart.grading,
    waivers: edition === 'internal' ? chart.waivers : undefined,
  }
  return `${JSON.stringify(inFieldOrder(file), null, 2)}\n`
}

function named<T extends { readonly name: string }>(thing: T): T {
  return /\S/.test(thing.name) ? thing : { ...thing, name: unnamed }
}

function measuresByRisk({ measures }: Chart): ReadonlyMap<string, readonly string[]> {
  const byRisk = new Map<string, string[]>()
  for (const { id, risks } of measures) {
    for (const risk of risks) {
      const of = byRisk.get(risk) ?? []
      of.push(id)
      byRisk.set(risk, of)
    }
  }
  return byRisk
}

const places: ReadonlyMap<string, number> = new Map(fieldOrder.map((field, place) => [field, place]))

/** Fields outside the schema (factor ids) come last, by code point. */
function inFieldOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inFieldOrder)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([field, member]) => [field, inFieldOrder(member)]))
}

function placeOf(field: string): number {
  return places.get(field) ?? places.size
}
