/** Many files in one zip, under the names that an office gives them. */
import { zipSync, type Zippable } from 'fflate'

export interface BundledFile {
  /** With its ending; folders with a slash. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** Two files of one name: the second is called （2）. Pictures and PDFs are packed already. */
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

/** The same files give the same bytes. Zip times begin in 1980, and are those of the machine's own zone. */
const earliest = new Date(1980, 0, 1)

/** The name, or with （2） where it is taken; `taken` holds small letters, as Windows compares. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  const dot = name.lastIndexOf('.')
  const [stem, ending] = dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot)]
  let free = name
  for (let next = 2; taken.has(free.toLowerCase()); next += 1) free = `${stem}（${next}）${ending}`
  return free
}
