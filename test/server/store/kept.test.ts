/** What is kept of the past is bounded, in bytes and in time, and says what was left out. */
import { describe, expect, it } from 'vitest'
import type { FieldChange } from '../../../src/protocol/api.ts'
import { journalText } from '../../../src/server/store/journalText.ts'

const note = (after: unknown, before?: unknown): FieldChange => ({
  root: 'steps',
  id: 's1',
  field: 'note',
  ...(before === undefined ? {} : { before }),
  after,
})

describe('a journal entry', () => {
  it('[KP1] keeps ordinary changes as they are', () => {
    const changes = [
      note('审查材料', '审核材料'),
      { root: 'steps', id: 's2', after: { name: '决定', posts: ['p'] } },
    ]
    expect(JSON.parse(journalText(changes))).toEqual(changes)
  })

  it('[KP1] keeps the beginning of a long text, and says how long it was', () => {
    const [kept] = JSON.parse(journalText([note('长'.repeat(3_900_000))])) as [FieldChange]
    expect(String(kept.after)).toMatch(/^长{200}……（全文共 3900000 字/)
  })

  it('[KP1] of a record with long texts, keeps every field', () => {
    const record = {
      name: '受理',
      note: '长'.repeat(5000),
      materials: Array.from({ length: 900 }, () => '申请书'),
    }
    const [kept] = JSON.parse(journalText([{ root: 'steps', id: 's', after: record }])) as [FieldChange]
    expect(kept.after).toMatchObject({
      name: '受理',
      note: expect.stringContaining('全文共 5000 字') as string,
    })
    expect(JSON.stringify(kept).length).toBeLessThan(2000)
  })
})
