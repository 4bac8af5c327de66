import type { DatabaseSync } from 'node:sqlite'
import type { FieldValue } from '../../model/records/records.ts'
import { inTransaction } from './database.ts'
import type { UnitTable } from './catalogueTables.ts'

export const emblemField = 'emblem'

export function unitTable(database: DatabaseSync): UnitTable {
  const read = database.prepare('SELECT field, value FROM unit')
  const emblem = database.prepare('SELECT picture FROM unit WHERE field = ?')
  const keep = database.prepare(
    `INSERT INTO unit (field, value, picture) VALUES (?, ?, ?)
     ON CONFLICT (field) DO UPDATE SET value = excluded.value, picture = excluded.picture`,
  )
  const drop = database.prepare('DELETE FROM unit WHERE field = ?')
  return {
    read: () =>
      Object.fromEntries(
        read.all().map((row) => [String(row['field']), JSON.parse(String(row['value'])) as FieldValue]),
      ),
    change: (fields, picture) =>
      inTransaction(database, () => {
        for (const [field, value] of Object.entries(fields)) {
          if (value === undefined || value === null) drop.run(field)
          else keep.run(field, JSON.stringify(value), field === emblemField ? (picture ?? null) : null)
        }
      }),
    emblem: () => (emblem.get(emblemField)?.['picture'] ?? undefined) as Uint8Array | undefined,
  }
}
