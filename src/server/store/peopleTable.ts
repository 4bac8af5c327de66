import type { DatabaseSync } from 'node:sqlite'
import { expectSound, inTransaction } from './database.ts'
import { personIn, sessionOf } from './storedRows.ts'
import type { PeopleTable } from './tables.ts'

/** ms between two notes of a session's use: not every request writes. */
export const noteEvery = 3_600_000

export function peopleTable(database: DatabaseSync): PeopleTable {
  const insert = database.prepare('INSERT INTO people (id, name, post, created_at) VALUES (?, ?, ?, ?)')
  const rename = database.prepare('UPDATE people SET name = ?, post = ? WHERE id = ?')
  const find = database.prepare('SELECT id, name, post FROM people WHERE id = ?')
  return {
    create: ({ id, name, post }, at) => void insert.run(id, name, post, at),
    rename: ({ id, name, post }) => void rename.run(name, post, id),
    find: (id) => personIn(find.get(id)),
    ...sessionCalls(database),
  }
}

type SessionCalls = Pick<PeopleTable, 'begin' | 'bySession' | 'sessions' | 'endSession'>

function sessionCalls(database: DatabaseSync): SessionCalls {
  const begin = database.prepare('INSERT INTO sessions (hash, person, began_at, seen_at) VALUES (?, ?, ?, ?)')
  const bySession = database.prepare(
    `SELECT people.id, people.name, people.post, seen_at
     FROM sessions JOIN people ON people.id = sessions.person WHERE sessions.hash = ?`,
  )
  const note = database.prepare('UPDATE sessions SET seen_at = ? WHERE hash = ?')
  const drop = database.prepare('DELETE FROM sessions WHERE hash = ?')
  const list = database.prepare(
    `SELECT substr(hash, 1, 16) AS session, began_at, seen_at, people.id, people.name, people.post
     FROM sessions JOIN people ON people.id = sessions.person
     WHERE seen_at >= ? ORDER BY seen_at DESC, sessions.rowid DESC LIMIT 500`,
  )
  const end = database.prepare('DELETE FROM sessions WHERE substr(hash, 1, 16) = ?')
  return {
    begin: (hash, person, at) => void begin.run(hash, person, at, at),
    bySession: (hash, at, idleSince) => {
      const row = bySession.get(hash)
      if (!row) return undefined
      // Before its use is noted: the note would seal what is damaged.
      expectSound(database, [{ table: 'sessions', key: hash }])
      const seenAt = Number(row['seen_at'])
      if (seenAt < idleSince) {
        inTransaction(database, () => drop.run(hash))
        return undefined
      }
      if (at - seenAt >= noteEvery) inTransaction(database, () => note.run(at, hash))
      return personIn(row)
    },
    sessions: (idleSince) => list.all(idleSince).map(sessionOf),
    endSession: (id) => Number(end.run(id).changes) > 0,
  }
}
