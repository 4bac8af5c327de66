/** `node child.ts DATA_DIR PORT`: the whole server, which says its port, and a new administrator's token, when it listens. On PostgreSQL with DATABASE_URL. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from '../../src/server/startServer.ts'

const [dataDir = '', port = '0'] = process.argv.slice(2)
const page = mkdtempSync(join(tmpdir(), 'qingquan-page-'))
const server = await startServer({
  dataDir,
  databaseUrl: process.env['DATABASE_URL'],
  standby: process.env['STANDBY'] === '1',
  page,
  port: Number(port),
  host: '127.0.0.1',
  access: { whoMaySave: 'anyone' },
})
console.log(`${server.port} ${server.administrator ?? ''}`)
