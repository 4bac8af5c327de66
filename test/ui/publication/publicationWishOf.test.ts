import { describe, expect, it } from 'vitest'
import { chosen, firstChoice, publicationWishOf } from '../../../src/ui/publication/publicationWishOf.ts'

describe('[PO6] what is disclosed', () => {
  it('is nothing of the risks unless somebody says so, and no column is empty', () => {
    expect(firstChoice('lanes')).toEqual({ view: 'lanes', risks: false, measures: false, responsible: false })
    expect(firstChoice('columns').view).toBe('flow')
  })

  it('of measures and responsible people stands and falls with the risks', () => {
    const risks = chosen(firstChoice('flow'), { risks: true })
    const all = chosen(risks, { measures: true, responsible: true })
    expect(publicationWishOf(all).disclose).toEqual({ risks: true, measures: true, responsible: true })
    expect(chosen(all, { risks: false })).toEqual(firstChoice('flow'))
    expect(chosen(firstChoice('flow'), { responsible: true })).toEqual(firstChoice('flow'))
  })

  it('in three columns goes back to one when the risks are taken out', () => {
    const columns = chosen(chosen(firstChoice('flow'), { risks: true }), { view: 'columns' })
    expect(publicationWishOf(columns)).toEqual({
      view: 'columns',
      disclose: { risks: true, measures: false, responsible: false },
    })
    expect(chosen(columns, { risks: false }).view).toBe('flow')
  })
})
