import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chartOf } from '../../support/chartOf.ts'
import { externalEdition } from '../../../src/model/editions/externalEdition.ts'
import { publicPage } from '../../../src/publicationRenderer/publicPage.ts'
import type { PageItem, Sheet } from '../../../src/sheet/displayList.ts'
import { escapedMarkup, parsedColour } from '../../../src/sheet/writers/markup.ts'
import { sheetPdf } from '../../../src/sheet/writers/sheetPdf.ts'
import { sheetSvg } from '../../../src/sheet/writers/sheetSvg.ts'
import { fileTitle } from '../../../src/text/paper/fileTitle.ts'
import { fonts } from '../../support/sheets.ts'

const evil = [
  'red" onload="alert(1)',
  "#f00'/><script>alert(1)</script>",
  'url(http://x.example/y)',
  '</style><img src=x onerror=alert(1)>',
  '#ff00001',
  '',
]

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(...evil, ']]>', '&lt;', 'a\u0000b\u0008c\uFFFE\uD800', "$&$`$'"),
)

describe('[SH22] what a person wrote stays text', () => {
  it('holds no mark of SVG or HTML, and nothing that XML cannot hold', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const written = escapedMarkup(text)
        expect(written.replace(/&#\d+;/g, '')).not.toMatch(/[<>"'&]/)
        expect(written).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u)
      }),
    )
    expect(escapedMarkup('受理\n“材料” 𠮷')).toBe('受理\n“材料” 𠮷')
  })

  it.each(evil)('%j is no colour in any writer', async (fill) => {
    expect(parsedColour(fill)).toBe('#000000')
    const box = { kind: 'rect', x: 0, y: 0, width: 9, height: 9, fill, stroke: fill } as const
    const path = {
      kind: 'path',
      path: [
        ['M', 0, 0],
        ['L', 5, 5],
      ],
      stroke: fill,
    } as const
    const text = {
      kind: 'text',
      x: 1,
      y: 5,
      size: 4,
      width: 8,
      weight: 'regular',
      text: '受理',
      fill,
    } as const
    const items: readonly PageItem[] = [
      box,
      path,
      text,
      { kind: 'group', x: 0, y: 0, scale: 1, children: [text] },
    ]
    const sheet: Sheet = { width: 9, height: 9, items, smallestText: 4 }
    for (const options of [{ text: 'live' } as const, { text: 'outlined', fonts: await fonts() } as const]) {
      const svg = sheetSvg(sheet, options)
      expect([...svg.matchAll(/(?:fill|stroke)="([^"]*)"/g)].map(([, colour]) => colour)).toEqual(
        expect.arrayContaining(['none', '#000000']),
      )
      expect(svg).not.toMatch(/alert|example|ff00001/)
    }
    expect(Buffer.from(sheetPdf(sheet, await fonts())).includes('NaN')).toBe(false)
  })

  it('and colours that are some stay', () => {
    expect(parsedColour('#C62828')).toBe('#C62828')
  })

  it('a title with $ marks copies nothing into the label of the drawing', () => {
    const chart = externalEdition(chartOf('受理 → 决定', {}, { title: "$'$`$&" }), {})
    const page = publicPage(chart, '<svg><text>甲</text></svg>', { postedOn: '2026-01-01' })
    expect(page.match(/<text>/g)).toHaveLength(1)
    expect(page).toContain('aria-label="$&#39;$`$&#38;')
  })

  it('a file name holds nothing that turns or hides letters', () => {
    expect(fileTitle('受理\u202Egnp.exe\u0000\uD800图')).toBe('受理 gnp.exe 图')
  })
})
