/** Meanings of columns that a person gave, kept in the browser by heading for the next document. */
import { columnWords } from '../../text/recognition/columnWords.ts'
import type { ColumnChoices } from '../../files/tableReading/headings/headings.ts'

const key = 'qingquan-import-columns'
const most = 200

export function keptColumns(storage: Storage): ColumnChoices {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return {}
    const known = Object.entries(kept).filter(([, field]) => Object.hasOwn(columnWords, String(field)))
    return Object.fromEntries(known)
  } catch {
    return {}
  }
}

export function keepColumns(columns: ColumnChoices, storage: Storage): void {
  // Letters stand for columns without a heading: they mean nothing in another document.
  const named = Object.entries(columns).filter(([heading]) => !/^[A-Z]{1,2}$/.test(heading))
  try {
    storage.setItem(key, JSON.stringify(Object.fromEntries(named.slice(-most))))
  } catch {
    // A full or closed storage only forgets.
  }
}
