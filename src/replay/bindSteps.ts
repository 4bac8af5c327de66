/** Which step of the chart a recorded 环节名称 means: by name, by what somebody said, or by likeness, which is said. */
import { distance } from 'fastest-levenshtein'
import type { Chart, Id } from '../model/chart.ts'
import { askedIn, recordedName, turnsMeaning } from '../text/recognition/caseWords.ts'

export interface BoundName {
  /** As recorded. */
  readonly name: string
  /** Several steps may have one name; empty: the chart has no such step. */
  readonly steps: readonly Id[]
  /** `alike`: proposed from a similar name, to be looked at. */
  readonly by: 'name' | 'choice' | 'alike' | 'none'
}

/** What a name must share with another to be proposed. */
const alikeEnough = 0.7

/** `choices`: recorded name → name of a step, as somebody chose. */
export function bindSteps(
  names: readonly string[],
  chart: Chart,
  choices: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, BoundName> {
  const byName = new Map<string, Id[]>()
  for (const { id, name } of chart.steps) {
    const key = recordedName(name)
    byName.set(key, [...(byName.get(key) ?? []), id])
  }
  const byQuestion = questionsOf(chart)
  const bound = names.map((name): BoundName => {
    const choice = choices.get(name)
    if (choice !== undefined) return { name, steps: byName.get(recordedName(choice)) ?? [], by: 'choice' }
    const same = byName.get(recordedName(name))
    if (same) return { name, steps: same, by: 'name' }
    const question = byQuestion.get(recordedName(name))
    if (question) return { name, steps: question, by: 'alike' }
    const alike = likest(recordedName(name), [...byName.keys()])
    if (alike !== undefined) return { name, steps: byName.get(alike)!, by: 'alike' }
    return { name, steps: [], by: 'none' }
  })
  return new Map(bound.map((each) => [each.name, each]))
}

/** 立案 is recorded of the question 是否立案, 法制审核 of 法制审核是否通过; of several such questions none is meant. */
function questionsOf({ steps }: Chart): ReadonlyMap<string, readonly Id[]> {
  const found = new Map<string, Id[]>()
  for (const { id, name, kind } of steps) {
    const key = kind === 'decision' ? askedIn(recordedName(name)) : undefined
    if (key !== undefined) found.set(key, [...(found.get(key) ?? []), id])
  }
  return new Map([...found].filter(([, ids]) => ids.length === 1))
}

/** The one name that is clearly nearest. */
function likest(name: string, known: readonly string[]): string | undefined {
  const rated = known
    .map((other) => ({ other, rate: likeness(name, other) }))
    .filter(({ rate }) => rate >= alikeEnough)
    .sort((one, other) => other.rate - one.rate)
  const [best, second] = rated
  if (!best || (second && second.rate > best.rate - 0.05)) return undefined
  return best.other
}

/** 不予受理 is not 受理, 复审 is not 审查. */
function meansOtherwise(one: string, other: string): boolean {
  return turnsIn(one) !== turnsIn(other)
}

function turnsIn(name: string): string {
  return [...(name.match(turnsMeaning) ?? [])].sort().join('')
}

/** 1: the same. A name within the other counts by the share that it fills, at least 0.7 from two characters on. */
function likeness(one: string, other: string): number {
  if (meansOtherwise(one, other)) return 0
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short.length >= 2 && long.includes(short)) return Math.max(alikeEnough, short.length / long.length)
  return 1 - distance(one, other) / Math.max(1, long.length)
}
