import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReviewCommand } from '../../../src/model/review/decide.ts'
import { decide, whyNot } from '../../../src/model/review/decide.ts'
import { approvalProgress } from '../../../src/model/review/approvalProgress.ts'
import { ladders, sixRungs } from '../../../src/model/review/ladder.ts'
import { markKinds } from '../../../src/model/review/mark.ts'
import { noReview, overdue, reviewOf, after, unsettled } from '../../../src/model/review/review.ts'
import { roles } from '../../../src/protocol/roles.ts'
import { done, editor, missed, owner, person, reviewer, seal, viewer } from '../../support/climbing.ts'

describe('review marks', () => {
  it('[RV1] go from 待整改 over 已整改 to 复核通过, with what was said', () => {
    const marked = done(noReview, missed, reviewer)
    const settled = done(marked, { kind: 'settle', mark: 'm', text: '已补充' }, editor)
    expect(settled.marks[0]).toMatchObject({
      state: 'done',
      replies: [{ text: '已补充', by: { id: 'editor' } }],
    })
    const returned = done(settled, { kind: 'return', mark: 'm', text: '还差措施' }, reviewer)
    expect(returned.marks[0]!.state).toBe('returned')
    const again = done(returned, { kind: 'settle', mark: 'm', text: '' }, editor)
    expect(done(again, { kind: 'accept', mark: 'm', text: '' }, reviewer).marks[0]).toMatchObject({
      state: 'accepted',
      text: '漏了人情关系',
      target: { name: '审查' },
    })
  })

  it('[RV1] may be accepted after all when they were returned, or before anybody answered', () => {
    const marked = done(noReview, missed, reviewer)
    const accept = { kind: 'accept', mark: 'm', text: '' } as const
    expect(done(marked, accept, reviewer).marks[0]!.state).toBe('accepted')
    const settled = done(marked, { kind: 'settle', mark: 'm', text: '' }, editor)
    const returned = done(settled, { kind: 'return', mark: 'm', text: '还差措施' }, reviewer)
    const accepted = done(returned, accept, reviewer)
    expect(accepted.marks[0]!.state).toBe('accepted')
    expect(whyNot(accepted, accept, reviewer)).toBe('already-settled')
  })

  it.each([
    ['a viewer cannot mark', noReview, missed, viewer, 'no-right'],
    ['an editor cannot mark', noReview, missed, editor, 'no-right'],
    ['other needs words', noReview, { ...missed, what: 'other', text: ' ' }, reviewer, 'empty-text'],
    ['nothing to settle', noReview, { kind: 'settle', mark: 'x', text: '' }, editor, 'no-such-mark'],
    ['an editor cannot accept', 'marked', { kind: 'accept', mark: 'm', text: '' }, editor, 'no-right'],
    [
      'a reviewer cannot say that it is mended',
      'marked',
      { kind: 'settle', mark: 'm', text: '' },
      reviewer,
      'no-right',
    ],
    ['one’s own only', 'marked', { kind: 'withdraw', mark: 'm' }, person('reviewer', 'another'), 'not-own'],
    ['a viewer cannot reply', 'marked', { kind: 'reply', mark: 'm', text: '好' }, viewer, 'no-right'],
    ['a return has a reason', 'settled', { kind: 'return', mark: 'm', text: '' }, reviewer, 'no-reason'],
    [
      'nothing is returned before it is mended',
      'marked',
      { kind: 'return', mark: 'm', text: '再查' },
      reviewer,
      'not-settled',
    ],
  ] as const)('[RV2] refuses: %s', (_, state, command, who, code) => {
    const marked = done(noReview, missed, reviewer)
    const states = { marked, settled: done(marked, { kind: 'settle', mark: 'm', text: '' }, editor) }
    expect(whyNot(typeof state === 'string' ? states[state] : state, command as ReviewCommand, who)).toBe(
      code,
    )
  })

  it('[RV2] a withdrawn mark stays to be read, settles nothing, and cannot be withdrawn again', () => {
    const marked = done(noReview, missed, reviewer)
    const withdrawn = done(marked, { kind: 'withdraw', mark: 'm' }, reviewer)
    expect(withdrawn.marks).toMatchObject([
      { state: 'withdrawn', text: '漏了人情关系', replies: [{ state: 'withdrawn', by: { id: 'reviewer' } }] },
    ])
    expect(unsettled(withdrawn)).toEqual([])
    expect(whyNot(withdrawn, { kind: 'withdraw', mark: 'm' }, reviewer)).toBe('no-such-mark')
    expect(whyNot(withdrawn, { kind: 'accept', mark: 'm', text: '' }, reviewer)).toBe('already-settled')
  })

  it('[RV8] who is examined neither accepts, returns nor withdraws the opinion of another', () => {
    const marked = done(noReview, missed, reviewer)
    const settled = done(marked, { kind: 'settle', mark: 'm', text: '已补' }, owner)
    expect(whyNot(settled, { kind: 'accept', mark: 'm', text: '' }, owner)).toBe('examined')
    expect(whyNot(settled, { kind: 'return', mark: 'm', text: '不妥' }, owner)).toBe('examined')
    expect(whyNot(settled, { kind: 'withdraw', mark: 'm' }, owner)).toBe('not-own')
    const another = person('reviewer', 'another')
    expect(done(settled, { kind: 'accept', mark: 'm', text: '' }, another).marks[0]!.state).toBe('accepted')
    const own = done(noReview, missed, owner)
    expect(done(own, { kind: 'accept', mark: 'm', text: '' }, owner).marks[0]!.state).toBe('accepted')
  })
})

const command: fc.Arbitrary<ReviewCommand> = fc.oneof(
  fc.record({
    kind: fc.constant('mark' as const),
    target: fc.constant({ on: 'chart' as const }),
    what: fc.constantFrom(...markKinds),
    text: fc.constant('说明'),
  }),
  fc.record({
    kind: fc.constantFrom('reply' as const, 'settle' as const, 'accept' as const, 'return' as const),
    mark: fc.constantFrom('m0', 'm1', 'm2', 'm3'),
    text: fc.constantFrom('', '意见'),
  }),
  fc.record({ kind: fc.constant('pass' as const), text: fc.constant('') }),
  fc.record({
    kind: fc.constant('sendBack' as const),
    to: fc.constantFrom(...sixRungs.rungs.map(({ id }) => id)),
    text: fc.constant('退回'),
  }),
)

describe('the rungs', () => {
  it.each(ladders)(
    '[RV4] of $id: each is passed, here or ahead; the chart is approved before 公示, else at the last',
    (ladder) => {
      let review =
        ladder === sixRungs ? noReview : done(noReview, { kind: 'ladder', ladder: ladder.id }, owner)
      const states = () => approvalProgress(review).map(({ state }) => state)
      expect(states()).toEqual(ladder.rungs.map((_, at) => (at === 0 ? 'here' : 'ahead')))
      const approving = ladder.rungs.filter(({ id }) => id !== 'publicity').length
      for (const at of ladder.rungs.keys()) {
        const by = person('owner', `owner${at}`)
        expect(review.approved !== undefined).toBe(at >= approving)
        review = done(review, { kind: 'pass', text: '' }, by)
      }
      expect(review.approved).toMatchObject({ by: { id: `owner${approving - 1}` } })
      expect(new Set(states())).toEqual(new Set(['passed']))
      expect(approvalProgress(review)[0]!.passed).toMatchObject({ by: { id: 'owner0' } })
    },
  )
})

describe('notices', () => {
  const issue: ReviewCommand = {
    kind: 'issue',
    text: '',
    notice: {
      what: 'warning',
      colour: 'orange',
      number: '某廉预〔2026〕3号',
      addressee: '财务科',
      marks: ['m'],
      deadline: '2026-11-30',
    },
  }

  it('[RV7] are numbered once, wait for a receipt, and are seen when they are overdue', () => {
    const issued = done(done(noReview, missed, reviewer), issue, reviewer, 'n')
    expect(whyNot(issued, issue, reviewer)).toBe('number-taken')
    expect(whyNot(issued, issue, editor)).toBe('no-right')
    expect(whyNot(issued, issue, owner), 'who is examined issues none').toBe('examined-issues')
    expect(overdue(issued, '2026-11-30')).toEqual([])
    expect(overdue(issued, '2026-12-01')).toMatchObject([{ id: 'n', addressee: '财务科' }])
    const receipted = done(issued, { kind: 'receipt', notice: 'n', text: '已整改' }, editor)
    expect(overdue(receipted, '2026-12-01')).toEqual([])
    expect(whyNot(receipted, { kind: 'receipt', notice: 'n', text: '' }, editor)).toBe('receipted')
  })
})

describe('a whole review', () => {
  it('[RV6] is worked out from its events, loses no mark, and stands on no rung over an open one', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(command, fc.constantFrom(...roles)), { maxLength: 60 }), (commands) => {
        let review = noReview
        let made = 0
        for (const [one, role] of commands) {
          const before = review
          const decision = decide(review, one, person(role), { newId: `m${made}`, at: made, seal })
          if (!decision.ok) continue
          review = after(review, decision.event)
          if (one.kind === 'mark') made += 1
          if (review.rung > before.rung) expect(unsettled(before)).toEqual([])
        }
        expect(review.marks).toHaveLength(made)
        expect(reviewOf(review.events)).toEqual(review)
      }),
    )
  })
})
