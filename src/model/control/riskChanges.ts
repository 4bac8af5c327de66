/** What changed of a chart's risks since the archive saw them, as events. */
import type { Id } from '../chart.ts'
import type { Day } from './controlEvent.ts'
import type { RiskEvent, RiskFacts, RiskFile, RiskOnChart } from './riskArchive.ts'

export interface SeenRisks {
  readonly chart: Id
  readonly risks: readonly RiskOnChart[]
  /** When the chart was changed. */
  readonly day: Day
  /** The next free number; called once for each new risk. */
  readonly nextNumber: () => string
  /** The number of a risk of any chart with the same words at the same place. */
  readonly alike: (facts: RiskFacts) => string | undefined
}

/** `files`: those of this chart, gone ones too. */
export function riskChanges(
  files: readonly RiskFile[],
  { chart, risks, day, nextNumber, alike }: SeenRisks,
): readonly RiskEvent[] {
  const known = new Map(files.map((file) => [file.risk, file]))
  const there = new Set(risks.map(({ id }) => id))
  const gone = files.filter(({ risk, goneOn }) => goneOn === undefined && !there.has(risk))
  const changed = risks.flatMap(({ id, ...facts }): readonly RiskEvent[] => {
    const file = known.get(id)
    if (!file) return []
    const isSame = file.goneOn === undefined && JSON.stringify(file.facts) === JSON.stringify(facts)
    return isSame ? [] : [{ kind: 'changed', day, number: file.number, facts }]
  })
  const found = risks.flatMap(({ id, ...facts }): readonly RiskEvent[] => {
    if (known.has(id)) return []
    const from = sourcesOf(facts, { gone, files, alike })
    const number = nextNumber()
    return [{ kind: 'found', day, number, chart, risk: id, facts, ...(from.length > 0 ? { from } : {}) }]
  })
  return [...changed, ...found, ...gone.map(({ number }): RiskEvent => ({ kind: 'gone', day, number }))]
}

interface Around {
  readonly gone: readonly RiskFile[]
  readonly files: readonly RiskFile[]
  readonly alike: SeenRisks['alike']
}

/** Of the same chart: words that one took over from the other. Else of any chart: the same words at the same place. */
function sourcesOf(facts: RiskFacts, { gone, files, alike }: Around): readonly string[] {
  const near = [...gone, ...files.filter((file) => !gone.includes(file))]
  const kin = near.filter((file) => isKin(file.facts, facts))
  if (kin.length > 0) return kin.map(({ number }) => number)
  const found = alike(facts)
  return found === undefined ? [] : [found]
}

/** One text holds the other, or they share most of their pairs of characters. */
function isKin({ text: one }: RiskFacts, { text: other }: RiskFacts): boolean {
  if (one.includes(other) || other.includes(one)) return true
  const [a, b] = [pairsIn(one), pairsIn(other)]
  const shared = [...a].filter((pair) => b.has(pair)).length
  return shared >= 0.6 * Math.min(a.size, b.size) && shared > 2
}

function pairsIn(text: string): ReadonlySet<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)))
}
