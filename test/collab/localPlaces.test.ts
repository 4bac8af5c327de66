import { describe, expect, it } from 'vitest'
import { binnedSince, placed } from '../../src/collab/localPlaces.ts'

const chart = { id: 'a', title: '甲', unit: '', steps: 1, changedAt: 1 }

describe('the place of a chart in this browser’s list', () => {
  it('[HO5] is a folder, a template or the bin, and each is taken back without a trace', () => {
    const moved = placed(placed(chart, { folder: '对外' }), { isTemplate: true })
    expect(moved).toEqual({ ...chart, folder: '对外', isTemplate: true })
    expect(placed(placed(moved, { folder: '' }), { isTemplate: false })).toEqual(chart)
    expect(binnedSince(binnedSince(chart, 7), undefined)).toEqual(chart)
    expect(binnedSince(chart, 7)).toMatchObject({ binnedAt: 7 })
  })
})
