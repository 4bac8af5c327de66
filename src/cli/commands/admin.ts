/** `qingquan admin`: links of the unit and of administrators, on the machine's own shell. */
import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { catalogueRoles } from '../../protocol/linkScopes.ts'
import { isGood } from '../../server/access/linkRights.ts'
import { newUnitLink, unitAddressOf } from '../../server/access/links.ts'
import { laterTables } from '../../server/store/laterTables.ts'
import { openDatabase } from '../../server/store/database.ts'
import { scopeOf } from '../../server/store/linkRow.ts'
import { sqliteTables } from '../../server/store/sqliteTables.ts'
import type { KeptLink, Later, LinkTable } from '../../server/store/tables.ts'
import { adminWords } from '../../text/messages/adminWords.ts'
import { cliWords } from '../../text/messages/cli.ts'
import { CommandError, type CliCommand } from '../cliCommand.ts'
import { filledPlace, type DataPlace } from '../dataPlace.ts'
import { choiceOption } from '../options.ts'

const options = {
  data: { type: 'string' },
  name: { type: 'string' },
  unit: { type: 'boolean' },
  catalogue: { type: 'string' },
  publish: { type: 'boolean' },
} as const

interface AdminValues {
  readonly name?: string | undefined
  readonly unit?: boolean | undefined
  readonly catalogue?: string | undefined
  readonly publish?: boolean | undefined
}

export const admin: CliCommand = {
  name: 'admin',
  usage: adminWords.usage,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options })
    const said = await withLinks(filledPlace(values.data), (links) => done(links, positionals, values))
    io.stdout.write(said.map((line) => `${line}\n`).join(''))
    return 0
  },
}

type Links = Later<LinkTable>

/** The server may be running. */
async function withLinks<T>({ directory, url }: DataPlace, work: (links: Links) => Promise<T>): Promise<T> {
  if (directory !== undefined) {
    const database = openDatabase(directory)
    try {
      return await work(laterTables(sqliteTables(database)).links)
    } finally {
      database.close()
    }
  }
  const { openPostgres } = await import('../../server/store/postgres/postgresDatabase.ts')
  const { postgresTables } = await import('../../server/store/postgres/postgresTables.ts')
  const database = await openPostgres({ url, as: 'beside' })
  try {
    return await work(postgresTables(database).links)
  } finally {
    await database.close()
  }
}

/** Does what was asked; answers the lines to print. */
async function done(
  links: Links,
  [what, id, ...more]: readonly string[],
  values: AdminValues,
): Promise<readonly string[]> {
  if (more.length > 0 || (id !== undefined && what !== 'revoke'))
    throw new CommandError(cliWords.wrongCall, 2)
  switch (what) {
    case 'links':
      return listed(links)
    case 'add':
      return [await added(links, values)]
    case 'revoke':
      return [await revoked(links, id ?? '')]
    case 'recover':
      return recovered(links, values)
    default:
      throw new CommandError(adminWords.usage, 2)
  }
}

async function listed(links: Links): Promise<readonly string[]> {
  const lines = (await links.list(undefined)).map((link) =>
    adminWords.link({
      id: link.id,
      name: link.name,
      scope: link.scope ?? 'administrator',
      ...(link.catalogue === undefined ? {} : { catalogue: link.catalogue }),
      publishes: link.publishes === true || link.scope === undefined,
      state: link.revokedAt !== undefined ? 'revoked' : isGood(link, Date.now()) ? 'good' : 'expired',
      uses: link.useCount,
    }),
  )
  return lines.length === 0 ? [adminWords.none] : lines
}

async function added(links: Links, { name, unit, catalogue, publish }: AdminValues): Promise<string> {
  const scope = unit ? 'unit' : 'administrator'
  const { kept, token } = await newUnitLink(
    {
      scope,
      ...(name === undefined ? {} : { name }),
      ...(catalogue === undefined
        ? {}
        : { catalogue: choiceOption('--catalogue', catalogue, catalogueRoles) }),
      ...(publish ? { publishes: true } : {}),
    },
    { newId: randomUUID, now: () => Date.now() },
  )
  await links.create(kept)
  return adminWords.made(scope, unitAddressOf(ownAddress(), token))
}

/** As the server names itself at its start. */
function ownAddress(): string {
  return process.env['PUBLIC_URL']?.replace(/\/+$/, '') || `http://localhost:${process.env['PORT'] || '8080'}`
}

async function revoked(links: Links, id: string): Promise<string> {
  const link = await links.find(id)
  if (!link || scopeOf(link) === 'chart' || link.revokedAt !== undefined)
    throw new CommandError(adminWords.noSuchLink(id), 1)
  const others = (await administrators(links)).filter((other) => other.id !== id)
  if (scopeOf(link) === 'administrator' && others.length === 0)
    throw new CommandError(adminWords.lastAdministrator, 1)
  await links.revoke(id, Date.now())
  return adminWords.revoked(id)
}

async function recovered(links: Links, values: AdminValues): Promise<readonly string[]> {
  const before = await administrators(links)
  const made = await added(links, { name: values.name })
  for (const { id } of before) await links.revoke(id, Date.now())
  return [made, adminWords.recovered(before.length)]
}

async function administrators(links: Links): Promise<readonly KeptLink[]> {
  return (await links.list(undefined)).filter(
    (link) => scopeOf(link) === 'administrator' && isGood(link, Date.now()),
  )
}
