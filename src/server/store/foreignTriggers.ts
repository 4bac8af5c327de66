import { DatabaseSync } from 'node:sqlite'
import { migrations } from './schema.ts'

/** Names of triggers that this program did not make: they may change or drop what is written, unseen. */
export function foreignTriggers(database: DatabaseSync): readonly string[] {
  const version = Number(Object.values(database.prepare('PRAGMA user_version').get() ?? {})[0])
  const fresh = new DatabaseSync(':memory:')
  try {
    for (const migration of migrations.slice(0, version)) fresh.exec(migration)
    const own = new Set(triggersOf(fresh).map(({ sql }) => sql))
    return triggersOf(database).flatMap(({ name, sql }) => (own.has(sql) ? [] : [name]))
  } finally {
    fresh.close()
  }
}

function triggersOf(database: DatabaseSync) {
  const found = database.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all()
  return found.map((row) => ({ name: String(row['name']), sql: String(row['sql']) }))
}
