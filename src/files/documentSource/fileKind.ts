/**
 * What a file is, by its content. The name decides only between programs that write the same
 * container: .doc and .wps, .xls and .et.
 */
import { unzipSync } from 'fflate'
import { decodeText } from '../tableSource/decodeText.ts'

export type FileKind = ReadableKind | OtherKind

export type ReadableKind = 'xlsx' | 'docx' | 'xls' | 'html' | 'mht' | 'rtf' | 'text'

/** Files that carry no text which we read; each has its own sentence with the way that works. */
export type OtherKind =
  | 'empty'
  | 'encrypted'
  | 'brokenZip'
  | 'doc'
  | 'wps'
  | 'et'
  | 'dps'
  | 'ppt'
  | 'pptx'
  | 'vsd'
  | 'vsdx'
  | 'odt'
  | 'ods'
  | 'odp'
  | 'ofd'
  | 'pdf'
  | 'picture'
  | 'archive'
  | 'drawio'
  | 'bpmn'
  | 'mermaid'
  | 'plantuml'
  | 'xml'
  | 'json'
  | 'binary'

/** The kind of a file; `fileName` may be missing. */
export function fileKindOf(bytes: Uint8Array, fileName = ''): FileKind {
  if (bytes.length === 0) return 'empty'
  const extension = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''
  if (starts(bytes, [0x50, 0x4b])) return zipKind(bytes)
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return compoundKind(bytes, extension)
  const found = signatures.find(([signature]) => starts(bytes, signature))
  if (found) return found[1]
  if (isRiff(bytes)) return 'picture'
  return textKind(bytes)
}

const signatures: readonly (readonly [readonly number[], FileKind])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'pdf'],
  [[0x89, 0x50, 0x4e, 0x47], 'picture'],
  [[0xff, 0xd8, 0xff], 'picture'],
  [[0x47, 0x49, 0x46, 0x38], 'picture'],
  [[0x42, 0x4d], 'picture'],
  [[0x49, 0x49, 0x2a, 0x00], 'picture'],
  [[0x4d, 0x4d, 0x00, 0x2a], 'picture'],
  [[0x52, 0x61, 0x72, 0x21], 'archive'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'archive'],
  [[0x1f, 0x8b], 'archive'],
]

function starts(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte)
}

/** WebP: RIFF….WEBP. HEIC: ….ftyp. */
function isRiff(bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 12))
  return /^RIFF.{4}WEBP/s.test(head) || /^.{4}ftyp/s.test(head)
}

function zipKind(bytes: Uint8Array): FileKind {
  const names: string[] = []
  let mime = ''
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name)
        return name === 'mimetype' && originalSize < 200
      },
    })
    mime = new TextDecoder().decode(parts['mimetype'] ?? new Uint8Array())
  } catch {
    return 'brokenZip'
  }
  const has = (start: string) => names.some((name) => name.startsWith(start))
  if (has('xl/')) return 'xlsx'
  if (has('word/')) return 'docx'
  if (has('ppt/')) return 'pptx'
  if (has('visio/')) return 'vsdx'
  if (has('OFD.xml') || has('Doc_0/')) return 'ofd'
  if (/spreadsheet/.test(mime)) return 'ods'
  if (/presentation|graphics/.test(mime)) return 'odp'
  if (/opendocument/.test(mime)) return 'odt'
  return names.length === 0 ? 'brokenZip' : 'archive'
}

/** Stream names of compound files, in UTF-16 ([MS-CFB] 2.6.1). */
const streams: readonly (readonly [string, FileKind])[] = [
  ['EncryptedPackage', 'encrypted'],
  ['WordDocument', 'doc'],
  ['PowerPoint Document', 'ppt'],
  ['VisioDocument', 'vsd'],
  ['Workbook', 'xls'],
  ['Book', 'xls'],
]

function compoundKind(bytes: Uint8Array, extension: string): FileKind {
  const text = new TextDecoder('latin1').decode(bytes)
  const found = streams.find(([name]) => text.includes(name.replaceAll(/(?!^)/g, '\0')))?.[1]
  if (found === 'encrypted') return 'encrypted'
  if (extension === 'wps' || extension === 'wpt') return 'wps'
  if (extension === 'et' || extension === 'ett') return 'et'
  if (extension === 'dps') return 'dps'
  return found ?? 'binary'
}

function textKind(bytes: Uint8Array): FileKind {
  const beginning = decodeText(bytes.subarray(0, 4_000)).replace(/^\uFEFF/, '')
  const isCommented = beginning.trimStart().startsWith('<!--')
  const text = isCommented
    ? withoutComments(decodeText(bytes.subarray(0, longestComment))).slice(0, 4_000)
    : beginning.trimStart()
  if (text === '') return isCommented ? 'xml' : 'empty'
  if (text.startsWith('{\\rtf')) return 'rtf'
  if (
    /^(?:From|Date|Subject|MIME-Version|Content-Type):/im.test(text) &&
    /^Content-Type:\s*multipart/im.test(text)
  )
    return 'mht'
  const drawn = drawnKind(text)
  if (drawn) return drawn
  if (text.startsWith('<'))
    return /<(?:html|body|table|!doctype html|head|meta|div|p|ol|ul|h\d)[\s>]/i.test(text) ? 'html' : 'xml'
  if (/^(?:MIME-Version|Content-Type):/im.test(text.slice(0, 400))) return 'mht'
  if (/^[[{]/.test(text) && isJson(bytes)) return 'json'
  // Control characters other than tab and line ends never stand in text.
  const odd = beginning.split('').filter((character) => isOdd(character.charCodeAt(0))).length
  return odd > beginning.length / 10 || beginning.includes('\0') ? 'binary' : 'text'
}

/** Word and pages put long comments before their text. */
const longestComment = 1_000_000

export function withoutComments(text: string): string {
  let rest = text.trimStart()
  while (rest.startsWith('<!--')) {
    const end = rest.indexOf('-->')
    if (end < 0) return ''
    rest = rest.slice(end + 3).trimStart()
  }
  return rest
}

function isOdd(code: number): boolean {
  return code < 9 || (code > 13 && code < 32) || code === 0xfffd
}

/** Drawings of other programs that are text: their source lines must never become steps. */
export function drawnKind(text: string): OtherKind | undefined {
  const head = text.slice(0, 4_000).trimStart()
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)?<(?:mxfile|mxGraphModel)[\s>]/.test(head)) return 'drawio'
  if (/<(?:\w+:)?definitions[\s>][^]*?(?:bpmn|omg\.org)/i.test(head)) return 'bpmn'
  if (/^(?:<\?xml[^>]*>\s*)?<svg[\s>]/.test(head)) return 'picture'
  if (
    mermaid.test(
      head
        .replace(/^---[^]*?\n---\s*/, '')
        .replaceAll(/^\s*%%.*$/gm, '')
        .trimStart(),
    )
  )
    return 'mermaid'
  return /^@start(?:uml|bpm|wbs|mindmap)/.test(head) ? 'plantuml' : undefined
}

const mermaid =
  /^(?:```mermaid\s+)?(?:(?:graph|flowchart)\s*(?:TB|TD|BT|RL|LR)?\s*(?:;|\n)|sequenceDiagram\b|stateDiagram\b|swimlane-beta\b|classDiagram\b|gantt\b)/

function isJson(bytes: Uint8Array): boolean {
  try {
    JSON.parse(decodeText(bytes))
    return true
  } catch {
    return false
  }
}
