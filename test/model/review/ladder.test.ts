import { describe, expect, it } from 'vitest'
import type { ReviewCommand } from '../../../src/model/review/decide.ts'
import { decide, whyNot } from '../../../src/model/review/decide.ts'
import { ladders, sixRungs } from '../../../src/model/review/ladder.ts'
import { isDraft, noReview } from '../../../src/model/review/review.ts'
import {
  day,
  done,
  editor,
  editors,
  meeting,
  missed,
  owner,
  person,
  publicity,
  reviewer,
  seal,
} from '../../support/climbing.ts'

describe('the ladder', () => {
  it('[RV3] is not climbed over an open mark', () => {
    const marked = done(noReview, missed, reviewer)
    expect(whyNot(marked, { kind: 'pass', text: '' }, editor)).toBe('open-marks')
    const accepted = done(marked, { kind: 'accept', mark: 'm', text: '' }, reviewer)
    expect(done(accepted, { kind: 'pass', text: '' }, editor).rung).toBe(1)
  })

  it('[RV4] seals what was approved, and knows a draft from it', () => {
    const who = [...editors, reviewer, person('reviewer', 'second')]
    const approved = who.reduce((review, by) => done(review, { kind: 'pass', text: '' }, by), noReview)
    expect(approved.approved).toMatchObject(seal)
    expect(isDraft(approved, 'h1')).toBe(false)
    expect(isDraft(approved, 'h2')).toBe(true)
    expect(whyNot(approved, { kind: 'pass', text: '' }, editor)).toBe('no-right')
    const posted = done(approved, { kind: 'pass', text: '' }, reviewer)
    expect(posted.rung).toBe(sixRungs.rungs.length)
    expect(whyNot(posted, { kind: 'pass', text: '' }, reviewer)).toBe('all-passed')
  })

  it('[RV9] asks for a name and a post, and for another person than below and than the drafter', () => {
    const pass = { kind: 'pass', text: '' } as const
    expect(whyNot(noReview, pass, { ...editor, name: ' ' })).toBe('unnamed')
    expect(whyNot(noReview, pass, { ...editor, post: '' })).toBe('unnamed')
    const first = done(noReview, pass, editor)
    expect(whyNot(first, pass, editor)).toBe('same-person')
    expect(whyNot(first, pass, { ...editor, name: '别名' })).toBe('same-person')
    expect(whyNot(first, pass, { ...person('editor', 'other access'), name: 'editor' })).toBe('same-person')
    const second = done(first, pass, editors[1]!)
    expect(whyNot(second, pass, editors[1]!)).toBe('same-person')
    expect(whyNot(second, pass, editor)).toBe('same-person')
    expect(whyNot(second, pass, editors[2]!)).toBeUndefined()
    const all = [...editors, reviewer, person('reviewer', 'second')]
    const approved = all.reduce((review, by) => done(review, pass, by), noReview)
    expect(whyNot(approved, pass, person('reviewer', 'second'))).toBeUndefined()
  })

  it('[RV10] is not approved over errors of the checks without a written reason, which stays in the record', () => {
    const below = [...editors, reviewer].reduce((r, by) => done(r, { kind: 'pass', text: '' }, by), noReview)
    const given = { newId: 'x', at: day, seal, errors: 2 }
    const last = person('reviewer', 'second')
    expect(decide(below, { kind: 'pass', text: ' ', record: meeting }, last, given)).toEqual({
      ok: false,
      code: 'open-errors',
    })
    expect(decide(below, { kind: 'pass', text: '另有规定', record: meeting }, last, given)).toMatchObject({
      ok: true,
      event: { text: '另有规定', errors: 2 },
    })
    expect(decide(noReview, { kind: 'pass', text: '' }, editor, given)).toMatchObject({ ok: true })
  })

  it.each([
    ['no minutes', undefined, 'no-record'],
    ['no place', { ...meeting, place: ' ' }, 'no-record'],
    ['no decision', { ...meeting, decision: '' }, 'no-record'],
    ['more came than are due', { ...meeting, present: 8 }, 'no-record'],
    ['less than two thirds', { ...meeting, present: 4 }, 'too-few-present'],
    ['a meeting of tomorrow', { ...meeting, on: '2026-03-11' }, 'wrong-dates'],
    ['the course of a 公示 in place of minutes', publicity, 'no-record'],
    ['five of seven', meeting, undefined],
  ])('[RV12] 集体讨论: %s', (_, record, code) => {
    const below = editors.slice(0, 2).reduce((r, by) => done(r, { kind: 'pass', text: '' }, by), noReview)
    const given = { newId: 'x', at: day, seal }
    const decision = decide(below, { kind: 'pass', text: '', record }, editors[2]!, given)
    expect(decision).toMatchObject(code ? { ok: false, code } : { ok: true, event: { record } })
  })

  it.each([
    ['its last day is today', { ...publicity, until: '2026-03-10' }, 'still-public'],
    ['it ends before it begins', { ...publicity, from: '2026-03-12' }, 'wrong-dates'],
    ['an objection without an answer', { ...publicity, objections: '等级偏低' }, 'unanswered'],
    ['answered', { ...publicity, objections: '等级偏低', answers: '已调高' }, undefined],
    ['over since yesterday', publicity, undefined],
  ])('[RV12] 公示: %s', (_, record, code) => {
    const all = [...editors, reviewer, person('reviewer', 'second')]
    const approved = all.reduce((r, by) => done(r, { kind: 'pass', text: '' }, by), noReview)
    const given = { newId: 'x', at: day, seal }
    const decision = decide(approved, { kind: 'pass', text: '', record }, reviewer, given)
    expect(decision).toMatchObject(code ? { ok: false, code } : { ok: true, event: { record } })
  })

  it('[RV13] may be a unit’s own, and name who passes a rung: persons, posts, offices', () => {
    const rungs = [
      { id: 'a', name: '填报', right: 'write' },
      { id: 'b', name: '纪检审定', right: 'mark', who: ['李四', '纪检组'] },
    ] as const
    const own = { kind: 'ladder', ladder: 'own', own: { name: '本单位程序', rungs } } as const
    const review = done(noReview, own, owner)
    expect(review.ladder).toEqual({ id: 'own', name: '本单位程序', rungs })
    const first = done(review, { kind: 'pass', text: '' }, editor)
    const pass = { kind: 'pass', text: '' } as const
    expect(whyNot(first, pass, reviewer)).toBe('not-named')
    expect(whyNot(first, pass, { ...reviewer, name: '李四' })).toBeUndefined()
    const ofOffice = { ...reviewer, post: '纪检组组长' }
    expect(done(first, pass, ofOffice).approved).toMatchObject({ by: { post: '纪检组组长' } })
  })

  it.each([
    ['one rung', [{ id: 'a', name: '填报', right: 'write' }]],
    [
      'a name twice',
      [
        { id: 'a', name: '审', right: 'write' },
        { id: 'b', name: '审', right: 'mark' },
      ],
    ],
    [
      '公示 before the end',
      [
        { id: 'a', name: '公示', right: 'write', asks: 'publicity' },
        { id: 'b', name: '审', right: 'mark' },
      ],
    ],
  ] as const)('[RV13] no ladder: %s', (_, rungs) => {
    const own = { kind: 'ladder', ladder: 'own', own: { name: '程序', rungs } } as const
    expect(whyNot(noReview, own, owner)).toBe('no-ladder')
  })

  it('[RV5] sends back to any earlier rung, with a reason, and unseals', () => {
    const third = editors.reduce((r, by) => done(r, { kind: 'pass', text: '' }, by), noReview)
    const back: ReviewCommand = { kind: 'sendBack', to: 'self', text: '找得不准，重新查找' }
    expect(whyNot(third, { ...back, text: '' }, reviewer)).toBe('no-reason')
    expect(whyNot(third, { ...back, to: 'group' }, reviewer)).toBe('not-earlier')
    expect(whyNot(third, back, editor)).toBe('no-right')
    expect(done(third, back, reviewer)).toMatchObject({ rung: 0, approved: undefined })
  })

  it('[RV5] changes the ladder only before the first rung is passed', () => {
    const three: ReviewCommand = { kind: 'ladder', ladder: 'three-rungs' }
    expect(done(noReview, three, owner).ladder.rungs).toHaveLength(3)
    expect(whyNot(done(noReview, { kind: 'pass', text: '' }, editor), three, owner)).toBe('under-way')
  })

  it('[RV5] has rungs with names and ids of their own', () => {
    for (const { rungs } of ladders) expect(new Set(rungs.map(({ id }) => id)).size).toBe(rungs.length)
  })
})
