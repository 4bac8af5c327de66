import type { FieldValue } from '../../../model/records/records.ts'
import type { UnitTable } from '../catalogueTables.ts'
import type { Later } from '../tables.ts'
import { emblemField } from '../unitTable.ts'
import type { PostgresDatabase } from './postgresDatabase.ts'

export function postgresUnitTable({ query, writing }: PostgresDatabase): Later<UnitTable> {
  return {
    read: async () =>
      Object.fromEntries(
        (await query('SELECT field, value FROM unit ORDER BY field')).rows.map((row) => [
          String(row['field']),
          JSON.parse(String(row['value'])) as FieldValue,
        ]),
      ),
    change: (fields, picture) =>
      writing(async (on) => {
        for (const [field, value] of Object.entries(fields)) {
          if (value === undefined || value === null) await on('DELETE FROM unit WHERE field = $1', [field])
          else
            await on(
              `INSERT INTO unit (field, value, picture) VALUES ($1, $2, $3)
               ON CONFLICT (field) DO UPDATE SET value = excluded.value, picture = excluded.picture`,
              [field, JSON.stringify(value), field === emblemField ? (picture ?? null) : null],
            )
        }
      }),
    emblem: async () =>
      ((await query('SELECT picture FROM unit WHERE field = $1', [emblemField])).rows[0]?.['picture'] ??
        undefined) as Uint8Array | undefined,
  }
}
