/** 冲突与合并: rows of what merging overruled. */
import type { DatabaseSync } from 'node:sqlite'
import type { KeptConflict, MergeConflict, MergeSide } from '../../protocol/api.ts'
import { expectSound } from './database.ts'
import type { StoredRow } from './storedRows.ts'
import type { LogTable } from './tables.ts'

/** Of one chart; older ones are deleted when newer ones come. */
export const mostConflicts = 2_000

export function conflictWriter(database: DatabaseSync) {
  const insert = database.prepare('INSERT INTO conflicts (chart, seq, at, entry) VALUES (?, ?, ?, ?)')
  const prune = database.prepare(
    `DELETE FROM conflicts WHERE chart = ?1 AND id <= (
       SELECT id FROM conflicts WHERE chart = ?1 ORDER BY id DESC LIMIT 1 OFFSET ?2)`,
  )
  return (
    { chart, seq, at }: { readonly chart: string; readonly seq: number; readonly at: number },
    conflicts: readonly MergeConflict[],
  ): void => {
    for (const conflict of conflicts) insert.run(chart, seq, at, JSON.stringify(conflict))
    prune.run(chart, mostConflicts)
  }
}

export function conflictReader(database: DatabaseSync): LogTable['conflicts'] {
  const select = database.prepare(
    'SELECT id, seq, at, entry FROM conflicts WHERE chart = ? ORDER BY id DESC LIMIT ?',
  )
  const find = database.prepare('SELECT name FROM people WHERE id = ?')
  const nameOf = (id: string) => {
    const name = find.get(id)?.['name']
    return typeof name === 'string' ? name : undefined
  }
  return (chart, atMost) => {
    const rows = select.all(chart, atMost)
    expectSound(
      database,
      rows.map(({ id }) => ({ table: 'conflicts', key: String(id) })),
    )
    return rows.map((row) => conflictOf(row, nameOf))
  }
}

/** With names in place of ids where they are known. */
export function conflictOf(row: StoredRow, nameOf: (id: string) => string | undefined): KeptConflict {
  const named = ({ by, ...side }: MergeSide): MergeSide => ({ ...side, by: nameOf(by) ?? by })
  const entry = JSON.parse(String(row['entry'])) as MergeConflict
  const sides = { kept: named(entry.kept), lost: named(entry.lost) }
  return { ...entry, ...sides, seq: Number(row['seq']), at: Number(row['at']) }
}
