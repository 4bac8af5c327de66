/** 冲突与合并: rows of what merging overruled. */
import type { DatabaseSync } from 'node:sqlite'
import type { KeptConflict, MergeConflict, MergeSide } from '../../protocol/api.ts'
import type { LogTable } from './tables.ts'

/** Of one chart; older ones are deleted when newer ones come. */
const mostConflicts = 2_000

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
    'SELECT seq, at, entry FROM conflicts WHERE chart = ? ORDER BY id DESC LIMIT ?',
  )
  const find = database.prepare('SELECT name FROM people WHERE id = ?')
  const named = ({ by, ...side }: MergeSide): MergeSide => {
    const name = find.get(by)?.['name']
    return { ...side, by: typeof name === 'string' ? name : by }
  }
  return (chart, atMost) =>
    select.all(chart, atMost).map((row): KeptConflict => {
      const entry = JSON.parse(String(row['entry'])) as MergeConflict
      const sides = { kept: named(entry.kept), lost: named(entry.lost) }
      return { ...entry, ...sides, seq: Number(row['seq']), at: Number(row['at']) }
    })
}
