/** The catalogue file (`qingquan-catalogue`, version 1), as written by `qingquan catalogue import`. */
import { repairedPower, type PowerItem } from '../../model/catalogue/powerItem.ts'
import { byOrder } from '../../model/records/order.ts'
import type { Fields } from '../../model/records/records.ts'
import { catalogueTrouble } from '../../text/screen/catalogue.ts'
import { decodeText } from '../tableSource/decodeText.ts'

const format = 'qingquan-catalogue'

/** The file is not a catalogue file; the message is shown to users. */
export class CatalogueFileError extends Error {
  override readonly name = 'CatalogueFileError'
}

/** Serialises powers to a catalogue file (JSON text). */
export function writeCatalogueFile(powers: readonly PowerItem[]): string {
  return `${JSON.stringify({ format, version: 1, powers }, null, 2)}\n`
}

/** Whether the bytes are a catalogue file. Never throws. */
export function isCatalogueFile(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(0, 200)).includes(`"${format}"`)
}

/** Parses a catalogue file; powers in catalogue order. Throws CatalogueFileError. */
export function readCatalogueFile(bytes: Uint8Array): readonly PowerItem[] {
  const { powers } = parsed(decodeText(bytes))
  if (!Array.isArray(powers)) throw new CatalogueFileError(catalogueTrouble.notCatalogue)
  return powers.map(powerIn).sort(byOrder)
}

function powerIn(one: unknown, at: number): PowerItem {
  const fields = typeof one === 'object' && one !== null ? (one as Fields) : {}
  return repairedPower(typeof fields['id'] === 'string' ? fields['id'] : `n${at + 1}`, fields)
}

function parsed(text: string): { readonly powers?: unknown } {
  try {
    return JSON.parse(text) as { readonly powers?: unknown }
  } catch (error) {
    throw new CatalogueFileError(catalogueTrouble.notCatalogue, { cause: error })
  }
}
