import { describe, expect, it } from 'vitest'
import { readNext } from '../../../src/files/tableReading/cells/readNext.ts'
import { chainBranches } from '../../../src/files/tableReading/outline/chainBranches.ts'
import { hintsIn } from '../../../src/files/tableReading/outline/stepItem.ts'

describe('branches and brackets of texts', () => {
  it('an answer in brackets hangs on the last question, and what stood before it ends there', () => {
    const pieces = chainBranches(['申请', '是否齐全？', '（是）审批', '发证', '【否】补正', '否：退件'])
    expect(pieces.map(({ text }) => text)).toEqual(['申请', '是否齐全？', '审批', '发证', '补正', '退件'])
    expect(pieces.map(({ next }) => next)).toEqual([
      undefined,
      '是→3；否→5；否→6',
      undefined,
      '结束',
      '结束',
      undefined,
    ])
  })

  it('brackets stay where there is no question, or no answer in them', () => {
    const texts = ['（是）受理', '（一）审批', '（股室）审查？']
    expect(chainBranches(texts).map(({ text }) => text)).toEqual(texts)
  })

  it('two ways in one cell are two ways: 3或退回1', () => {
    const known = { byNumber: (words: string) => ['1', '3'].includes(words), byName: () => false }
    expect(readNext('3或退回1', known)).toMatchObject([{ words: '3' }, { words: '1' }])
    expect(readNext('合格或免检的转3', known)).toMatchObject([{ words: '3', label: '合格或免检' }])
  })

  it('people, posts and days behind a name are told apart', () => {
    expect(hintsIn('勘查（水政股2人以上，5个工作日）')).toEqual({
      name: '勘查（2人以上）',
      post: '水政股',
      limit: '5个工作日',
    })
    expect(hintsIn('评审（20日，不计入时限）')).toEqual({
      name: '评审',
      post: '',
      limit: '20日（不计入时限）',
    })
    expect(hintsIn('受理【1个工作日】')).toEqual({ name: '受理', post: '', limit: '1个工作日' })
    expect(hintsIn('评审（不计入时限）').name).toBe('评审（不计入时限）')
  })
})
