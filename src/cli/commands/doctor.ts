/** `qingquan doctor`: checks the server's database; the server may be running. */
import { parseArgs } from 'node:util'
import { openReader } from '../../server/store/database.ts'
import { integrityCheck, type IntegrityReport } from '../../server/store/integrityCheck.ts'
import { backupsIn, backupWith } from '../../server/store/backups.ts'
import { walIsCut } from '../../server/store/walIsCut.ts'
import { databaseFile } from '../../server/store/paths.ts'
import { dataWords, doctorWords } from '../../text/messages/store.ts'
import type { CliCommand } from '../cliCommand.ts'
import { filledPlace } from '../dataPlace.ts'

export const doctor: CliCommand = {
  name: 'doctor',
  usage: doctorWords.usage,
  run: async (args, io) => {
    const { values } = parseArgs({ args: [...args], options: { data: { type: 'string' } } })
    const { directory, url } = filledPlace(values.data)
    const folder = process.env['BACKUP_DIR']
    const backups = folder ? backupsIn(folder) : []
    // Before the database is opened: opening makes a new index of the log.
    const isCut = directory !== undefined && walIsCut(directory)
    const examined = directory === undefined ? await examinedAt(url) : examinedIn(directory)
    const { structure, triggers, wrong, rows } = examined
    const isSound = !isCut && structure.length + triggers.length + wrong.length + rows.length === 0
    if (isCut) io.stdout.write(`${doctorWords.cutLog}\n`)
    for (const row of rows)
      io.stdout.write(`${doctorWords.row(row.table, row.key, backupWith(row, backups))}\n`)
    io.stdout.write(report(examined, isCut))
    if (!isSound && backups[0] !== undefined) io.stdout.write(`${doctorWords.newest(backups[0])}\n`)
    return isSound ? 0 : 1
  },
}

async function examinedAt(url: string): Promise<IntegrityReport> {
  const { examinePostgres } = await import('../../server/store/postgres/dataMoves.ts')
  return examinePostgres(url)
}

function examinedIn(directory: string): IntegrityReport {
  const database = openReader(databaseFile(directory))
  try {
    return integrityCheck(database)
  } finally {
    database.close()
  }
}

function report(
  { charts, revisions, structure, triggers, wrong, rows }: IntegrityReport,
  isCut: boolean,
): string {
  const lines = [
    ...structure.map(doctorWords.structure),
    ...triggers.map(doctorWords.trigger),
    ...wrong.map(dataWords.wrongChart),
  ]
  if (structure.length === 0)
    lines.push(
      wrong.length + rows.length === 0 && !isCut
        ? doctorWords.sound(charts, revisions)
        : doctorWords.wrong(charts, revisions, wrong.length, rows.length),
    )
  return lines.map((line) => `${line}\n`).join('')
}
