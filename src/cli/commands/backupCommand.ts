/** `qingquan backup`: copies the server's database to one file; the server may be running. */
import { parseArgs } from 'node:util'
import { backUp } from '../../server/store/backup.ts'
import { backupWords, dataWords, doctorWords } from '../../text/messages/store.ts'
import type { IntegrityReport } from '../../server/store/integrityCheck.ts'
import type { CliCommand } from '../cliCommand.ts'
import { filledPlace, type DataPlace } from '../dataPlace.ts'
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
    const { charts, wrong, rows } = await backedUp(filledPlace(values.data), file)
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

async function backedUp({ directory, url }: DataPlace, file: string): Promise<IntegrityReport> {
  if (directory !== undefined) return backUp(directory, file)
  const { backUpPostgres } = await import('../../server/store/postgres/dataMoves.ts')
  return backUpPostgres(url, file)
}
