import { DirectoryHasDataError } from '../server/store/backup.ts'
import { dataWords, doctorWords, migrateWords } from '../text/messages/store.ts'
import { CommandError } from './cliCommand.ts'

type DataMoves = typeof import('../server/store/postgres/dataMoves.ts')

/** Moves data; says in Chinese why nothing was moved. */
export async function sayingMoves<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw saidBy(await import('../server/store/postgres/dataMoves.ts'), error)
  }
}

function saidBy({ MoveError, PostgresHasDataError }: DataMoves, error: unknown): unknown {
  if (error instanceof PostgresHasDataError)
    return new CommandError(migrateWords.postgresHasData, 1, { cause: error })
  if (error instanceof DirectoryHasDataError)
    return new CommandError(migrateWords.directoryHasData, 1, { cause: error })
  if (!(error instanceof MoveError)) return error
  const { report, differences } = error
  const lines = [
    ...(report?.structure ?? []).map(doctorWords.structure),
    ...(report?.triggers ?? []).map(doctorWords.trigger),
    ...(report?.wrong ?? []).map(dataWords.wrongChart),
    ...(report?.rows ?? []).map(({ table, key }) => doctorWords.row(table, key, undefined)),
    ...differences.map(migrateWords.different),
    report ? migrateWords.damaged : migrateWords.notTheSame,
  ]
  return new CommandError(lines.join('\n'), 1, { cause: error })
}
