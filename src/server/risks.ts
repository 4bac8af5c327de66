/** 风险档案: gives each risk of the unit its number once, notes what becomes of it, and freezes years. */
import { createHash } from 'node:crypto'
import { nextSerialOf } from '../model/control/nextSerialOf.ts'
import {
  addRiskEvent,
  type RiskEvent,
  type RiskFacts,
  type RiskFile,
  type RiskOnChart,
} from '../model/control/riskArchive.ts'
import { riskChanges } from '../model/control/riskChanges.ts'
import { yearRisks, type RiskYear } from '../model/control/riskYear.ts'
import { openTurns } from './openTurns.ts'
import type { FrozenYear } from './store/controlTables.ts'
import type { Store } from './store/tables.ts'

export interface Risks {
  /** What a chart says of its risks, as of the day on which it was changed. */
  readonly see: (chart: string, risks: readonly RiskOnChart[], day: string) => Promise<void>
  readonly all: () => Promise<readonly RiskFile[]>
  /** False where a year of that name is frozen already. */
  readonly freeze: (year: NewYear) => Promise<boolean>
  readonly years: () => Promise<readonly FrozenYear[]>
  /** The very bytes that were frozen. */
  readonly year: (name: string) => Promise<Uint8Array | undefined>
}

export interface NewYear extends Pick<RiskYear, 'name' | 'by' | 'charts'> {
  readonly at: number
  readonly isThere: (chart: string) => boolean
}

const stream = 'risks'

interface Known {
  readonly archive: Map<string, RiskFile>
  readonly byChart: Map<string, Set<string>>
  /** Words and place → number of the first. */
  readonly byWords: Map<string, string>
  events: number
}

export function openRisks({ store }: { readonly store: Pick<Store, 'unitEvents'> }): Risks {
  const kept = store.unitEvents
  const turns = openTurns()
  let known: Known | undefined
  const read = async (): Promise<Known> => {
    if (known) return known
    const events = (await kept.list(stream)).map((event) => JSON.parse(event) as RiskEvent)
    const fresh: Known = { archive: new Map(), byChart: new Map(), byWords: new Map(), events: 0 }
    for (const event of events) note(fresh, event)
    known = fresh
    return fresh
  }
  return {
    see: async (chart, risks, day) =>
      turns.run(stream, async () => {
        const now = await read()
        const files = [...(now.byChart.get(chart) ?? [])].map((number) => now.archive.get(number)!)
        const taken = [...now.archive.keys()].filter((number) => number.startsWith(day.slice(0, 4)))
        const nextNumber = () => {
          const next = nextSerialOf(taken, day.slice(0, 4), 4)
          taken.splice(0, taken.length, next)
          return next
        }
        const alike = (facts: RiskFacts) => now.byWords.get(wordsOf(facts))
        const events = riskChanges(files, { chart, risks, day, nextNumber, alike })
        if (events.length === 0) return
        if (
          !(await kept.add(
            stream,
            now.events,
            events.map((event) => JSON.stringify(event)),
          ))
        )
          throw new Error('somebody else wrote risk events')
        for (const event of events) note(now, event)
      }),
    all: async () => [...(await read()).archive.values()],
    freeze: async ({ name, at, by, charts, isThere }) => {
      const files = [...(await read()).archive.values()].filter(({ chart }) => isThere(chart))
      const year: RiskYear = {
        format: 'qingquan-risk-year',
        version: 1,
        name,
        at,
        by,
        charts,
        risks: yearRisks(files),
      }
      const bytes = new TextEncoder().encode(`${JSON.stringify(year, null, 2)}\n`)
      return kept.freeze({ name, at, sha256: createHash('sha256').update(bytes).digest('hex') }, bytes)
    },
    years: async () => kept.years(),
    year: async (name) => kept.year(name),
  }
}

function note(now: Known, event: RiskEvent): void {
  addRiskEvent(now.archive, event)
  now.events += 1
  if (event.kind === 'gone') return
  const words = wordsOf(event.facts)
  if (!now.byWords.has(words)) now.byWords.set(words, event.number)
  if (event.kind !== 'found') return
  const numbers = now.byChart.get(event.chart) ?? new Set()
  now.byChart.set(event.chart, numbers.add(event.number))
}

function wordsOf({ text, place }: RiskFacts): string {
  return `${place}\n${text}`
}
