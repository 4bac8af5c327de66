/**
 * Suggests risks and measures from other steps of the chart and from the library of typical ones.
 * Pure and deterministic. Import it lazily: the library has about 50 kB of text.
 */
import type { Chart, Id, Risk, RiskCategory, Step } from '../../model/chart.ts'
import { measuresOf } from '../../model/edits/risks.ts'
import { riskTopics } from '../../text/library/riskTopics.ts'
import type { RiskTopic, TypicalRisk, UsualLevel } from '../../text/library/risk.ts'
import { levelsByRank } from '../../model/grading/levelsByRank.ts'

export interface Suggestion {
  readonly text: string
  readonly category?: RiskCategory
  /** Id of a level of this chart's grading scheme. */
  readonly level?: Id
  /** Common measures; added only if the person chooses them. */
  readonly measures: readonly string[]
  readonly from: 'chart' | 'library'
}

interface Candidate<T> {
  readonly offer: T
  readonly text: string
  readonly score: number
}

const mostOffered = 8
/** Minimum similarity of two texts that count as equal. */
const sameEnough = 0.75

/** Common risks of similar steps, best first, without those the step already has. */
export function suggestedRisks(chart: Chart, step: Step): readonly Suggestion[] {
  const had = chart.risks.filter((risk) => risk.step === step.id).map((risk) => risk.text)
  return best([...risksOfKin(chart, step), ...typicalRisks(chart, step)], had)
}

/** Common measures of similar risks, best first, without those the risk already has. */
export function suggestedMeasures(chart: Chart, risk: Risk): readonly string[] {
  const had = measuresOf(chart, risk.id).map((measure) => measure.text)
  return best([...measuresOfAlike(chart, risk), ...typicalMeasures(chart, risk)], had)
}

/** Risks of steps of the same kind in this chart. */
function risksOfKin(chart: Chart, step: Step): readonly Candidate<Suggestion>[] {
  const topics = namedTopics(step)
  const kinship = new Map(chart.steps.map((other) => [other.id, kin(step, topics, other)]))
  return chart.risks.flatMap((risk) => {
    const score = risk.step === undefined || risk.step === step.id ? 0 : (kinship.get(risk.step) ?? 0)
    if (score === 0 || risk.text.trim() === '') return []
    const { text, category, level } = risk
    const measures = measuresOf(chart, risk.id).map((measure) => measure.text)
    const traits = { ...(category && { category }), ...(level !== undefined && { level }) }
    return [{ offer: { text, ...traits, measures, from: 'chart' as const }, text, score }]
  })
}

/** An equal name scores highest, then an equal duty at the same post. */
function kin(step: Step, topics: ReadonlySet<RiskTopic>, other: Step): number {
  if ([...namedTopics(other)].some((topic) => topics.has(topic))) return 250
  if (step.duty === undefined || step.duty !== other.duty) return 0
  return other.posts?.some((post) => step.posts?.includes(post)) ? 60 : 45
}

function typicalRisks(chart: Chart, step: Step): readonly Candidate<Suggestion>[] {
  return riskTopics.flatMap((topic) => {
    const fit = fitOf(topic, chart, step)
    if (fit === 0) return []
    // A topic's first risks are the commonest; the falling score mixes in other topics.
    return topic.risks.map((risk, at) => ({
      offer: offerOf(risk, chart),
      text: risk.text,
      score: fit - 4 * at,
    }))
  })
}

function offerOf({ text, category, level, measures }: TypicalRisk, chart: Chart): Suggestion {
  const meant = levelOf(level, chart)
  return { text, category, ...(meant !== undefined && { level: meant }), measures, from: 'library' }
}

const gravity: { readonly [level in UsualLevel]: number } = { high: 0, medium: 0.5, low: 1 }

/** Maps to the scheme's 2 to 4 levels: gravest, lightest, or a middle one. */
function levelOf(level: UsualLevel, { grading }: Chart): Id | undefined {
  const byRank = levelsByRank(grading.levels)
  return byRank[Math.round(gravity[level] * (byRank.length - 1))]?.id
}

/** How well a topic fits a step: by name, then duty, then kind of power; 0 if not at all. */
function fitOf(topic: RiskTopic, { header }: Chart, step: Step | undefined): number {
  const { powerKind } = header
  const ofPower = powerKind !== undefined && topic.powers?.includes(powerKind) === true
  if (topic.powers && powerKind !== undefined && !ofPower) return 0
  const named = namedBy(topic, step?.name ?? '')
  const ofDuty = step?.duty !== undefined && topic.duties?.includes(step.duty) === true
  if (named > 0) return 100 + named + (ofPower ? 5 : 0) + (ofDuty ? 3 : 0)
  if (ofDuty) return ofPower ? 50 : 40
  return topic.words.length === 0 && ofPower ? 20 : 0
}

/**
 * How strongly a name indicates a topic: longer and earlier words score higher, because the verb
 * comes first: 审查申请材料 is a review.
 */
function namedBy({ words }: RiskTopic, name: string): number {
  const strengths = words.map((word) => {
    const at = name.indexOf(word)
    return at < 0 ? 0 : 50 + 10 * word.length - 5 * Math.min(at, 10)
  })
  return Math.max(0, ...strengths)
}

function namedTopics({ name }: Step): ReadonlySet<RiskTopic> {
  return new Set(riskTopics.filter((topic) => namedBy(topic, name) > 0))
}

/** This chart's measures against similarly worded risks. */
function measuresOfAlike(chart: Chart, risk: Risk): readonly Candidate<string>[] {
  return chart.risks.flatMap((other) => {
    const alike = other.id === risk.id ? 0 : likeness(other.text, risk.text)
    if (alike < 0.5) return []
    return measuresOf(chart, other.id).map(({ text }) => ({ offer: text, text, score: 50 + 100 * alike }))
  })
}

/**
 * Library measures against similarly worded risks, then against other risks of such steps, same
 * category first.
 */
function typicalMeasures(chart: Chart, risk: Risk): readonly Candidate<string>[] {
  const step = chart.steps.find((each) => each.id === risk.step)
  return riskTopics.flatMap((topic) => {
    const fit = fitOf(topic, chart, step)
    return topic.risks.flatMap((typical) => {
      const alike = likeness(typical.text, risk.text)
      const ofStep = fit === 0 ? 0 : fit / 8 + (typical.category === risk.category ? 5 : 0)
      const score = (alike < 0.3 ? 0 : 100 * alike) + ofStep
      return score === 0 ? [] : typical.measures.map((text) => ({ offer: text, text, score }))
    })
  })
}

/** Sorted and cut to the maximum, without duplicates and without present ones. */
function best<T>(candidates: readonly Candidate<T>[], had: readonly string[]): readonly T[] {
  const inTurn = [...candidates].sort((a, b) => b.score - a.score)
  const said = [...had]
  const offers: T[] = []
  for (const { offer, text } of inTurn) {
    if (offers.length === mostOffered) break
    if (text.trim() === '' || said.some((other) => likeness(other, text) >= sameEnough)) continue
    said.push(text)
    offers.push(offer)
  }
  return offers
}

/** Dice coefficient of character pairs, 0 to 1; ignores blanks and punctuation. */
export function likeness(one: string, other: string): number {
  const [a, b] = [plain(one), plain(other)]
  if (a === b) return a === '' ? 0 : 1
  const pairs = pairsOf(b)
  const shared = pairsOf(a).filter((pair) => pairs.includes(pair)).length
  const total = a.length + b.length - 2
  return total <= 0 ? 0 : Math.min(1, (2 * shared) / total)
}

function pairsOf(text: string): readonly string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2))
}

function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s\p{P}]/gu, '')
}
