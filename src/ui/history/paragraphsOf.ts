/** Converts journal entries to the differences of a comparison, so that both use the same sentences. */
import type { Difference } from '../../model/history/difference.ts'
import { changedFields } from '../../model/history/difference.ts'
import type { Fields, Records, RootName } from '../../model/records/records.ts'
import { rootNames } from '../../model/records/records.ts'
import type { FieldChange, JournalEntry } from '../../protocol/api.ts'
import type { RecordNames } from '../../text/screen/differences.ts'

/** Changes of one entry, each record once. */
export function differencesIn({ changes }: JournalEntry, names: RecordNames): readonly Difference[] {
  const byRecord = new Map<string, FieldChange[]>()
  for (const change of changes) {
    const key = `${change.root} ${change.id}`
    byRecord.set(key, [...(byRecord.get(key) ?? []), change])
  }
  return [...byRecord.values()].flatMap((of) => differencesOfRecord(of, names))
}

function differencesOfRecord(changes: readonly FieldChange[], names: RecordNames): readonly Difference[] {
  const [{ root, id }] = changes as readonly [FieldChange]
  if (!isRoot(root)) return []
  const whole = changes.find(({ field }) => field === undefined)
  if (whole && root !== 'meta') return [{ kind: wasMade(whole) ? 'added' : 'removed', root, id }]
  const fields = changes.filter(({ field }) => field !== undefined)
  const now = names.after[root][id] ?? {}
  const before = { ...now, ...picked(fields, 'before') }
  const after = { ...now, ...picked(fields, 'after') }
  const moved = root !== 'meta' && fields.some(({ field }) => field === 'order')
  return [
    ...changedFields(root, id, before, after),
    ...(moved ? [{ kind: 'reordered', root, id, known: false } as const] : []),
  ]
}

function wasMade({ before, after }: FieldChange): boolean {
  return after !== undefined || before === undefined
}

function picked(changes: readonly FieldChange[], side: 'before' | 'after'): Fields {
  return Object.fromEntries(changes.map((change) => [change.field!, change[side]])) as Fields
}

function isRoot(root: string): root is RootName {
  return rootNames.some((name) => name === root)
}

/** Records of the chart and those deleted in the journal, so that deleted ones keep their names. */
export function journalNames(now: Records, entries: readonly JournalEntry[]): RecordNames {
  const seen = entries.flatMap(({ changes }) => changes.flatMap(recordIn))
  const roots = rootNames.map((root) => {
    const gone = seen.filter((each) => each.root === root).map(({ id, fields }) => [id, fields] as const)
    return [root, { ...Object.fromEntries(gone), ...now[root] }]
  })
  const all = Object.fromEntries(roots) as unknown as Records
  return { before: all, after: all }
}

function recordIn({ root, id, field, before, after }: FieldChange) {
  const fields = before ?? after
  return field === undefined && typeof fields === 'object' && fields !== null
    ? [{ root, id, fields: fields as Fields }]
    : []
}

/** ms; a longer pause starts a new paragraph. */
const pause = 2 * 60_000

export interface Paragraph {
  readonly at: number
  readonly author: string
  readonly entries: readonly JournalEntry[]
}

/** Groups entries (newest first) by person and time. */
export function paragraphsOf(entries: readonly JournalEntry[]): readonly Paragraph[] {
  const paragraphs: Paragraph[] = []
  for (const entry of entries) {
    const last = paragraphs.at(-1)
    const oldest = last?.entries.at(-1)?.at ?? 0
    if (last?.author === entry.author && oldest - entry.at < pause)
      paragraphs[paragraphs.length - 1] = { ...last, entries: [...last.entries, entry] }
    else paragraphs.push({ at: entry.at, author: entry.author, entries: [entry] })
  }
  return paragraphs
}
