/**
 * Reads a chart that was drawn with another program: Word, PowerPoint and Excel shapes, draw.io, BPMN,
 * Visio, Mermaid. Recognised by content. Every format becomes a scene (figures, lines, lanes), and
 * `readScene` makes the chart of it.
 */
import type { Id } from '../../model/chart.ts'
import { DrawnChartError } from './drawnChartError.ts'
import type { DrawnReading, DrawnRefusal } from './drawnReading.ts'
import { readWordDrawings } from './office/readWordDrawings.ts'
import { readPptx, readXlsxDrawings } from './office/readSlides.ts'
import { fileKindOf, type FileKind } from '../documentSource/fileKind.ts'
import { drawnFileNames } from '../../text/recognition/drawnWords.ts'
import { readBpmn } from './bpmn/readBpmn.ts'
import { decodeXml } from './source/plainXml.ts'
import { readDrawio } from './drawio/readDrawio.ts'
import { decodeText } from '../tableSource/decodeText.ts'
import { readMermaid } from './mermaid/readMermaid.ts'
import { readScene } from './scene/readScene.ts'
import type { Scene } from './scene/scene.ts'
import { readVisio } from './visio/readVisio.ts'
import { zipParts, type ZipParts } from './source/zipParts.ts'

/** Bytes of the file. */
const mostBytes = 20 * 1024 * 1024

export interface DrawnOptions {
  readonly newId: () => Id
  /** Which of several drawings, from 1; without it the one with the most steps. */
  readonly page?: number
}

/** Undefined if the file holds no drawn chart: then it is for other readers. Never throws. */
export function readDrawnChart(
  bytes: Uint8Array,
  fileName: string,
  { newId, page }: DrawnOptions,
): DrawnReading | DrawnRefusal | undefined {
  try {
    const found = scenesIn(bytes, fileName)
    return found && readBest(found, page, newId)
  } catch (error) {
    if (!(error instanceof DrawnChartError)) throw error
    return { fault: error.fault, ...(error.words !== undefined && { words: error.words }) }
  }
}

/** Whether the reading is a chart. */
export function isDrawn(reading: DrawnReading | DrawnRefusal): reading is DrawnReading {
  return 'chart' in reading
}

interface FoundScenes {
  readonly scenes: readonly Scene[]
  /** What to call the file where it holds no drawing; undefined if it may hold something else. */
  readonly only?: string
}

function scenesIn(bytes: Uint8Array, fileName: string): FoundScenes | undefined {
  const kind = fileKindOf(bytes, fileName)
  const read = readers[kind]
  if (!read) return undefined
  if (bytes.length > mostBytes) throw new DrawnChartError('drawingTooLarge')
  return read(bytes)
}

type Reader = (bytes: Uint8Array) => FoundScenes | undefined

function ofPackage(read: (parts: ZipParts) => readonly Scene[], only?: string): Reader {
  return (bytes) => {
    const parts = zipParts(bytes)
    return parts && { scenes: read(parts), ...(only !== undefined && { only }) }
  }
}

function bpmn(bytes: Uint8Array): FoundScenes | undefined {
  const scene = readBpmn(decodeXml(bytes))
  return scene && { scenes: [scene], only: drawnFileNames.bpmn }
}

function mermaid(bytes: Uint8Array): FoundScenes {
  return { scenes: readMermaid(decodeText(bytes)), only: drawnFileNames.mermaid }
}

/** A Markdown file that holds Mermaid. */
function markdown(bytes: Uint8Array): FoundScenes | undefined {
  const text = decodeText(bytes)
  return /(?:```|~~~|:::)\s*\{?mermaid/.test(text) ? { scenes: readMermaid(text) } : undefined
}

function drawio(bytes: Uint8Array): FoundScenes | undefined {
  const scenes = readDrawio(bytes)
  return scenes && { scenes, only: drawnFileNames.drawio }
}

/** By the kind that the content shows; a picture may carry a draw.io drawing. */
const readers: { readonly [kind in FileKind]?: Reader } = {
  docx: ofPackage(readWordDrawings),
  xlsx: ofPackage(readXlsxDrawings),
  pptx: ofPackage(readPptx, drawnFileNames.pptx),
  vsdx: ofPackage(readVisio, drawnFileNames.vsdx),
  bpmn,
  drawio,
  mermaid,
  text: markdown,
  picture: drawio,
  xml: drawio,
}

function readBest({ scenes, only }: FoundScenes, page: number | undefined, newId: () => Id) {
  const sizes = scenes.map(sizeOf)
  const best = page === undefined ? sizes.indexOf(Math.max(0, ...sizes)) : page - 1
  const scene = scenes[best]
  if (!scene || !isChart(scene))
    return only === undefined ? undefined : { fault: 'noShapes' as const, words: only }
  const reading = readScene(scene, newId)
  const others = scenes.flatMap((other, at) =>
    at === best || !isChart(other)
      ? []
      : [{ fault: 'otherPage' as const, words: other.title ?? String(at + 1), other: other.shapes.length }],
  )
  return { ...reading, left: [...reading.left, ...others] }
}

/** Figures with text, and lines. */
function sizeOf({ shapes, lines }: Scene): number {
  return shapes.filter(({ text }) => text !== '').length + lines.length
}

/** Two boxes and a line, or three boxes; a lone text box in a document is none. */
function isChart({ shapes, lines }: Scene): boolean {
  const framed = shapes.filter(({ text, figure }) => text !== '' && figure !== 'none').length
  return (
    framed >= 3 ||
    (framed >= 1 && lines.length > 0 && shapes.length >= 2) ||
    (lines.length > 1 && shapes.length > 1)
  )
}
