import { noteEvery } from '../peopleTable.ts'
import { personIn, sessionOf } from '../storedRows.ts'
import type { Later, PeopleTable } from '../tables.ts'
import type { PostgresDatabase } from './postgresDatabase.ts'

export function postgresPeopleTable({ query, writing }: PostgresDatabase): Later<PeopleTable> {
  return {
    create: ({ id, name, post }, at) =>
      writing(
        async (on) =>
          void (await on('INSERT INTO people (id, name, post, created_at) VALUES ($1, $2, $3, $4)', [
            id,
            name,
            post,
            at,
          ])),
      ),
    rename: ({ id, name, post }) =>
      writing(
        async (on) =>
          void (await on('UPDATE people SET name = $1, post = $2 WHERE id = $3', [name, post, id])),
      ),
    find: async (id) =>
      personIn((await query('SELECT id, name, post FROM people WHERE id = $1', [id])).rows[0]),
    ...sessionCalls({ query, writing }),
  }
}

type SessionCalls = Pick<Later<PeopleTable>, 'begin' | 'bySession' | 'sessions' | 'endSession'>

function sessionCalls({ query, writing }: Pick<PostgresDatabase, 'query' | 'writing'>): SessionCalls {
  return {
    begin: (hash, person, at) =>
      writing(
        async (on) =>
          void (await on('INSERT INTO sessions (hash, person, began_at, seen_at) VALUES ($1, $2, $3, $3)', [
            hash,
            person,
            at,
          ])),
      ),
    bySession: async (hash, at, idleSince) => {
      const { rows } = await query(
        `SELECT people.id, people.name, people.post, seen_at
         FROM sessions JOIN people ON people.id = sessions.person WHERE sessions.hash = $1`,
        [hash],
      )
      if (!rows[0]) return undefined
      const seenAt = Number(rows[0]['seen_at'])
      if (seenAt < idleSince) {
        await writing(async (on) => void (await on('DELETE FROM sessions WHERE hash = $1', [hash])))
        return undefined
      }
      if (at - seenAt >= noteEvery)
        await writing(
          async (on) => void (await on('UPDATE sessions SET seen_at = $1 WHERE hash = $2', [at, hash])),
        )
      return personIn(rows[0])
    },
    sessions: async (idleSince) => {
      const { rows } = await query(
        `SELECT substr(hash, 1, 16) AS session, began_at, seen_at, people.id, people.name, people.post
         FROM sessions JOIN people ON people.id = sessions.person
         WHERE seen_at >= $1 ORDER BY seen_at DESC, sessions.nr DESC LIMIT 500`,
        [idleSince],
      )
      return rows.map(sessionOf)
    },
    endSession: (id) =>
      writing(
        async (on) => (await on('DELETE FROM sessions WHERE substr(hash, 1, 16) = $1', [id])).count > 0,
      ),
  }
}
