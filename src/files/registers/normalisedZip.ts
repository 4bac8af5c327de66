/**
 * The same form gives the same bytes: what the libraries take from the clock is replaced, in
 * the parts of the file and in the zip around them. An office compares files by their hash,
 * and a file should not tell when somebody pressed a button, nor with what it was made.
 */
import { unzipSync, zipSync, type Zippable } from 'fflate'

/** Zip times begin in 1980, and are those of the machine's own zone. */
const noTime = new Date(1980, 0, 1)

export function normalisedZip(bytes: Uint8Array, date: string | undefined): Uint8Array<ArrayBuffer> {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]): [string, Uint8Array] => [
    name,
    name.startsWith('docProps/') ? quiet(part, date ?? '2000-01-01') : part,
  ])
  const zippable: Zippable = Object.fromEntries(parts)
  return new Uint8Array(zipSync(zippable, { mtime: noTime }))
}

function quiet(part: Uint8Array, date: string): Uint8Array {
  const text = new TextDecoder().decode(part)
  const said = text
    .replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date}T00:00:00Z`)
    .replaceAll(/<(Application|AppVersion|cp:lastModifiedBy|dc:creator)>[^<]*<\/\1>/g, '')
  return new TextEncoder().encode(said)
}
