import { describe, expect, it } from 'vitest'
import { proposedRoles, withRoles } from '../../../src/files/documentReading/proposedRoles.ts'
import { chartOf } from '../../support/chartOf.ts'

const chart = {
  ...chartOf('申请 → 初审 → 审批 → 审核并批准 → 送达', {
    申请: { kind: 'terminator' },
    初审: { duty: 'handle' },
    送达: { kind: 'terminator' },
  }),
  header: { title: '取水许可流程图' },
}

describe('proposedRoles', () => {
  it('[FI36] proposes what nobody has said, of names with one act', () => {
    expect(proposedRoles(chart)).toMatchObject({
      powerKind: 'licensing',
      duties: [{ name: '审批', duty: 'decide' }],
    })
    expect(proposedRoles(chartOf('甲 → 乙'))).toBeUndefined()
  })

  it('[FI36] changes nothing else when it is taken', () => {
    const taken = withRoles(chart, proposedRoles(chart)!)
    expect(taken.header.powerKind).toBe('licensing')
    expect(taken.steps.map(({ duty }) => duty)).toEqual([undefined, 'handle', 'decide', undefined, undefined])
    expect(proposedRoles(taken)).toBeUndefined()
  })
})
