import type { ReviewCommand, Reviewer } from '../../src/model/review/decide.ts'
import { decide } from '../../src/model/review/decide.ts'
import type { Review } from '../../src/model/review/review.ts'
import { after } from '../../src/model/review/review.ts'
import type { Role } from '../../src/protocol/roles.ts'
import { may, roles } from '../../src/protocol/roles.ts'

/** People who review, and what they write down at a rung. */
export function person(role: Role, id: string = role): Reviewer {
  return { id, name: id, post: '岗位', may: (right) => may(role, right) }
}

export const [owner, editor, reviewer, viewer] = roles.map((role) => person(role)) as [
  Reviewer,
  Reviewer,
  Reviewer,
  Reviewer,
]

export const editors = [editor, person('editor', 'colleague'), person('editor', 'head')]

export const seal = { revision: 'r1', hash: 'h1' }

export const day = Date.parse('2026-03-10T04:00:00Z')
export const meeting = {
  what: 'meeting',
  on: '2026-03-09',
  place: '三楼会议室',
  due: 7,
  present: 5,
  decision: '同意',
  dissent: '',
} as const
export const publicity = {
  what: 'publicity',
  from: '2026-03-02',
  until: '2026-03-09',
  place: '公开栏',
  objections: '',
  answers: '',
} as const

/** As a person would: with the record that the rung asks for. */
function recorded(review: Review, command: ReviewCommand): ReviewCommand {
  const asks = review.ladder.rungs[review.rung]?.asks
  if (command.kind !== 'pass' || asks === undefined || command.record) return command
  return { ...command, record: asks === 'meeting' ? meeting : publicity }
}

export function done(review: Review, command: ReviewCommand, who: Reviewer, newId = 'm'): Review {
  const given = { newId, at: day + review.events.length, seal }
  const decision = decide(review, recorded(review, command), who, given)
  if (!decision.ok) throw new Error(decision.code)
  return after(review, decision.event)
}

export const missed = {
  kind: 'mark',
  target: { on: 'step', id: 's1', name: '审查' },
  what: 'missedRisk',
  text: '漏了人情关系',
} as const satisfies ReviewCommand
