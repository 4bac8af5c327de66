/** `qingquan backup`: copies the server's database to one file; the server may be running. */
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { backUp } from '../../server/store/backup.ts'
import { databaseFile } from '../../server/store/paths.ts'
import { backupWords, dataWords, doctorWords } from '../../text/messages/store.ts'
import { CommandError, type CliCommand } from '../cliCommand.ts'
import { dataPlace } from '../dataPlace.ts'
import { oneFile } from '../options.ts'

export const backupCommand: CliCommand = {
  name: 'backup',
  usage: backupWords.usage,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { data: { type: 'string' } },
    })
    const file = oneFile(positionals, { none: dataWords.noFile, several: dataWords.oneFile })
    const directory = dataPlace(values.data)
    if (!existsSync(databaseFile(directory))) throw new CommandError(dataWords.noData(directory), 1)
    const { charts, wrong, rows } = backUp(directory, file)
    for (const row of rows) io.stderr.write(`${doctorWords.row(row.table, row.key, undefined)}\n`)
    for (const chart of wrong) io.stderr.write(`${dataWords.wrongChart(chart)}\n`)
    const said =
      wrong.length === 0
        ? backupWords.done(file, charts)
        : backupWords.doneButWrong(file, charts, wrong.length)
    io.stdout.write(`${said}\n`)
    return wrong.length + rows.length === 0 ? 0 : 1
  },
}
