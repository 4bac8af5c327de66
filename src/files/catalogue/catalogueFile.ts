/** A catalogue as a file of its own (`qingquan-catalogue`, version 1): what `qingquan catalogue import` writes. */
import { repairedPower, type PowerItem } from '../../model/catalogue/powerItem.ts'
import { byOrder } from '../../model/records/order.ts'
import type { Fields } from '../../model/records/records.ts'
import { catalogueTrouble } from '../../text/screen/catalogue.ts'
import { decodeText } from '../tableSource/decodeText.ts'

const format = 'qingquan-catalogue'

/** The file is none of ours; the message is for people. */
export class CatalogueFileError extends Error {
  override readonly name = 'CatalogueFileError'
}

export function writeCatalogueFile(powers: readonly PowerItem[]): string {
  return `${JSON.stringify({ format, version: 1, powers }, null, 2)}\n`
}

export function isCatalogueFile(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(0, 200)).includes(`"${format}"`)
}

/** In the order of the catalogue. Throws a CatalogueFileError. */
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
