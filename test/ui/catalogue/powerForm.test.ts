import { describe, expect, it } from 'vitest'
import type { PowerItem } from '../../../src/model/catalogue/powerItem.ts'
import { readTimeLimit } from '../../../src/model/time/readTimeLimit.ts'
import { fieldsOf, saidBy } from '../../../src/ui/catalogue/powerForm.ts'

const power: PowerItem = {
  id: '1',
  order: 'a0',
  name: '取水许可',
  kind: 'licensing',
  legalBasis: [{ title: '水法', article: '第四十八条' }, { title: '行政许可法' }],
  promisedLimit: readTimeLimit('10个工作日'),
}

describe('the form of a power', () => {
  it('says each field in words: a statute a line, a limit as it was worded', () => {
    expect(saidBy([power], 'legalBasis')).toBe('水法第四十八条\n行政许可法')
    expect(saidBy([power], 'promisedLimit')).toBe('10个工作日')
    expect(saidBy([power], 'kind')).toBe('licensing')
    expect(saidBy([power], 'note')).toBe('')
  })

  it('of many powers, says what all say, and nothing where they differ', () => {
    expect(saidBy([power, { ...power, id: '2' }], 'name')).toBe('取水许可')
    expect(saidBy([power, { ...power, id: '2', name: '排污许可' }], 'name')).toBeUndefined()
    expect(saidBy([power, { ...power, id: '2', note: '季度' }], 'note')).toBeUndefined()
    expect(saidBy([], 'name')).toBe('')
  })

  it('gives back what was touched only, read as the fields are; emptied is no field', () => {
    expect(fieldsOf({})).toEqual({})
    expect(fieldsOf({ name: ' 排污许可 ', note: '  ', kind: 'penalty' })).toEqual({
      name: '排污许可',
      note: undefined,
      kind: 'penalty',
    })
    expect(fieldsOf({ kind: 'what' })).toEqual({ kind: undefined })
    expect(fieldsOf({ statutoryLimit: '20日内', legalBasis: '水法\n\n 行政许可法 ' })).toMatchObject({
      statutoryLimit: { kind: 'span', amount: 20, wording: '20日内' },
      legalBasis: [{ title: '水法' }, { title: '行政许可法' }],
    })
  })
})
