/**
 * Embeds the chart file in a picture for reopening: in a PNG text chunk (PNG, third edition, 11.3.3.4)
 * or in SVG `<metadata>`. The edition decides the content: a public picture can carry only the public
 * chart file.
 */
import { Unzlib, strFromU8, strToU8, zlibSync } from 'fflate'
import type { Edition } from '../../model/editions/edition.ts'
import { inflatedWithin, joinedBytes } from './inflatedWithin.ts'
import { chunksIn, type ReadChunk } from './chunksIn.ts'
import { writeChartFile, writePublicChartFile } from './writeChartFile.ts'

/** The picture contains no chart: not made here, or exported without. */
export class PictureChartError extends Error {
  readonly fault = 'no-chart-in-picture'

  constructor() {
    super('No chart in the picture')
    this.name = 'PictureChartError'
  }
}

/** The chart file to embed for an edition. */
export function editionFile(edition: Edition): string {
  return edition.name === 'external' ? writePublicChartFile(edition.chart) : writeChartFile(edition.chart)
}

/** The same picture, carrying its chart. */
export function pngWithChart(png: Uint8Array, edition: Edition): Uint8Array<ArrayBuffer> {
  const packed = zlibSync(strToU8(editionFile(edition)), { level: 9 })
  // Keyword, compression flag and method (deflate), empty language and translated keyword.
  const content = joinedBytes([strToU8(`${keyword}\0`), new Uint8Array([1, 0]), strToU8('\0\0'), packed])
  return joinedBytes([png.subarray(0, afterHeader), chunk('iTXt', content), png.subarray(afterHeader)])
}

/** The same picture, carrying its chart. */
export function svgWithChart(svg: string, edition: Edition): string {
  const file = editionFile(edition).replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`)
  return svg.replace(/<svg[^>]*>/u, (tag) => `${tag}\n<metadata>${file}</metadata>`)
}

/** Extracts the chart file of a PNG or SVG. Throws PictureChartError if there is none. */
export function chartInPicture(bytes: Uint8Array): string {
  const chunks = chunksIn(bytes)
  const found = chunks ? chartInPng(chunks) : chartInSvg(strFromU8(bytes))
  if (found === undefined) throw new PictureChartError()
  return found
}

const keyword = 'qingquan-chart'
/** Bytes of signature and IHDR. */
const afterHeader = 33
/** Maximum bytes of an embedded chart file, against decompression bombs. */
const mostBytes = 20 * 1024 * 1024

function chartInPng(chunks: readonly ReadChunk[]): string | undefined {
  const head = [...strToU8(`${keyword}\0`), 1, 0, 0, 0]
  const carrying = chunks.find(
    ({ kind, content }) => kind === 'iTXt' && head.every((byte, at) => content[at] === byte),
  )
  return carrying && unpacked(carrying.content.subarray(head.length))
}

function unpacked(packed: Uint8Array): string | undefined {
  let left = mostBytes
  try {
    const file = inflatedWithin(packed, new Unzlib(), (bytes) => {
      left -= bytes
      if (left < 0) throw new PictureChartError()
    })
    return strFromU8(file)
  } catch {
    return undefined
  }
}

function chartInSvg(svg: string): string | undefined {
  const found = /<metadata[^>]*>([\s\S]*?)<\/metadata>/u.exec(svg)?.[1]
  const text = found?.replace(/&(#x?[\da-f]+|\w+);/giu, unescaped).trim()
  return text?.startsWith('{') ? text : undefined
}

const names = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

/** Undoes the escapes of other programs. */
function unescaped(whole: string, name: string): string {
  if (!name.startsWith('#')) return names.get(name) ?? whole
  const code = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole
}

function chunk(type: string, content: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + content.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, content.length)
  bytes.set(strToU8(type), 4)
  bytes.set(content, 8)
  view.setUint32(8 + content.length, checksum(bytes.subarray(4, 8 + content.length)))
  return bytes
}

/** CRC-32, bitwise: an embedded chart file is small. */
function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}
