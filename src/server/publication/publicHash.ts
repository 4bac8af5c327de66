/** One hash over everything that is posted, so that a single letter in any format is another publication. */
import type { PublicationFiles } from '../../publicationRenderer/publication.ts'
import { sha256 } from '../store/rows.ts'

/** The formats in the order of the hashed list. */
export const hashedFormats = [
  'json',
  'svg',
  'txt',
  'html',
] as const satisfies readonly (keyof PublicationFiles)[]

/**
 * SHA-256 (hex) of the list that `sha256sum` writes of the four files, one line each:
 * `<SHA-256>  <format>`. Anybody who keeps the files can verify it without us.
 */
export function publicHash(files: PublicationFiles): string {
  return sha256(hashedFormats.map((format) => `${sha256(files[format])}  ${format}\n`).join(''))
}
