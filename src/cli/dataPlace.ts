import { existsSync } from 'node:fs'
import { databaseUrlIn } from '../server/settings.ts'
import { databaseFile, dataDirectory } from '../server/store/paths.ts'
import { dataWords } from '../text/messages/store.ts'
import { CommandError } from './cliCommand.ts'

/** Where the server keeps its data: `url` with DATABASE_URL, unless a directory is named. */
export type DataPlace =
  | { readonly directory: string; readonly url: undefined }
  | { readonly directory: undefined; readonly url: string }

export function dataPlace(named: string | undefined): DataPlace {
  const url = named === undefined ? databaseUrlIn(process.env) : undefined
  if (url !== undefined) return { url, directory: undefined }
  return { directory: dataDirectory(named, process.env), url: undefined }
}

/** Throws a `CommandError` where the directory has no data. */
export function filledPlace(named: string | undefined): DataPlace {
  const place = dataPlace(named)
  if (place.directory !== undefined && !existsSync(databaseFile(place.directory)))
    throw new CommandError(dataWords.noData(place.directory), 1)
  return place
}
