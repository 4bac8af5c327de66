import { describe, expect, it } from 'vitest'
import { lacksReason, lastJudgements } from '../../../src/model/cases/findingState.ts'
import { personsIn } from '../../../src/model/cases/personsIn.ts'
import { mergedCase } from '../../../src/model/cases/mergedCase.ts'
import type { PowerCase } from '../../../src/model/cases/powerCase.ts'
import { withPersons } from '../../../src/model/cases/withPersons.ts'

const event = (step: string, start: string, more: object = {}) => ({
  step,
  start: `2026-03-${start}:00`,
  row: 0,
  ...more,
})

const aCase = (events: PowerCase['events'], more: Partial<PowerCase> = {}): PowerCase => ({
  number: 'A1',
  events,
  suspensions: [],
  isClosed: false,
  isExtended: false,
  ...more,
})

const first = event('受理', '02T09:00', { end: '2026-03-02T09:30:00', person: '张三' })

describe('[CS1] a case that is brought again', () => {
  it('is the kept one itself where it says the same, wherever it stood in its table', () => {
    const kept = aCase([first])
    expect(mergedCase(kept, aCase([{ ...first, row: 7 }]))).toBe(kept)
  })

  it('takes what is new, and the end of what was open', () => {
    const kept = aCase([first, event('审查', '03T09:00')])
    const brought = aCase(
      [event('审查', '03T09:00', { end: '2026-03-04T09:00:00' }), event('决定', '05T10:00')],
      { isClosed: true, result: '准予' },
    )
    const merged = mergedCase(kept, brought)
    expect(merged.events.map(({ step, end }) => [step, end])).toEqual([
      ['受理', '2026-03-02T09:30:00'],
      ['审查', '2026-03-04T09:00:00'],
      ['决定', undefined],
    ])
    expect(merged).toMatchObject({ isClosed: true, result: '准予' })
  })

  it('loses nothing that a shorter table no longer has', () => {
    const kept = aCase([first, event('审查', '03T09:00')], { isClosed: true })
    expect(mergedCase(kept, aCase([first]))).toBe(kept)
  })

  it('keeps two acts at one time apart by their hands', () => {
    const twice = [event('踏勘', '03T09:00', { person: '甲' }), event('踏勘', '03T09:00', { person: '乙' })]
    expect(mergedCase(aCase([twice[0]!]), aCase(twice)).events).toHaveLength(2)
  })
})

describe('[CS2] persons', () => {
  it('have another word, the same one throughout, and get their names back', () => {
    const numbers = new Map([
      ['张三', '1'],
      ['李四', '2'],
    ])
    const cases = [aCase([{ ...first, person: '张三、李四' }])]
    const holdings = [{ person: '李四', post: '科长' }]
    const told = withPersons({ cases, holdings }, (name) => numbers.get(name)!)
    expect(JSON.stringify(told)).not.toMatch(/[张李]/)
    const names = new Map([...numbers].map(([name, number]) => [number, name]))
    expect(withPersons(told, (number) => names.get(number)!)).toEqual({ cases, holdings })
  })
})

describe('[CS7] who acted', () => {
  it.each([
    ['张三、李四', ['张三', '李四']],
    ['张三 李四丁', ['张三', '李四丁']],
    ['张  三', ['张三']],
    ['欧 阳 明', ['欧阳明']],
    ['张三（代）', ['张三']],
    ['张三(A岗)，李四', ['张三', '李四']],
    ['阿不都·热合曼', ['阿不都·热合曼']],
    ['John Smith', ['John Smith']],
    [' ', []],
  ])('is read from %s', (recorded, persons) => {
    expect(personsIn(recorded)).toEqual(persons)
  })
})

describe('[CS3] what is said of a finding', () => {
  const said = { case: 'A1', key: 'skipped 审查', reason: '', by: '王', at: 1 }

  it('is what was said last', () => {
    const last = lastJudgements([
      { ...said, state: 'confirmed' },
      { ...said, state: 'dismissed', reason: '补录', at: 2 },
    ])
    expect([...last.values()].map(({ state }) => state)).toEqual(['dismissed'])
  })

  it('wants its reason where it is 误报, and there alone', () => {
    expect(lacksReason({ state: 'dismissed', reason: '  ' })).toBe(true)
    expect(lacksReason({ state: 'dismissed', reason: '补录' })).toBe(false)
    expect(lacksReason({ state: 'confirmed', reason: '' })).toBe(false)
  })
})
