/**
 * The pages of a draw.io file: plain or compressed (base64, raw deflate, percent encoding), also carried
 * in the `content` of an SVG and in a text chunk of a PNG.
 */
import { Inflate, Unzlib, strFromU8, strToU8 } from 'fflate'
import { DrawnChartError } from '../drawnChartError.ts'
import { attribute, child, decodeXml, plainXml, within, type PlainElement } from '../source/plainXml.ts'

export interface DrawioPage {
  readonly name: string
  /** `mxGraphModel` */
  readonly model: PlainElement
}

/** Bytes of all pages together. */
const mostUnpacked = 24 * 1024 * 1024

/** Undefined if the file carries no draw.io drawing. */
export function drawioPages(bytes: Uint8Array): readonly DrawioPage[] | undefined {
  const text = isPng(bytes) ? textInPng(bytes) : decodeXml(bytes)
  return text === undefined || !/mxfile|mxGraphModel/.test(text) ? undefined : pagesIn(text)
}

function pagesIn(text: string): readonly DrawioPage[] | undefined {
  const root = plainXml(text)
  if (root.name === 'mxGraphModel') return [{ name: '', model: root }]
  if (root.name === 'svg') {
    const content = attribute(root, 'content')
    return content?.includes('<mxfile') || content?.includes('<mxGraphModel') ? pagesIn(content) : undefined
  }
  if (root.name !== 'mxfile') return undefined
  const budget = { left: mostUnpacked }
  return within(root, 'diagram').flatMap((diagram) => {
    const packed = diagram.text.trim()
    const model =
      child(diagram, 'mxGraphModel') ?? (packed === '' ? undefined : plainXml(unpacked(packed, budget)))
    return model ? [{ name: attribute(diagram, 'name') ?? '', model }] : []
  })
}

function unpacked(packed: string, budget: { left: number }): string {
  try {
    const binary = Uint8Array.from(atob(packed.replaceAll(/\s/g, '')), (character) => character.charCodeAt(0))
    const text = strFromU8(inflated(binary, new Inflate(), budget))
    return decodeURIComponent(text)
  } catch (error) {
    throw error instanceof DrawnChartError ? error : new DrawnChartError('brokenPackage', { cause: error })
  }
}

/** In pieces, to stop before everything is unpacked. */
function inflated(packed: Uint8Array, stream: Inflate | Unzlib, budget: { left: number }): Uint8Array {
  const parts: Uint8Array[] = []
  stream.ondata = (part) => {
    budget.left -= part.length
    if (budget.left < 0) throw new DrawnChartError('drawingTooLarge')
    parts.push(part)
  }
  for (let at = 0; at < packed.length; at += 16_384)
    stream.push(packed.subarray(at, at + 16_384), at + 16_384 >= packed.length)
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function isPng(bytes: Uint8Array): boolean {
  return [0x89, 0x50, 0x4e, 0x47].every((byte, at) => bytes[at] === byte)
}

/** The chunk `tEXt` or `zTXt` with the keyword mxfile or mxGraphModel (PNG, third edition, 11.3.3). */
function textInPng(png: Uint8Array): string | undefined {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  for (let at = 8; at + 12 <= png.length;) {
    const length = view.getUint32(at)
    const kind = strFromU8(png.subarray(at + 4, at + 8), true)
    const content = png.subarray(at + 8, at + 8 + length)
    const keyword = ['mxfile', 'mxGraphModel'].find((word) =>
      strToU8(`${word}\0`).every((byte, index) => content[index] === byte),
    )
    if (keyword !== undefined && (kind === 'tEXt' || kind === 'zTXt')) {
      const rest = content.subarray(keyword.length + (kind === 'zTXt' ? 2 : 1))
      const text = kind === 'zTXt' ? inflated(rest, new Unzlib(), { left: mostUnpacked }) : rest
      return percentDecoded(strFromU8(text))
    }
    at += 12 + length
  }
  return undefined
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
