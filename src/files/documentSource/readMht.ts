/** Reads the page of a web archive (.mht, RFC 2557), as Word and browsers save it. */
import { strToU8 } from 'fflate'
import { decodeText } from '../tableSource/decodeText.ts'
import { readHtmlDocument } from './readHtmlDocument.ts'
import type { SourceDocument } from './sourceDocument.ts'

/** Undefined if the archive holds no page. */
export function readMht(bytes: Uint8Array): SourceDocument | undefined {
  // Headers and encodings are ASCII; what is not is decoded part by part.
  const text = new TextDecoder('latin1').decode(bytes)
  const boundary = /boundary="?([^"\r\n;]{1,100})"?/i.exec(text.slice(0, 20_000))?.[1]
  const parts = boundary === undefined ? [text] : text.split(`--${boundary}`)
  for (const part of parts) {
    const end = /\r?\n\r?\n/.exec(part)
    const head = end ? part.slice(0, end.index) : ''
    if (!end || !/content-type:\s*text\/html/i.test(head)) continue
    const content = bytesOf(part.slice(end.index + end[0].length), head)
    return readHtmlDocument(decoded(content, /charset="?([\w-]+)/i.exec(head)?.[1]))
  }
  return undefined
}

function bytesOf(body: string, head: string): Uint8Array {
  const encoding = /content-transfer-encoding:\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase()
  if (encoding === 'base64') return strToU8(safelyDecoded(body.replaceAll(/[^A-Za-z0-9+/=]/g, '')), true)
  if (encoding !== 'quoted-printable') return strToU8(body, true)
  const joined = body
    .replaceAll(/=[ \t]*\r?\n/g, '')
    .replaceAll(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
  return strToU8(joined, true)
}

function safelyDecoded(base64: string): string {
  try {
    return atob(base64)
  } catch {
    return ''
  }
}

function decoded(bytes: Uint8Array, charset: string | undefined): string {
  try {
    return charset === undefined ? decodeText(bytes) : new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    return decodeText(bytes)
  }
}
