/**
 * The structure of a PDF: numbered objects, a cross-reference table, a trailer. Source: ISO
 * 32000-1, 7.5.
 */
import { strToU8, zlibSync } from 'fflate'
import { joined } from './pngChunks.ts'

export interface PdfFile {
  /** Answers the object's number, for `ref`. */
  readonly add: (dictionary: string) => number
  /** A number for what is written later: `fill` must follow. */
  readonly reserve: () => number
  readonly fill: (object: number, dictionary: string) => void
  readonly addStream: (entries: string, bytes: Uint8Array) => number
  readonly finish: (root: number, info: number | undefined) => Uint8Array
}

export function ref(object: number): string {
  return `${object} 0 R`
}

export function pdfFile(): PdfFile {
  const objects: Uint8Array[] = []
  const add = (body: Uint8Array): number => objects.push(whole(objects.length + 1, body))
  return {
    add: (dictionary) => add(strToU8(dictionary)),
    reserve: () => objects.push(new Uint8Array(0)),
    fill: (object, dictionary) => {
      objects[object - 1] = whole(object, strToU8(dictionary))
    },
    addStream: (entries, bytes) => {
      const packed = zlibSync(bytes, { level: 9 })
      const head = `<<${entries}/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`
      return add(joined([strToU8(head), packed, strToU8('\nendstream')]))
    },
    finish: (root, info) => file(objects, root, info),
  }
}

function whole(object: number, body: Uint8Array): Uint8Array {
  return joined([strToU8(`${object} 0 obj\n`), body, strToU8('\nendobj\n')])
}

/** The second line tells transfer programs that the file is binary. */
const header = new Uint8Array([...strToU8('%PDF-1.7\n%'), 0xe2, 0xe3, 0xcf, 0xd3, 0x0a])

function file(objects: readonly Uint8Array[], root: number, info: number | undefined): Uint8Array {
  let offset = header.length
  const entries = objects.map((object) => {
    const entry = `${String(offset).padStart(10, '0')} 00000 n \n`
    offset += object.length
    return entry
  })
  const size = objects.length + 1
  const tail = [
    `xref\n0 ${size}\n0000000000 65535 f \n${entries.join('')}`,
    `trailer\n<</Size ${size}/Root ${ref(root)}${info === undefined ? '' : `/Info ${ref(info)}`}>>\n`,
    `startxref\n${offset}\n%%EOF\n`,
  ]
  return joined([header, ...objects, strToU8(tail.join(''))])
}

/** UTF-16 in hexadecimal, as text strings and character maps want it. */
export function utf16Hex(text: string): string {
  return Array.from({ length: text.length }, (_, i) => hex4(text.charCodeAt(i))).join('')
}

export function hex4(value: number): string {
  return value.toString(16).padStart(4, '0')
}
