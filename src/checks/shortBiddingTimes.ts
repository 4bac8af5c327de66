/** From the issue of the tender documents to the end of bidding at least twenty days. */
import type { Step } from '../model/chart.ts'
import { closingTender, issuingTender, preparingTender } from '../text/recognition/shortestLimits.ts'
import { cite } from '../text/law/cite.ts'
import { saidInDays } from '../text/recognition/vocabulary.ts'
import type { Facts } from './facts.ts'
import type { FoundPlace } from './finding.ts'
import { isLonger, lengthOf, sum, type Length } from './length.ts'

const least: Length = { workdays: 0, days: 20 }

/** One place for each issue that is too near to the closing. */
export function shortBiddingTimes(facts: Facts): readonly FoundPlace[] {
  if (!facts.isKind('procurement', 'works', 'assets')) return []
  const issuing = facts.named(issuingTender).filter(({ name }) => !preparingTender.test(name))
  const found = issuing.flatMap((step) => {
    const between = untilClosing(facts, step)
    const taken = between && timeOf(facts, between)
    if (!between || !taken || !isLonger(least, taken)) return []
    const limit = between.flatMap(({ timeLimit }) => timeLimit?.wording ?? []).join('、')
    const source = cite('tender-24', 'procurement-35')
    return [{ steps: between.map(({ id }) => id), words: { limit, least: saidInDays(least.days), source } }]
  })
  return found.filter((one) => !found.some((other) => within(one, other)))
}

function within(one: FoundPlace, other: FoundPlace): boolean {
  return one !== other && one.steps.every((id) => other.steps.includes(id))
}

/** The only way from the issue to the closing; undefined where the ways part or nothing closes. */
function untilClosing({ graph }: Facts, first: Step): readonly Step[] | undefined {
  const way = [first]
  if (closingTender.test(first.name)) return way
  for (let at = first; way.length < 12;) {
    const exits = graph.exits(at.id)
    const next = exits.length === 1 ? graph.step.get(exits[0]!.to) : undefined
    if (!next || next.kind === 'decision') return undefined
    if (/开标|评标/.test(next.name)) return way
    way.push(next)
    if (closingTender.test(next.name)) return way
    at = next
  }
  return undefined
}

/** Undefined where a limit is missing or cannot be read: then nothing is certain. */
function timeOf({ matter }: Facts, way: readonly Step[]): Length | undefined {
  let taken: Length = { workdays: 0, days: 0 }
  for (const { timeLimit } of way) {
    if (timeLimit?.kind !== 'span') return undefined
    taken = sum(taken, lengthOf(timeLimit, matter))
  }
  return taken
}
