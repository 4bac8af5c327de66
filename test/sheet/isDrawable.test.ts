import { beforeAll, describe, expect, it } from 'vitest'
import { isInvisible } from '../../src/model/invisible.ts'
import { isDrawable } from '../../src/sheet/isDrawable.ts'
import { sayMissingGlyph } from '../../src/sheet/sayMissingGlyph.ts'
import { lineItem } from '../../src/sheet/textItems.ts'
import { textWidthOf } from '../../src/sheet/textWidth.ts'
import { assertDrawable } from '../../src/sheet/writers/assertDrawable.ts'
import { MissingGlyphError } from '../../src/sheet/writers/font.ts'
import type { Fonts } from '../../src/sheet/writers/outlineText.ts'
import type { Sheet } from '../../src/sheet/displayList.ts'
import { sheetPdf } from '../../src/sheet/writers/sheetPdf.ts'
import { chartOf } from '../support/chartOf.ts'
import { pdfText } from '../support/poppler.ts'
import { fonts } from '../support/sheets.ts'

let faces: Fonts

beforeAll(async () => {
  faces = await fonts()
})

describe('[SH23] what can be drawn', () => {
  it('is what both weights of the font have: of every code point there is', () => {
    const wrong: number[] = []
    for (let code = 0; code <= 0x10ffff; code++) {
      if (code >= 0xd800 && code < 0xe000) continue
      const character = String.fromCodePoint(code)
      const has = faces.regular.has(character) && faces.bold.has(character)
      if (isDrawable(code) !== (has || isInvisible(code))) wrong.push(code)
    }
    expect(wrong).toEqual([])
    expect([0x2611, 0x20bb7, 0xfdd0].filter(isDrawable)).toEqual([0x2611])
  })

  it('leaves out what nobody sees, and gives it no width', () => {
    const look = { size: 10, weight: 'regular', fill: '#000000' } as const
    const [run] = lineItem('\u202E受\u200B理\uFE0F', { x: 0, middle: 0, align: 'start' }, look)
    expect(run).toMatchObject({ text: '受理', width: 20 })
    expect(textWidthOf('\u202E受\u200B理\uFE0F', 10, 'regular')).toBe(20)
    const [plain] = lineItem('\u0000受\u0008理\uD800\uFFFE', { x: 0, middle: 0, align: 'start' }, look)
    expect(plain).toMatchObject({ text: '受理', width: 20 })
  })

  it('a sheet with anything else is refused', () => {
    const text = { kind: 'text', x: 0, y: 0, size: 4, width: 8, weight: 'bold', fill: '#000000' } as const
    const group = { kind: 'group', x: 0, y: 0, scale: 1, children: [{ ...text, text: '受理🚫' }] } as const
    expect(() => assertDrawable({ items: [group] })).toThrow(MissingGlyphError)
    expect(() => assertDrawable({ items: [{ ...text, text: '受理' }] })).not.toThrow()
  })

  it('the sentence names character, code and place', () => {
    const chart = chartOf(
      '申请 → 受理🚫 -同意📎→ 决定',
      { 决定: { note: '☒', materials: ['表㉿'] } },
      { title: '图ئ' },
    )
    const say = (character: string) => sayMissingGlyph({ character, where: '行' }, chart)
    expect(say('🚫')).toBe(
      '第 2 个环节“受理🚫”里有画不出的字符“🚫”（U+1F6AB）：字体里没有。请删去或换一个写法。',
    )
    expect(say('📎')).toMatch(/^流线上的“同意📎”/)
    expect(say('㉿')).toMatch(/^第 3 个环节“决定”/)
    expect(say('ئ')).toMatch(/^图的标题.*U\+0626/)
    expect(say('☒')).toMatch(/^“行”/)
    expect(sayMissingGlyph({ character: '\u0008', where: '受\u0008理' })).toBe(
      '“受\uFFFD理”里有画不出的字符 U+0008：字体里没有。请删去或换一个写法。',
    )
  })
})

describe('[SH26] symbols that the font lacks', () => {
  it('are drawn within one em, as wide as the table says', () => {
    const symbols = Array.from('☐☑☒◻⬜✅✔✕✖✗✘❌❎►◄➤➔➜\uFFFD')
    for (const symbol of symbols) {
      expect([symbol, isDrawable(symbol.codePointAt(0)!)]).toEqual([symbol, true])
      expect(faces.bold.advance(symbol, '')).toBe(textWidthOf(symbol, 1, 'bold'))
      const numbers = faces.bold.outline(symbol, '').flatMap(([, ...at]) => at)
      expect(numbers.length).toBeGreaterThan(5)
      expect(numbers.every((at) => at >= -0.12 && at <= 1)).toBe(true)
    }
  })

  it('go along in a PDF, and are copied from it as what they are', () => {
    const text = { kind: 'text', x: 10, y: 20, size: 6, width: 60, weight: 'bold', fill: '#000000' } as const
    const items = [
      { ...text, text: '同意☑不同意☐' },
      { ...text, y: 40, weight: 'regular', text: '☒' },
    ] as const
    const sheet: Sheet = { width: 100, height: 60, smallestText: 6, items }
    const copied = pdfText(sheetPdf(sheet, faces)).replaceAll(/\s/g, '')
    expect(copied).toBe('同意☑不同意☐☒')
  })
})
