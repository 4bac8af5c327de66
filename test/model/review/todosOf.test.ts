import { describe, expect, it } from 'vitest'
import type { ReviewCommand, Reviewer } from '../../../src/model/review/decide.ts'
import { decide } from '../../../src/model/review/decide.ts'
import { isMentioned } from '../../../src/model/review/isMentioned.ts'
import type { Review } from '../../../src/model/review/review.ts'
import { after, noReview } from '../../../src/model/review/review.ts'
import { todosOf } from '../../../src/model/review/todosOf.ts'
import type { Role } from '../../../src/protocol/roles.ts'
import { may } from '../../../src/protocol/roles.ts'

const person = (id: string, name: string, post: string, role: Role): Reviewer => ({
  id,
  name,
  post,
  may: (right) => may(role, right),
})

const li = person('li', '李四', '窗口受理', 'owner')
const wang = person('wang', '王五', '法制审核', 'editor')
const zhao = person('zhao', '赵六', '分管领导', 'reviewer')
const guest = person('guest', '', '', 'viewer')
const everybody = { li, wang, zhao, guest }

const target = { on: 'step', id: 's', name: '受理' } as const

type Act = readonly [who: Reviewer, command: ReviewCommand, newId?: string]

function reviewAfter(...acts: readonly Act[]): Review {
  return acts.reduce((review, [who, command, newId = 'm'], at) => {
    const decision = decide(review, command, who, { newId, at, seal: { revision: 'r', hash: 'h' } })
    if (!decision.ok) throw new Error(decision.code)
    return after(review, decision.event)
  }, noReview)
}

const kindsOf = (review: Review) =>
  Object.fromEntries(
    Object.entries(everybody).map(([name, who]) => [name, todosOf(review, who).map(({ kind }) => kind)]),
  )

const mark = { kind: 'mark', target, what: 'unclear', text: '看不懂' } as const
const settle = { kind: 'settle', mark: 'm', text: '' } as const
const accept = { kind: 'accept', mark: 'm', text: '' } as const
const pass = { kind: 'pass', text: '' } as const
const comment = { kind: 'comment', target, text: '@王五 这里要不要集体讨论？' } as const

describe('待我处理', () => {
  it.each<readonly [string, readonly Act[], object]>([
    ['nothing before a review has begun', [], { li: [], wang: [], zhao: [] }],
    ['a mark waits for those who write', [[zhao, mark]], { li: ['answer'], wang: ['answer'], zhao: [] }],
    [
      'a settled one for who raised it',
      [
        [zhao, mark],
        [li, settle],
      ],
      { li: [], wang: [], zhao: ['check'] },
    ],
    [
      'an accepted one for nobody, and the rung for who may pass it',
      [
        [zhao, mark],
        [li, settle],
        [zhao, accept],
      ],
      { li: ['pass'], wang: ['pass'], zhao: [] },
    ],
    [
      'the next rung for another than who passed the one below',
      [[li, pass]],
      { li: [], wang: ['pass'], zhao: [] },
    ],
  ])('[RV20] is what waits for this person: %s', (_, acts, waiting) => {
    expect(kindsOf(reviewAfter(...acts))).toMatchObject({ ...waiting, guest: [] })
  })

  it('[RV20] a notice waits for its answer, with its day', () => {
    const notice = {
      what: 'reminder',
      colour: 'green',
      number: '某函〔2026〕1号',
      addressee: '窗口',
      marks: [],
      deadline: '2026-12-01',
    } as const
    const issued = reviewAfter([zhao, { kind: 'issue', notice, text: '' }, 'n'])
    expect(todosOf(issued, li)).toContainEqual(
      expect.objectContaining({ kind: 'receipt', about: 'n', deadline: '2026-12-01' }),
    )
    const answered = reviewAfter(
      [zhao, { kind: 'issue', notice, text: '' }, 'n'],
      [li, { kind: 'receipt', notice: 'n', text: '' }],
    )
    expect(todosOf(answered, zhao).map(({ kind }) => kind)).not.toContain('receipt')
  })

  it('[RV21] an @ waits for who is called, until they answer or it is dealt with', () => {
    const called = reviewAfter([li, comment, 'c'])
    expect(kindsOf(called)).toMatchObject({ wang: ['mention'], li: [] })
    expect(todosOf(called, zhao).map(({ kind }) => kind)).not.toContain('mention')
    const answered = reviewAfter([li, comment, 'c'], [wang, { kind: 'answer', comment: 'c', text: '要' }])
    expect(todosOf(answered, wang).map(({ kind }) => kind)).not.toContain('mention')
    const again = reviewAfter(
      [li, comment, 'c'],
      [wang, { kind: 'answer', comment: 'c', text: '要' }],
      [zhao, { kind: 'answer', comment: 'c', text: '请 @法制审核 补上依据' }],
    )
    expect(todosOf(again, wang)).toContainEqual(
      expect.objectContaining({ kind: 'mention', about: 'c', at: 2 }),
    )
    const closed = reviewAfter([li, comment, 'c'], [li, { kind: 'close', comment: 'c' }])
    expect(todosOf(closed, wang).map(({ kind }) => kind)).not.toContain('mention')
  })

  it.each([
    ['@张三 请看', '张三', '', true],
    ['请＠张三看一下', '张三', '', true],
    ['@科长', '张三', '科长', true],
    ['张三请看', '张三', '', false],
    ['@李', '李', '', false],
    ['@ 张三', '张三', '', false],
    ['@', '', '', false],
  ])('[RV21] %s calls %s（%s）: %s', (text, name, post, called) => {
    expect(isMentioned(text, { name, post })).toBe(called)
  })
})

const why = (who: Reviewer) => {
  const decision = decide(noReview, comment, who, { newId: 'c', at: 1, seal: { revision: '', hash: '' } })
  return decision.ok ? 'said' : decision.code
}

describe('comments', () => {
  it('[RV22] are said by whoever may edit or review, not by who may only look', () => {
    expect([li, wang, zhao, guest].map(why)).toEqual(['said', 'said', 'said', 'no-right'])
  })

  it('[RV22] hold up no rung, are no mark, and an answer opens a closed one again', () => {
    const said = reviewAfter([wang, comment, 'c'], [li, { kind: 'close', comment: 'c' }])
    expect(said.marks).toEqual([])
    expect(decide(said, pass, li, { newId: '', at: 9, seal: { revision: '', hash: '' } }).ok).toBe(true)
    expect(said.comments).toMatchObject([{ id: 'c', closedBy: { id: 'li' } }])
    const again = reviewAfter(
      [wang, comment, 'c'],
      [li, { kind: 'close', comment: 'c' }],
      [wang, { kind: 'answer', comment: 'c', text: '还没有' }],
    )
    expect(again.comments[0]).not.toHaveProperty('closedBy')
    expect(again.comments[0]?.answers).toMatchObject([{ text: '还没有' }])
  })
})
