/** `npm run torture` (or `-- 100 postgres`): the long form of what the tests do in short. Ends with 1 when anything acknowledged is missing. */
import pg from 'pg'
import { findPostgres, startPostgres } from '../support/postgres.ts'
import { killRounds } from './kills.ts'

const kills = Number(process.argv[2] ?? 100)
const postgres = process.argv[3] === 'postgres' ? await startPostgres(findPostgres()!) : undefined
const url = await postgres?.fresh()
if (url !== undefined) process.env['DATABASE_URL'] = url
const toll = await killRounds({
  kills,
  writers: 20,
  every: 20,
  ...(url !== undefined && { hold: () => heldPostgres(url) }),
  tell: (done) => process.stdout.write(`\rkill -9: ${done}/${kills}`),
})
const { made, acknowledged, missing, refused } = toll
console.log(`\n${made} edits made, ${acknowledged} acknowledged, ${missing.length} of them missing`)
if (refused.length > 0) console.log(`refused: ${JSON.stringify(counted(refused))}`)
await postgres?.stop()
process.exitCode = missing.length > 0 ? 1 : 0

/** As `heldDirectory`: nobody can write to the log. */
async function heldPostgres(url: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('BEGIN; LOCK TABLE updates IN EXCLUSIVE MODE')
  return async () => client.end()
}

function counted(codes: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(
    [...new Set(codes)].map((code) => [code, codes.filter((one) => one === code).length]),
  )
}
