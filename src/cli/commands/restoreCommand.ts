/** `qingquan restore`: restores a backup into a data directory without a running server. */
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { DirectoryHasDataError, restore as restoreFrom } from '../../server/store/backup.ts'
import type { MovedData } from '../../server/store/postgres/dataMoves.ts'
import { cliWords, saySystemFault } from '../../text/messages/cli.ts'
import { dataWords, doctorWords, migrateWords, restoreWords } from '../../text/messages/store.ts'
import { CommandError, type CliCommand } from '../cliCommand.ts'
import { dataPlace } from '../dataPlace.ts'
import { oneFile } from '../options.ts'
import { sayingMoves } from '../sayingMoves.ts'

export const restoreCommand: CliCommand = {
  name: 'restore',
  usage: restoreWords.usage,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { data: { type: 'string' }, replace: { type: 'boolean', default: false } },
    })
    const file = oneFile(positionals, { none: dataWords.noFile, several: dataWords.oneFile })
    if (!existsSync(file)) throw new CommandError(cliWords.cannotRead(file, saySystemFault('ENOENT')), 1)
    const { directory, url } = dataPlace(values.data)
    if (directory === undefined) {
      const { charts } = await restoredInto(url, file, values.replace)
      io.stdout.write(`${restoreWords.done(dataWords.postgres, charts)}\n`)
      return 0
    }
    const { charts, wrong, rows, before } = restored(directory, file, values.replace ? 'replace' : 'keep')
    for (const chart of wrong) io.stderr.write(`${dataWords.wrongChart(chart)}\n`)
    for (const row of rows) io.stderr.write(`${doctorWords.row(row.table, row.key, undefined)}\n`)
    if (before !== undefined) io.stdout.write(`${restoreWords.before(before)}\n`)
    const said =
      wrong.length === 0
        ? restoreWords.done(directory, charts)
        : restoreWords.doneButWrong(directory, charts, wrong.length)
    io.stdout.write(`${said}\n`)
    return wrong.length + rows.length === 0 ? 0 : 1
  },
}

function restored(...[directory, file, there]: Parameters<typeof restoreFrom>) {
  try {
    return restoreFrom(directory, file, there)
  } catch (error) {
    if (!(error instanceof DirectoryHasDataError)) throw error
    throw new CommandError(restoreWords.hasData(directory), 1, { cause: error })
  }
}

async function restoredInto(url: string, file: string, isReplacing: boolean): Promise<MovedData> {
  if (isReplacing) throw new CommandError(migrateWords.noReplacing, 1)
  return sayingMoves(async () => {
    const { restoreToPostgres } = await import('../../server/store/postgres/dataMoves.ts')
    return restoreToPostgres(url, file)
  })
}
