import type { CaseEvent, PowerCase, Suspension } from './powerCase.ts'

/**
 * A case that was brought before and is brought again: what is new is added, what was still open takes
 * the end that is known now, and nothing that was kept is lost. Gives `kept` itself where nothing is new.
 */
export function mergedCase(kept: PowerCase, brought: PowerCase): PowerCase {
  const merged: PowerCase = {
    ...kept,
    ...brought,
    events: united(kept.events, brought.events, eventKey),
    suspensions: united(kept.suspensions, brought.suspensions, ({ start }) => start),
    isClosed: kept.isClosed || brought.isClosed,
    isExtended: kept.isExtended || brought.isExtended,
  }
  return isSameCase(kept, merged) ? kept : merged
}

/** Whether two records of a case say the same, wherever they stood in their tables. */
export function isSameCase(one: PowerCase, other: PowerCase): boolean {
  return said(one) === said(other)
}

interface Timed {
  readonly start: string
  readonly end?: string
  readonly row: number
}

/** The same act begins at the same time, at the same step, by the same hands. */
function eventKey({ step, start, person = '' }: CaseEvent): string {
  return `${start}\n${step}\n${person}`
}

/** What is brought says more than what was kept of the same; in the order of their times. */
function united<T extends Timed>(
  kept: readonly T[],
  brought: readonly T[],
  keyOf: (one: T) => string,
): readonly T[] {
  const all = new Map(kept.map((one) => [keyOf(one), one]))
  for (const one of brought) all.set(keyOf(one), { ...all.get(keyOf(one)), ...one })
  return [...all.values()].sort((one, other) => compared(one.start, other.start))
}

function compared(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}

function said({ number, events, suspensions, matter, result, isClosed, isExtended }: PowerCase): string {
  const eventsSaid = events.map(({ step, start, end, person, post, action }: CaseEvent) => [
    step,
    start,
    end,
    person,
    post,
    action,
  ])
  const stands = suspensions.map(({ start, end }: Suspension) => [start, end])
  return JSON.stringify([number, eventsSaid, stands, matter, result, isClosed, isExtended])
}
