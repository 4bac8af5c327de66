/**
 * Hocuspocus 4 with SQLite. Its own SQLite extension is its database extension over
 * `better-sqlite3`, which must be compiled where no binary can be downloaded; this is the
 * same extension over `node:sqlite`, with the same one table. Says its port.
 */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Database } from '@hocuspocus/extension-database'
import { Server } from '@hocuspocus/server'

const [dataDir = ''] = process.argv.slice(2)
const database = new DatabaseSync(join(dataDir, 'hocuspocus.db'))
database.exec('CREATE TABLE IF NOT EXISTS documents (name TEXT PRIMARY KEY, data BLOB NOT NULL)')
const read = database.prepare('SELECT data FROM documents WHERE name = ?')
const write = database.prepare(
  'INSERT INTO documents (name, data) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET data = excluded.data',
)

const server = new Server({
  port: 0,
  address: '127.0.0.1',
  quiet: true,
  extensions: [
    new Database({
      fetch: async ({ documentName }) => (read.get(documentName)?.['data'] as Uint8Array | undefined) ?? null,
      store: async ({ documentName, state }) => void write.run(documentName, state),
    }),
  ],
})
await server.listen()
console.log(server.address.port)
