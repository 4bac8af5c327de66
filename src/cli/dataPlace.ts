import { databaseUrlIn } from '../server/settings.ts'
import { dataDirectory } from '../server/store/paths.ts'
import { dataWords } from '../text/messages/store.ts'
import { CommandError } from './cliCommand.ts'

/**
 * The data directory that a command works on. Throws a `CommandError` where the server keeps its data in
 * PostgreSQL: what lies in the directory then is not what is served.
 */
export function dataPlace(named: string | undefined): string {
  if (named === undefined && databaseUrlIn(process.env) !== undefined)
    throw new CommandError(dataWords.onPostgres, 1)
  return dataDirectory(named, process.env)
}
