/** `qingquan migrate`: moves everything that a stopped server keeps from its data directory to PostgreSQL, or back. */
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { databaseUrlIn } from '../../server/settings.ts'
import { databaseFile, dataDirectory } from '../../server/store/paths.ts'
import { dataWords, migrateWords } from '../../text/messages/store.ts'
import { CommandError, type CliCommand } from '../cliCommand.ts'
import { sayingMoves } from '../sayingMoves.ts'

export const migrateCommand: CliCommand = {
  name: 'migrate',
  usage: migrateWords.usage,
  run: async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: { data: { type: 'string' }, to: { type: 'string' }, from: { type: 'string' } },
    })
    const { to, from } = values
    if ((to === undefined) === (from === undefined)) throw new CommandError(migrateWords.usage, 2)
    const directory = dataDirectory(values.data, process.env)
    if (from !== undefined) {
      const url = addressIn(from)
      const { charts, revisions } = await sayingMoves(async () => {
        const { migrateFromPostgres } = await import('../../server/store/postgres/dataMoves.ts')
        return migrateFromPostgres(url, directory)
      })
      io.stdout.write(`${migrateWords.movedBack(directory, charts, revisions)}\n`)
      return 0
    }
    const url = addressIn(to ?? '')
    if (!existsSync(databaseFile(directory))) throw new CommandError(dataWords.noData(directory), 1)
    const { charts, revisions, before } = await sayingMoves(async () => {
      const { migrateToPostgres } = await import('../../server/store/postgres/dataMoves.ts')
      return migrateToPostgres(directory, url)
    })
    io.stdout.write(`${migrateWords.moved(charts, revisions, before)}\n`)
    return 0
  },
}

/** `postgres` stands for DATABASE_URL: an address on the command line is seen by everybody on the machine. */
function addressIn(written: string): string {
  const url = databaseUrlIn(written === 'postgres' ? process.env : { DATABASE_URL: written })
  if (url === undefined) throw new CommandError(migrateWords.noAddress, 1)
  return url
}
