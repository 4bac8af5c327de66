/** A PostgreSQL of the tests' own: on loopback, in a temporary directory, ended with them. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

/** The programs of an installed PostgreSQL, the newest; undefined where there is none: then the tests that need it say so and are skipped. */
export function findPostgres(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [process.env['POSTGRES_BIN'], ...versions.map((version) => join(debian, version, 'bin'))]
  const found = folders.find((folder) => folder !== undefined && existsSync(join(folder, 'initdb')))
  return found !== undefined && (runner() !== undefined || process.getuid?.() !== 0) ? found : undefined
}

export interface TestPostgres {
  /** Address of an empty schema that nobody else has. */
  readonly fresh: () => Promise<string>
  /** Runs SQL at an address; answers the rows. */
  readonly sql: (url: string, sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>
  /** As after a power cut, and up again. */
  readonly crash: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** PostgreSQL refuses to run as root: somebody else's id, where we are root. */
function runner(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['postgres', 'nobody']) {
    const uid = Number(spawnSync('id', ['-u', name], { encoding: 'utf8' }).stdout)
    const gid = Number(spawnSync('id', ['-g', name], { encoding: 'utf8' }).stdout)
    if (uid > 0) return { uid, gid }
  }
  return undefined
}

export async function startPostgres(bin: string): Promise<TestPostgres> {
  const directory = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'qingquan-postgres-'))
  const as = runner()
  if (as) chownSync(directory, as.uid, as.gid)
  chmodSync(directory, 0o700)
  const data = join(directory, 'data')
  const how = { ...as, cwd: directory, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } } as const
  const run = (program: string, ...args: readonly string[]): void => {
    const { status, stderr } = spawnSync(join(bin, program), args, how)
    if (status !== 0) throw new Error(`${program}: ${stderr}`)
  }
  run('initdb', '-D', data, '-A', 'trust', '-U', 'qq', '--no-locale', '-E', 'UTF8', '--no-sync')
  const port = await freePort()
  const options = [
    '-D',
    data,
    '-p',
    String(port),
    '-k',
    directory,
    ...['listen_addresses=127.0.0.1', 'autovacuum=off', 'max_wal_size=4GB', 'shared_buffers=32MB'].flatMap(
      (one) => ['-c', one],
    ),
  ]
  let child: ChildProcess | undefined
  const start = async () => {
    child = spawn(join(bin, 'postgres'), options, { ...how, stdio: 'ignore' })
    const ready = () =>
      spawnSync(join(bin, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port)]).status
    for (let tries = 0; ready() !== 0; tries += 1) {
      if (tries > 200) throw new Error('PostgreSQL does not start')
      await sleep(50)
    }
  }
  const stop = async (signal: NodeJS.Signals) => {
    const gone = new Promise((resolve) => child?.once('exit', resolve))
    child?.kill(signal)
    await gone
  }
  await start()
  let made = 0
  const url = `postgres://qq@127.0.0.1:${port}/postgres`
  return {
    fresh: async () => {
      made += 1
      await sql(url, `CREATE SCHEMA t${made}`)
      return `${url}?options=${encodeURIComponent(`-c search_path=t${made}`)}`
    },
    sql,
    // SIGQUIT: every session is ended at once, nothing is written any more.
    crash: async () => {
      await stop('SIGQUIT')
      await start()
    },
    stop: async () => {
      await stop('SIGQUIT')
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

async function sql(url: string, text: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
