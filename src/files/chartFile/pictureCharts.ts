/**
 * Embeds the chart file in a picture for reopening: in a PNG text chunk (PNG, third edition, 11.3.3.4)
 * or in SVG `<metadata>`. The edition decides the content: a public picture can carry only the public
 * chart file.
 */
import { Unzlib, strFromU8, strToU8, zlibSync } from 'fflate'
import type { Edition } from '../../model/editions/edition.ts'
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
  const content = joined([strToU8(`${keyword}\0`), new Uint8Array([1, 0]), strToU8('\0\0'), packed])
  return joined([png.subarray(0, afterHeader), chunk('iTXt', content), png.subarray(afterHeader)])
}

/** The same picture, carrying its chart. */
export function svgWithChart(svg: string, edition: Edition): string {
  const file = editionFile(edition).replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`)
  return svg.replace(/<svg[^>]*>/u, (tag) => `${tag}\n<metadata>${file}</metadata>`)
}

/** Extracts the chart file of a PNG or SVG. Throws PictureChartError if there is none. */
export function chartInPicture(bytes: Uint8Array): string {
  const found = isPng(bytes) ? chartInPng(bytes) : chartInSvg(strFromU8(bytes))
  if (found === undefined) throw new PictureChartError()
  return found
}

const keyword = 'qingquan-chart'
const signature = [0x89, 0x50, 0x4e, 0x47]
/** Bytes of signature and IHDR. */
const afterHeader = 33
/** Maximum bytes of an embedded chart file, against decompression bombs. */
const mostBytes = 20 * 1024 * 1024

function isPng(bytes: Uint8Array): boolean {
  return signature.every((byte, i) => bytes[i] === byte)
}

function chartInPng(png: Uint8Array): string | undefined {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  const head = [...strToU8(`${keyword}\0`), 1, 0, 0, 0]
  for (let at = 8; at + 12 <= png.length;) {
    const length = view.getUint32(at)
    const content = png.subarray(at + 8, at + 8 + length)
    const isText = strFromU8(png.subarray(at + 4, at + 8), true) === 'iTXt'
    if (isText && head.every((byte, i) => content[i] === byte)) return unpacked(content.subarray(head.length))
    at += 12 + length
  }
  return undefined
}

function unpacked(packed: Uint8Array): string | undefined {
  const parts: Uint8Array[] = []
  let length = 0
  const inflate = new Unzlib((part) => {
    length += part.length
    if (length > mostBytes) throw new PictureChartError()
    parts.push(part)
  })
  try {
    // In chunks, to stop before everything is decompressed.
    for (let at = 0; at < packed.length; at += 4096)
      inflate.push(packed.subarray(at, at + 4096), at + 4096 >= packed.length)
  } catch {
    return undefined
  }
  return strFromU8(joined(parts))
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

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
