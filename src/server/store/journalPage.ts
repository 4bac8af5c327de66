/** A page of a chart's journal, of bounded size, from its rows. */
import type { FieldChange, JournalEntry, JournalPage } from '../../protocol/api.ts'
import { journalText, omittedRoot } from './journalText.ts'
import type { StoredRow } from './storedRows.ts'

/** `rows` are one more than asked for, so that it is known whether there are older ones; the newest first. */
export function journalPage(rows: Iterable<StoredRow>, atMost: number): JournalPage {
  const entries: JournalEntry[] = []
  let letters = 0
  let last: number | undefined
  for (const row of rows) {
    const text = String(row['changes'])
    letters += text.length
    if (entries.length === atMost || (entries.length > 0 && letters > mostLetters))
      return { entries, older: last }
    last = Number(row['id'])
    entries.push({ at: Number(row['at']), author: String(row['author']), ...changesIn(text) })
  }
  return { entries, older: undefined }
}

/** Letters of one page of the journal. */
const mostLetters = 2 * 1024 * 1024

/** Entries from before long values were cut are cut when they are read. */
function changesIn(text: string): Pick<JournalEntry, 'changes' | 'omitted'> {
  const whole = JSON.parse(text) as readonly FieldChange[]
  const kept = text.length > mostLetters ? (JSON.parse(journalText(whole)) as readonly FieldChange[]) : whole
  const last = kept.at(-1)
  if (last?.root !== omittedRoot) return { changes: kept }
  return { changes: kept.slice(0, -1), omitted: Number(last.id) }
}
