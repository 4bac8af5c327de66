/**
 * Boxes that nearly say the same, for the same posts: mostly one that was copied. Every pair of a
 * group is looked at while a budget lasts, counted in work and not in time, so that the same chart
 * always gives the same findings; where it did not last, a finding says so.
 */
import type { FoundPlace, Rule } from '../finding.ts'
import { likenessMarks, nearlyAlike, plainName, sameHolders } from '../likeness.ts'

export const alikeSteps: Rule = {
  id: 'alike-steps',
  severity: 'warning',
  source: 'domain D26: ≥ 90 %',
  find: (facts) => {
    const groups = new Map<string, { readonly id: string; readonly name: string }[]>()
    for (const step of facts.chart.steps) {
      const name = plainName(step)
      if (name.length < shortest) continue
      const key = `${sameHolders(facts, step)}\n\n${likenessMarks(name)}`
      const group = groups.get(key)
      if (group) group.push({ id: step.id, name })
      else groups.set(key, [{ id: step.id, name }])
    }
    return pairsIn([...groups.values()])
  },
}

interface Named {
  readonly id: string
  readonly name: string
}

/** Letters: shorter names must be equal to be alike, which is another rule's. */
const shortest = 9

/** About a second's work; 1,000 steps of the same posts with names of 20 letters take a half of it. */
const mostWork = 50_000_000

/** Of one chart; whoever has mended these sees the next. */
const mostFound = 1000

function pairsIn(groups: readonly (readonly Named[])[]): readonly FoundPlace[] {
  const found: FoundPlace[] = []
  let work = 0
  let unseen = 0
  for (const group of groups) {
    for (const [at, one] of group.entries()) {
      if (work > mostWork || found.length >= mostFound) {
        unseen += group.length - at - 1 > 0 ? 1 : 0
        continue
      }
      for (const other of group.slice(at + 1)) {
        work += costOf(one.name, other.name)
        if (other.name !== one.name && nearlyAlike(one.name, other.name))
          found.push({ steps: [one.id, other.id] })
      }
    }
  }
  return unseen === 0 ? found : [...found, { steps: [], words: { unseen }, severity: 'hint' }]
}

/** How long `nearlyAlike` may take, measured: it fills a table where the lengths are close. */
function costOf(one: string, other: string): number {
  const allowed = Math.floor(Math.max(one.length, other.length) / 10)
  if (Math.abs(one.length - other.length) > allowed) return 1
  const letters = one.length * other.length
  return 20 + one.length + (allowed < 2 ? 0 : one.length > 32 ? letters / 2 : letters / 16)
}
