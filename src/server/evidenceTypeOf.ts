/** The type of a file that is handed in as evidence: its first bytes must be what its name says. */
import { evidenceTypes, type EvidenceType } from '../model/control/controlEvent.ts'

/** Bytes of one file. */
export const mostEvidence = 10 * 1024 * 1024

const zip = [0x50, 0x4b, 0x03, 0x04]
/** The compound file of Word and Excel before 2007. */
const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

const beginnings: { readonly [T in Exclude<EvidenceType, 'txt'>]: readonly number[] } = {
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
  jpg: [0xff, 0xd8, 0xff],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  docx: zip,
  xlsx: zip,
  doc: compound,
  xls: compound,
}

/** Folder of the document in an Office package, as its entries name it. */
const parts: { readonly [T in EvidenceType]?: string } = { docx: 'word/', xlsx: 'xl/' }

/** Undefined where the name has no such ending, or the bytes are something else. */
export function evidenceTypeOf(name: string, bytes: Uint8Array): EvidenceType | undefined {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  const type = ending === 'jpeg' ? 'jpg' : evidenceTypes.find((one) => one === ending)
  if (type === undefined || bytes.length === 0) return undefined
  if (type === 'txt') return isText(bytes) ? type : undefined
  if (!beginnings[type].every((byte, at) => bytes[at] === byte)) return undefined
  const part = parts[type]
  return part === undefined || Buffer.from(bytes).includes(part) ? type : undefined
}

function isText(bytes: Uint8Array): boolean {
  try {
    return !new TextDecoder('utf-8', { fatal: true }).decode(bytes).includes('\0')
  } catch {
    return false
  }
}
