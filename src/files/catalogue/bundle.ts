/** Packs files into one zip, under the names offices expect. */
import { zipSync, type Zippable } from 'fflate'

export interface BundledFile {
  /** With extension; folders separated by slashes. */
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * Packs the files. A second file of the same name gets （2）. PNG, PDF, xlsx and docx are stored
 * uncompressed.
 */
export function bundle(files: readonly BundledFile[]): Uint8Array<ArrayBuffer> {
  const zip: Zippable = {}
  const taken = new Set<string>()
  for (const { name, bytes } of files) {
    const free = freeName(name, taken)
    taken.add(free.toLowerCase())
    zip[free] = [bytes, { level: /\.(?:png|pdf|xlsx|docx)$/.test(free) ? 0 : 6 }]
  }
  return new Uint8Array(zipSync(zip, { mtime: earliest }))
}

/** Fixed time, so that equal files give equal bytes. Zip times start in 1980, in the local time zone. */
const earliest = new Date(1980, 0, 1)

/** The name, or with （2） if it is taken; `taken` holds lower-case names, because Windows ignores case. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  const dot = name.lastIndexOf('.')
  const [stem, ending] = dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot)]
  let free = name
  for (let next = 2; taken.has(free.toLowerCase()); next += 1) free = `${stem}（${next}）${ending}`
  return free
}
