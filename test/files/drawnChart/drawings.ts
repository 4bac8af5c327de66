/** Small drawings for tests: Word and PowerPoint files made in code. Lengths in points. */
import { strToU8, zipSync } from 'fflate'
import { isDrawn, readDrawnChart } from '../../../src/files/drawnChart/readDrawnChart.ts'
import type { DrawnReading } from '../../../src/files/drawnChart/drawnReading.ts'
import { sayDrawn } from '../../../src/text/messages/sayDrawn.ts'
import { counter } from '../counter.ts'

export type Place = readonly [left: number, top: number, width: number, height: number]

export interface BoxLook {
  readonly preset?: string
  /** Without outline and filling. */
  readonly bare?: true
}

export interface LineLook {
  readonly preset?: string
  readonly from?: number
  readonly to?: number
  readonly arrow?: 'none'
  readonly flip?: string
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const transform = ([left, top, width, height]: Place, flip = '') =>
  `<a:xfrm ${flip}><a:off x="${left * 12_700}" y="${top * 12_700}"/><a:ext cx="${width * 12_700}" cy="${height * 12_700}"/></a:xfrm>`

const outline = (bare: true | undefined) =>
  bare ? '<a:ln><a:noFill/></a:ln>' : '<a:ln><a:solidFill/></a:ln>'

/** A `wps:wsp` with text. */
export function wordBox(
  id: number,
  text: string,
  place: Place,
  { preset = 'rect', bare }: BoxLook = {},
): string {
  const lines = text.split('\n').map((line) => `<w:p><w:r><w:t>${escaped(line)}</w:t></w:r></w:p>`)
  return `<wps:wsp><wps:cNvPr id="${id}" name=""/><wps:spPr>${transform(place)}<a:prstGeom prst="${preset}"/><a:noFill/>${outline(bare)}</wps:spPr><wps:txbx><w:txbxContent>${lines.join('')}</w:txbxContent></wps:txbx></wps:wsp>`
}

/** A connector, glued where `from` and `to` say so. */
export function wordLine(
  id: number,
  place: Place,
  { preset = 'straightConnector1', from, to, arrow, flip }: LineLook = {},
): string {
  const glue = [
    from === undefined ? '' : `<a:stCxn id="${from}" idx="2"/>`,
    to === undefined ? '' : `<a:endCxn id="${to}" idx="0"/>`,
  ].join('')
  const head = arrow === 'none' ? '' : '<a:tailEnd type="triangle"/>'
  return `<wps:wsp><wps:cNvPr id="${id}" name=""/><wps:cNvCnPr>${glue}</wps:cNvCnPr><wps:spPr>${transform(place, flip)}<a:prstGeom prst="${preset}"/><a:ln><a:solidFill/>${head}</a:ln></wps:spPr></wps:wsp>`
}

const names =
  'xmlns:w="w" xmlns:wp="wp" xmlns:a="a" xmlns:wps="wps" xmlns:wpg="wpg" xmlns:wpc="wpc" xmlns:mc="mc" xmlns:v="v" xmlns:o="o"'

/** A paragraph that holds the shapes in one group. */
export function wordGroup(...shapes: readonly string[]): string {
  return `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing><wp:inline><a:graphic><a:graphicData><wpg:wgp>${shapes.join('')}</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r></w:p>`
}

export function wordText(text: string): string {
  return `<w:p><w:r><w:t>${escaped(text)}</w:t></w:r></w:p>`
}

/** A .docx with these paragraphs. */
export function wordFile(...paragraphs: readonly string[]): Uint8Array {
  return packed({
    'word/document.xml': `<?xml version="1.0"?><w:document ${names}><w:body>${paragraphs.join('')}</w:body></w:document>`,
  })
}

export function packed(parts: { readonly [name: string]: string }): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
}

/** The reading of a file that must be a chart. */
export function drawnOf(bytes: Uint8Array, page?: number): DrawnReading {
  const reading = readDrawnChart(bytes, '图', { newId: counter(), ...(page !== undefined && { page }) })
  if (!reading || !isDrawn(reading)) throw new Error(reading ? sayDrawn(reading) : 'not a drawing')
  return reading
}

/** A reading as a person would tell it. */
export function toldDrawn({ chart, doubts, left }: DrawnReading) {
  const nameOf = (id: string) => chart.steps.find((step) => step.id === id)?.name
  const postOf = (id: string) => chart.posts.find((post) => post.id === id)?.name
  return {
    steps: chart.steps.map(({ name, posts = [], timeLimit }) =>
      [name, posts.length > 0 ? `〔${posts.map(postOf).join('、')}〕` : '', timeLimit?.wording ?? ''].join(
        '',
      ),
    ),
    lines: chart.flowlines.map(
      ({ from, to, label }) => `${nameOf(from)}→${nameOf(to)}${label ? `（${label}）` : ''}`,
    ),
    doubts: doubts.map((problem) => sayDrawn(problem)),
    left: left.map((problem) => sayDrawn(problem)),
  }
}
