import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../src/files/tableSource/decodeText.ts'
import { readCsv } from '../../../src/files/tableSource/readDelimited.ts'

const utf16 = (text: string, order: 'le' | 'be') => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
  return new Uint8Array(order === 'le' ? bytes : bytes.swap16())
}

describe('[FI16] a table of text', () => {
  it.each(['le', 'be'] as const)('is read as Notepad saves it: Unicode, %s', (order) => {
    expect(decodeText(utf16('环节名称', order))).toContain('环节名称')
  })

  it.each(['le', 'be'] as const)('[FI33] is read without its mark too, %s', (order) => {
    const bytes = utf16('环节\t岗位\t时限\r\n受理\t窗口\t1天\r\n办结\t窗口\t', order).slice(2)
    expect(decodeText(bytes)).toContain('环节\t岗位')
  })

  it('is parted at what stands between the cells, not at what a quoted heading holds', () => {
    const { rows } = readCsv('"环节,岗位,说明";时限\n受理;1天')
    expect(rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['环节,岗位,说明', '时限'],
      ['受理', '1天'],
    ])
  })
})
