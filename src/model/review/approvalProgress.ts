/** 逐级审定 so far: which rungs were passed, by whom, and what was approved. */
import type { Review, ReviewEvent } from './review.ts'
import type { ApprovalStage } from './ladder.ts'

type Passed = Extract<ReviewEvent, { kind: 'passed' }>
type SentBack = Extract<ReviewEvent, { kind: 'sentBack' }>

export interface StageState {
  readonly rung: ApprovalStage
  readonly state: 'passed' | 'here' | 'ahead'
  /** The latest pass; undefined if the rung is not passed. */
  readonly passed?: Passed
}

/** All rungs with their state, in order. */
export function approvalProgress({ ladder, rung: here, events }: Review): readonly StageState[] {
  return ladder.rungs.map((rung, at): StageState => {
    if (at >= here) return { rung, state: at === here ? 'here' : 'ahead' }
    const passed = passedIn(events).find((event) => event.rung === rung.id)
    return { rung, state: 'passed', ...(passed ? { passed } : {}) }
  })
}

/** The latest send-back; undefined if none occurred or the chart was passed on since. */
export function lastSentBack({ events }: Review): SentBack | undefined {
  const [last] = newestFirst(events).filter(({ kind }) => moves.includes(kind))
  return last?.kind === 'sentBack' ? last : undefined
}

/** The rung at which the chart was approved; undefined if it was not. */
export function approvedAt({ approved, events, ladder }: Review): ApprovalStage | undefined {
  const passed = passedIn(events).find(({ at, seal }) => at === approved?.at && seal.hash === approved.hash)
  return ladder.rungs.find(({ id }) => id === passed?.rung)
}

const moves: readonly ReviewEvent['kind'][] = ['sentBack', 'passed', 'ladder']

function passedIn(events: readonly ReviewEvent[]): readonly Passed[] {
  return newestFirst(events).flatMap((event) => (event.kind === 'passed' ? [event] : []))
}

function newestFirst(events: readonly ReviewEvent[]): readonly ReviewEvent[] {
  return [...events].reverse()
}
