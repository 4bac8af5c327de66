/**
 * The pages of a draw.io file: plain or compressed (base64, raw deflate, percent encoding), also carried
 * in the `content` of an SVG and in a text chunk of a PNG.
 */
import { Inflate, Unzlib, strFromU8, strToU8 } from 'fflate'
import { inflatedWithin } from '../../chartFile/inflatedWithin.ts'
import { chunksIn, type ReadChunk } from '../../chartFile/chunksIn.ts'
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
  const chunks = chunksIn(bytes)
  const text = chunks ? textInPng(chunks) : decodeXml(bytes)
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

function inflated(packed: Uint8Array, stream: Inflate | Unzlib, budget: { left: number }): Uint8Array {
  return inflatedWithin(packed, stream, (bytes) => {
    budget.left -= bytes
    if (budget.left < 0) throw new DrawnChartError('drawingTooLarge')
  })
}

/** The chunk `tEXt` or `zTXt` with the keyword mxfile or mxGraphModel (PNG, third edition, 11.3.3). */
function textInPng(chunks: readonly ReadChunk[]): string | undefined {
  for (const { kind, content } of chunks) {
    const keyword = ['mxfile', 'mxGraphModel'].find((word) =>
      strToU8(`${word}\0`).every((byte, at) => content[at] === byte),
    )
    if (keyword === undefined || (kind !== 'tEXt' && kind !== 'zTXt')) continue
    const rest = content.subarray(keyword.length + (kind === 'zTXt' ? 2 : 1))
    const text = kind === 'zTXt' ? inflated(rest, new Unzlib(), { left: mostUnpacked }) : rest
    return percentDecoded(strFromU8(text))
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
