/**
 * Makes equal forms give equal bytes: replaces times and program names in the parts of the file and in
 * the zip. Offices compare files by hash, and a file should not reveal when and with what it was made.
 */
import { unzipSync, zipSync, type Zippable } from 'fflate'

/** Zip times start in 1980, in the local time zone. */
const noTime = new Date(1980, 0, 1)

/** Normalises a docx or xlsx; `date` (yyyy-mm-dd) replaces its times. */
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
