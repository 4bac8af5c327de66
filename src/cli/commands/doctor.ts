/** `qingquan doctor`: checks the server's database; the server may be running. */
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { openReader } from '../../server/store/database.ts'
import { integrityCheck, type IntegrityReport } from '../../server/store/integrityCheck.ts'
import { databaseFile, dataDirectory } from '../../server/store/paths.ts'
import { dataWords, doctorWords } from '../../text/messages/store.ts'
import { CommandError, type CliCommand } from '../cliCommand.ts'

export const doctor: CliCommand = {
  name: 'doctor',
  usage: doctorWords.usage,
  run: async (args, io) => {
    const { values } = parseArgs({ args: [...args], options: { data: { type: 'string' } } })
    const directory = dataDirectory(values.data, process.env)
    if (!existsSync(databaseFile(directory))) throw new CommandError(dataWords.noData(directory), 1)
    const examined = examinedIn(directory)
    const isSound = examined.structure.length === 0 && examined.wrong.length === 0
    io.stdout.write(report(examined))
    return isSound ? 0 : 1
  },
}

function examinedIn(directory: string): IntegrityReport {
  const database = openReader(databaseFile(directory))
  try {
    return integrityCheck(database)
  } finally {
    database.close()
  }
}

function report({ charts, revisions, structure, wrong }: IntegrityReport): string {
  const lines = [...structure.map(doctorWords.structure), ...wrong.map(dataWords.wrongChart)]
  if (structure.length === 0)
    lines.push(
      wrong.length === 0
        ? doctorWords.sound(charts, revisions)
        : doctorWords.wrong(charts, revisions, wrong.length),
    )
  return lines.map((line) => `${line}\n`).join('')
}
