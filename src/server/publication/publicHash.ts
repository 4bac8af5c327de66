/** One hash over everything that is posted, so that a single letter in any format is another publication. */
import type { PublicationFiles } from '../../publicationRenderer/publication.ts'
import { sha256 } from '../store/rows.ts'

/** As they are listed below their hash. */
export const hashedFormats = [
  'json',
  'svg',
  'txt',
  'html',
] as const satisfies readonly (keyof PublicationFiles)[]

/**
 * SHA-256, hex, of the list that `sha256sum` would write of the four: a line each,
 * `<SHA-256>  <format>`. Whoever keeps the four can work it out without us.
 */
export function publicHash(pressed: PublicationFiles): string {
  return sha256(hashedFormats.map((format) => `${sha256(pressed[format])}  ${format}\n`).join(''))
}
