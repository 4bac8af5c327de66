import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type { StoredPerson, PeopleTable } from './tables.ts'

export function peopleTable(database: DatabaseSync): PeopleTable {
  const insert = database.prepare('INSERT INTO people (id, name, post, created_at) VALUES (?, ?, ?, ?)')
  const rename = database.prepare('UPDATE people SET name = ?, post = ? WHERE id = ?')
  const find = database.prepare('SELECT id, name, post FROM people WHERE id = ?')
  const begin = database.prepare('INSERT INTO sessions (hash, person, began_at) VALUES (?, ?, ?)')
  const bySession = database.prepare(
    `SELECT people.id, people.name, people.post
     FROM sessions JOIN people ON people.id = sessions.person WHERE sessions.hash = ?`,
  )
  return {
    create: ({ id, name, post }, at) => void insert.run(id, name, post, at),
    rename: ({ id, name, post }) => void rename.run(name, post, id),
    find: (id) => personIn(find.get(id)),
    begin: (hash, person, at) => void begin.run(hash, person, at),
    bySession: (hash) => personIn(bySession.get(hash)),
  }
}

type Row = Record<string, SQLOutputValue>

function personIn(row: Row | undefined): StoredPerson | undefined {
  return row && { id: String(row['id']), name: String(row['name']), post: String(row['post']) }
}
