import { strToU8, zipSync } from 'fflate'
import { xmlHead } from '../xml.ts'

/** The parts of an Office file, packed; the same parts give the same bytes. */
export function packed(parts: { readonly [path: string]: string }): Uint8Array {
  const files = Object.entries(parts).map(([path, xml]) => [path, strToU8(`${xmlHead}${xml}`)] as const)
  return zipSync(Object.fromEntries(files), { mtime: '1980-01-01T00:00:00', level: 6 })
}
