/** Everything that a chart becomes for the public, and a look into each byte of it. */
import { unzipSync, unzlibSync } from 'fflate'
import {
  chartInPicture,
  editionFile,
  pngWithChart,
  svgWithChart,
} from '../../src/files/chartFile/pictureCharts.ts'
import type { View } from '../../src/model/chart.ts'
import type { Edition, PublicChart } from '../../src/model/editions/edition.ts'
import { picturePng } from '../../src/publicationRenderer/png.ts'
import { renderPublication } from '../../src/publicationRenderer/publication.ts'
import { composeSheet } from '../../src/sheet/composeSheet.ts'
import { plainPageStyle, type PageStyle } from '../../src/sheet/pageStyle.ts'
import type { Sheet } from '../../src/sheet/displayList.ts'
import type { Fonts } from '../../src/sheet/writers/outlineText.ts'
import { sheetsPdf, tiledPdf } from '../../src/sheet/writers/sheetPdf.ts'
import { sheetSvg } from '../../src/sheet/writers/sheetSvg.ts'
import { chartText } from '../../src/sheet/writers/chartText.ts'
import { phonePicture, wordPicture } from '../../src/sheet/pictures.ts'
import { splitContent } from '../../src/sheet/split/splitContent.ts'
import { tiled } from '../../src/sheet/tiled.ts'
import { contentOf } from '../support/sheets.ts'

const pageStyle: PageStyle = {
  ...plainPageStyle,
  publicAddress: 'https://example.gov.cn/p/abc',
  watermark: true,
  steps: 'noted',
}
const page = { paper: 'A4', landscape: false } as const

export type Outputs = Readonly<Record<string, string | Uint8Array>>

interface PublicSheets {
  readonly edition: Edition
  readonly poster: Sheet
  readonly parts: readonly Sheet[]
  readonly word: Sheet
  readonly phone: Sheet
}

async function publicSheets(chart: PublicChart, view: View): Promise<PublicSheets> {
  const edition = { name: 'external', chart } as const
  const content = await contentOf(edition, view)
  return {
    edition,
    poster: composeSheet(content, page, pageStyle),
    parts: splitContent(content, 2).map((part) => composeSheet(part, page, pageStyle)),
    word: wordPicture(content, pageStyle).sheet,
    phone: phonePicture(content, pageStyle).sheet,
  }
}

/** What is made in milliseconds: everything that is text, the sheets that all else is drawn from, what the server posts. */
export async function textOutputs(chart: PublicChart, view: View): Promise<Outputs> {
  const sheets = await publicSheets(chart, view)
  const pressed = await renderPublication(chart, view, { postedOn: '2026-10-01' })
  return { ...textsOf(sheets), ...named('pressed', { ...pressed }) }
}

function textsOf({ edition, poster, parts, word, phone }: PublicSheets): Outputs {
  const { title } = edition.chart.header
  const svg = sheetSvg(poster, { text: 'live', title })
  const carrying = svgWithChart(svg, edition)
  return {
    json: editionFile(edition),
    txt: chartText(edition),
    svg,
    // The sheets themselves, for what no writer shows.
    sheets: JSON.stringify([poster, ...parts, word, phone] satisfies readonly Sheet[]),
    word: sheetSvg(word, { text: 'live', title }),
    phone: sheetSvg(phone, { text: 'live', title }),
    'carrying.svg': carrying,
    carriedBySvg: chartInPicture(new TextEncoder().encode(carrying)),
    fileName: title,
  }
}

/** Everything: also what is packed, and takes ten times as long. */
export async function publicOutputs(chart: PublicChart, view: View, fonts: Fonts): Promise<Outputs> {
  const sheets = await publicSheets(chart, view)
  const { edition, poster, parts, word, phone } = sheets
  const { title } = chart.header
  const png = await picturePng(poster, { width: 210, height: 297 }, fonts)
  const carrying = pngWithChart(png, edition)
  const pressed = await renderPublication(chart, view, { postedOn: '2026-10-01' })
  return {
    ...textsOf(sheets),
    ...named('pressed', { ...pressed }),
    outlined: sheetSvg(poster, { text: 'outlined', fonts, title }),
    pdf: sheetsPdf([poster, word, phone, ...parts], fonts, { title }),
    tiles: tiledPdf(poster, tiled(poster, 'A4'), fonts, { title }),
    png,
    'carrying.png': carrying,
    carriedByPng: chartInPicture(carrying),
  }
}

function named(prefix: string, outputs: Outputs): Outputs {
  return Object.fromEntries(Object.entries(outputs).map(([name, words]) => [`${prefix}.${name}`, words]))
}

/**
 * The outputs in which a character is found, in any of the ways in which it can be written.
 * One character, because a line break may cut any word; the canary is one that nothing else has.
 */
export function whereFound(character: string, outputs: Outputs): readonly string[] {
  const code = character.codePointAt(0)!.toString(16).padStart(4, '0')
  const written = [
    character,
    Buffer.from(character, 'utf8').toString('latin1'),
    `&#${character.codePointAt(0)!};`,
    `&#x${code};`,
    encodeURIComponent(character),
    `\\u${code}`,
  ]
  return Object.entries(outputs).flatMap(([name, content]) => {
    if (typeof content === 'string') return written.some((one) => content.includes(one)) ? [name] : []
    const bytes = Buffer.from(content)
    if (bytes.toString('latin1', 0, 2) === 'PK') {
      const { entries, outside } = openedZip(bytes)
      const inside = { ...entries, [besides]: outside }
      return whereFound(character, inside).map((inner) => `${name}/${inner}`)
    }
    const isPdf = bytes.toString('latin1', 0, 4) === '%PDF'
    const isPng = bytes.toString('latin1', 1, 4) === 'PNG'
    const texts = isPdf ? pdfTexts(bytes) : isPng ? pngTexts(bytes) : [bytes.toString('latin1')]
    const forms = isPdf ? [...written, `<${code}>`] : written
    const title = new RegExp(`<feff(?:[0-9a-f]{4})*?${code}`, 'u')
    return texts.some((text) => forms.some((one) => text.includes(one)) || title.test(text)) ? [name] : []
  })
}

/** What is not packed, and every stream that is no font: glyphs are bytes, and any character may be among bytes. */
function pdfTexts(pdf: Buffer): readonly string[] {
  const outside = pdf.toString('latin1').replace(/\nstream\n[^]*?\nendstream/gu, '')
  const inside = streamsOf(pdf).filter((stream) => !isFont(stream))
  return [outside, ...inside.map((stream) => stream.toString('latin1'))]
}

function isFont(stream: Buffer): boolean {
  return stream.readUInt32BE(0) === 0x00010000
}

export function streamsOf(pdf: Buffer): readonly Buffer[] {
  const streams: Buffer[] = []
  for (const found of pdf.toString('latin1').matchAll(/\/FlateDecode\/Length (\d+)>>\nstream\n/gu)) {
    const begin = found.index + found[0].length
    streams.push(Buffer.from(unzlibSync(pdf.subarray(begin, begin + Number(found[1])))))
  }
  return streams
}

export interface PngChunk {
  readonly type: string
  readonly content: Buffer
}

export function pngChunks(png: Buffer): readonly PngChunk[] {
  const chunks: PngChunk[] = []
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const content = png.subarray(at + 8, at + 8 + png.readUInt32BE(at))
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), content })
  }
  return chunks
}

/** All but the pixels; a text chunk is packed after its keyword and its two other names. */
function pngTexts(png: Buffer): readonly string[] {
  return pngChunks(png).flatMap(({ type, content }) => {
    if (type === 'IDAT') return []
    if (type !== 'iTXt') return [content.toString('latin1')]
    const packed = content.subarray(content.indexOf(0) + 5)
    return [content.toString('latin1', 0, 40), Buffer.from(unzlibSync(packed)).toString('utf8')]
  })
}

/** Of a zip: names, extra fields and comments. */
export const besides = '(directory)'

interface OpenedZip {
  readonly entries: Outputs
  /** Everything that is not the bytes of an entry. */
  readonly outside: string
}

/** Throws where bytes stand that no entry owns. */
export function openedZip(zip: Buffer): OpenedZip {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  const directory = zip.readUInt32LE(end + 16)
  const outside: Buffer[] = [zip.subarray(directory)]
  let [at, next] = [directory, 0]
  for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
    if (zip.readUInt32LE(at + 42) !== next) throw new Error('bytes between the entries')
    const head = 30 + zip.readUInt16LE(next + 26) + zip.readUInt16LE(next + 28)
    outside.push(zip.subarray(next, next + head))
    next += head + zip.readUInt32LE(at + 20)
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  if (next !== directory) throw new Error('bytes before the directory')
  return { entries: unzipSync(zip), outside: Buffer.concat(outside).toString('latin1') }
}
