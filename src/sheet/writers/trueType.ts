/**
 * Reads what drawing needs out of a TrueType file: which character is which glyph, how wide
 * it is and what its outline is. No shaping: Chinese text needs none, and what shaping would
 * change (kerning of Latin pairs) must not happen, or lines would break differently elsewhere.
 * Source: the OpenType specification, tables head, hhea, maxp, cmap (4 and 12), hmtx, loca, glyf.
 */
import type { PathCommand } from '../displayList.ts'

export interface TrueType {
  readonly unitsPerEm: number
  readonly ascent: number
  readonly descent: number
  readonly box: readonly [number, number, number, number]
  /** 0 when the font has no such character. */
  readonly glyph: (codePoint: number) => number
  readonly advance: (glyph: number) => number
  /** In font units, y upwards. */
  readonly outline: (glyph: number) => readonly PathCommand[]
  /** Calls back for every character of the font, in ascending order. */
  readonly eachCharacter: (visit: (codePoint: number, glyph: number) => void) => void
}

export function readTrueType(bytes: Uint8Array): TrueType {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const table = tableFinder(view)
  const head = table('head')
  const hhea = table('hhea')
  const ranges = characterRanges(view, table('cmap'))
  const advances = { at: table('hmtx'), count: view.getUint16(hhea + 34) }
  const glyphs: GlyphTables = {
    view,
    glyf: table('glyf'),
    loca: table('loca'),
    long: view.getInt16(head + 50) === 1,
  }
  return {
    unitsPerEm: view.getUint16(head + 18),
    ascent: view.getInt16(hhea + 4),
    descent: view.getInt16(hhea + 6),
    box: [36, 38, 40, 42].map((at) => view.getInt16(head + at)) as [number, number, number, number],
    glyph: (codePoint) => glyphIn(ranges, codePoint),
    advance: (glyph) => view.getUint16(advances.at + 4 * Math.min(glyph, advances.count - 1)),
    outline: (glyph) => contoursOf(glyphs, glyph, 0).flatMap(contourPath),
    eachCharacter: (visit) => {
      for (const range of ranges)
        for (let code = range.first; code <= range.last; code++) visit(code, range.glyph(code))
    },
  }
}

function tableFinder(view: DataView): (tag: string) => number {
  const count = view.getUint16(4)
  const offsets = new Map<string, number>()
  for (let i = 0; i < count; i++) {
    const at = 12 + 16 * i
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((k) => view.getUint8(at + k)))
    offsets.set(tag, view.getUint32(at + 8))
  }
  return (tag) => {
    const offset = offsets.get(tag)
    if (offset === undefined) throw new Error(`The font has no ${tag} table`)
    return offset
  }
}

interface CharacterRange {
  readonly first: number
  readonly last: number
  readonly glyph: (codePoint: number) => number
}

function glyphIn(ranges: readonly CharacterRange[], codePoint: number): number {
  let low = 0
  let high = ranges.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const range = ranges[middle]!
    if (codePoint < range.first) high = middle - 1
    else if (codePoint > range.last) low = middle + 1
    else return range.glyph(codePoint)
  }
  return 0
}

/** The widest Unicode subtable that we can read: 12 has every plane, 4 the first alone. */
function characterRanges(view: DataView, cmap: number): readonly CharacterRange[] {
  const count = view.getUint16(cmap + 2)
  const subtables = Array.from({ length: count }, (_, i) => cmap + view.getUint32(cmap + 4 + 8 * i + 4))
  const whole = subtables.find((at) => view.getUint16(at) === 12)
  if (whole !== undefined) return rangesOf12(view, whole)
  const basic = subtables.find((at) => view.getUint16(at) === 4)
  if (basic !== undefined) return rangesOf4(view, basic)
  throw new Error('The font has no character map of format 4 or 12')
}

function rangesOf12(view: DataView, at: number): readonly CharacterRange[] {
  return Array.from({ length: view.getUint32(at + 12) }, (_, i) => {
    const group = at + 16 + 12 * i
    const first = view.getUint32(group)
    const start = view.getUint32(group + 8)
    return { first, last: view.getUint32(group + 4), glyph: (code) => start + code - first }
  })
}

function rangesOf4(view: DataView, at: number): readonly CharacterRange[] {
  const doubled = view.getUint16(at + 6)
  return Array.from({ length: doubled / 2 }, (_, i) => {
    const end = at + 14 + 2 * i
    const start = end + doubled + 2
    const first = view.getUint16(start)
    const delta = view.getUint16(start + doubled)
    const indirect = start + 2 * doubled
    const offset = view.getUint16(indirect)
    const glyph = (code: number): number => {
      if (offset === 0) return (code + delta) & 0xffff
      const found = view.getUint16(indirect + offset + 2 * (code - first))
      return found === 0 ? 0 : (found + delta) & 0xffff
    }
    return { first, last: view.getUint16(end), glyph }
  })
}

interface GlyphTables {
  readonly view: DataView
  readonly glyf: number
  readonly loca: number
  readonly long: boolean
}

interface ContourPoint {
  readonly x: number
  readonly y: number
  readonly on: boolean
}

type Contour = readonly ContourPoint[]

/** A composite glyph may be made of composites; more than eight deep is a broken font. */
function contoursOf(tables: GlyphTables, glyph: number, depth: number): readonly Contour[] {
  const { view, glyf } = tables
  const begin = glyphOffset(tables, glyph)
  if (begin === glyphOffset(tables, glyph + 1) || depth > 8) return []
  const count = view.getInt16(glyf + begin)
  const body = glyf + begin + 10
  return count >= 0 ? simpleContours(view, body, count) : compositeContours(tables, body, depth)
}

function glyphOffset({ view, loca, long }: GlyphTables, glyph: number): number {
  return long ? view.getUint32(loca + 4 * glyph) : 2 * view.getUint16(loca + 2 * glyph)
}

function simpleContours(view: DataView, at: number, count: number): readonly Contour[] {
  const ends = Array.from({ length: count }, (_, i) => view.getUint16(at + 2 * i))
  const total = (ends.at(-1) ?? -1) + 1
  const instructions = view.getUint16(at + 2 * count)
  const { flags, next } = readFlags(view, at + 2 * count + 2 + instructions, total)
  const xs = readCoordinates(view, next, flags, { short: 0x02, same: 0x10 })
  const ys = readCoordinates(view, xs.next, flags, { short: 0x04, same: 0x20 })
  const points = flags.map((flag, i) => ({ x: xs.values[i]!, y: ys.values[i]!, on: (flag & 1) === 1 }))
  return ends.map((end, i) => points.slice(i === 0 ? 0 : ends[i - 1]! + 1, end + 1))
}

function readFlags(view: DataView, at: number, total: number): { flags: readonly number[]; next: number } {
  const flags: number[] = []
  let next = at
  while (flags.length < total) {
    const flag = view.getUint8(next++)
    flags.push(flag)
    if ((flag & 0x08) === 0) continue
    for (let left = view.getUint8(next++); left > 0; left--) flags.push(flag)
  }
  return { flags, next }
}

function readCoordinates(
  view: DataView,
  at: number,
  flags: readonly number[],
  bits: { readonly short: number; readonly same: number },
): { readonly values: readonly number[]; readonly next: number } {
  let next = at
  let value = 0
  const values = flags.map((flag) => {
    const same = (flag & bits.same) !== 0
    if ((flag & bits.short) !== 0) {
      const step = view.getUint8(next++)
      value += same ? step : -step
    } else if (!same) {
      value += view.getInt16(next)
      next += 2
    }
    return value
  })
  return { values, next }
}

function compositeContours(tables: GlyphTables, body: number, depth: number): readonly Contour[] {
  const { view } = tables
  const contours: Contour[] = []
  let at = body
  let flags = 0x20
  while ((flags & 0x20) !== 0) {
    flags = view.getUint16(at)
    const part = view.getUint16(at + 2)
    const words = (flags & 0x01) !== 0
    const dx = words ? view.getInt16(at + 4) : view.getInt8(at + 4)
    const dy = words ? view.getInt16(at + 6) : view.getInt8(at + 5)
    at += words ? 8 : 6
    const { matrix, size } = partMatrix(view, at, flags)
    at += size
    const [a, b, c, d] = matrix
    for (const contour of contoursOf(tables, part, depth + 1))
      contours.push(contour.map(({ x, y, on }) => ({ x: a * x + c * y + dx, y: b * x + d * y + dy, on })))
  }
  return contours
}

function partMatrix(
  view: DataView,
  at: number,
  flags: number,
): { readonly matrix: readonly [number, number, number, number]; readonly size: number } {
  const fraction = (k: number): number => view.getInt16(at + 2 * k) / 16384
  if ((flags & 0x08) !== 0) return { matrix: [fraction(0), 0, 0, fraction(0)], size: 2 }
  if ((flags & 0x40) !== 0) return { matrix: [fraction(0), 0, 0, fraction(1)], size: 4 }
  if ((flags & 0x80) !== 0) return { matrix: [fraction(0), fraction(1), fraction(2), fraction(3)], size: 8 }
  return { matrix: [1, 0, 0, 1], size: 0 }
}

/** Quadratic curves raised to cubics, so that the display list has one kind of curve. */
function contourPath(contour: Contour): readonly PathCommand[] {
  const first = contour[0]
  if (first === undefined) return []
  const start = first.on ? first : between(contour.at(-1)!, first)
  const path: PathCommand[] = [['M', start.x, start.y]]
  let from: { readonly x: number; readonly y: number } = start
  const rest = first.on ? contour.slice(1) : contour
  rest.forEach((point, i) => {
    if (point.on) {
      path.push(['L', point.x, point.y])
      from = point
      return
    }
    const next = rest[i + 1]
    const to = next === undefined ? start : next.on ? next : between(point, next)
    path.push(curve(from, point, to))
    from = to
  })
  return [...path, ['Z']].filter(notEmptyLine) as readonly PathCommand[]

  function notEmptyLine(command: readonly unknown[], i: number): boolean {
    const before = path[i - 1]
    if (command[0] !== 'L' || before?.[0] !== 'C') return true
    return command[1] !== before[5] || command[2] !== before[6]
  }
}

function between(a: ContourPoint, b: ContourPoint): ContourPoint {
  return a.on ? a : { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, on: true }
}

type XY = { readonly x: number; readonly y: number }

function curve(from: XY, control: XY, to: XY): PathCommand {
  return [
    'C',
    from.x + (2 / 3) * (control.x - from.x),
    from.y + (2 / 3) * (control.y - from.y),
    to.x + (2 / 3) * (control.x - to.x),
    to.y + (2 / 3) * (control.y - to.y),
    to.x,
    to.y,
  ]
}
