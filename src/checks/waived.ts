/** 豁免 (waivers): which findings a person has accepted. */
import type { Id, Waiver } from '../model/chart.ts'
import type { Finding } from './finding.ts'

/** A finding with its waiver. */
export interface Waived extends Finding {
  readonly waiver: Waiver
}

/**
 * The key by which a waiver names a finding: rule, steps, and whatever distinguishes it from
 * other findings there.
 */
export function findingPlace({
  rule,
  steps,
  risks,
  words,
}: Finding): Pick<Waiver, 'rule' | 'steps' | 'risks' | 'post'> {
  const post = words?.['post']
  return {
    rule,
    steps: [...steps],
    ...(risks && risks.length > 0 ? { risks: [...risks] } : {}),
    ...(typeof post === 'string' ? { post } : {}),
  }
}

/**
 * Splits findings into open and waived ones. A waiver applies only to its steps, risks and posts;
 * findings elsewhere stay open.
 */
export function splitWaived(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
): { readonly findings: readonly Finding[]; readonly waived: readonly Waived[] } {
  if (waivers.length === 0) return { findings, waived: [] }
  const byPlace = new Map(waivers.map((waiver) => [keyOf(waiver), waiver]))
  const waived: Waived[] = []
  const standing = findings.filter((finding) => {
    const waiver = byPlace.get(keyOf(findingPlace(finding)))
    if (waiver) waived.push({ ...finding, waiver })
    return !waiver
  })
  return { findings: standing, waived }
}

/** The order of steps is irrelevant. */
function keyOf({ rule, steps, risks = [], post = '' }: ReturnType<typeof findingPlace>): string {
  return JSON.stringify([rule, sorted(steps), sorted(risks), post])
}

function sorted(ids: readonly Id[]): readonly Id[] {
  return [...ids].sort()
}
