import { cliWords } from '../text/messages/cli.ts'
import { CommandError } from './cliCommand.ts'

/** The single file argument of a command. Throws a CommandError for none or several. */
export function oneFile(
  [path, ...others]: readonly string[],
  words: { readonly none: string; readonly several: string },
): string {
  if (path === undefined) throw new CommandError(words.none, 2)
  if (others.length > 0) throw new CommandError(words.several, 2)
  return path
}

export function choiceOption<T extends string>(option: string, value: string, known: readonly T[]): T {
  const found = known.find((one) => one === value)
  if (found === undefined) throw new CommandError(cliWords.unknownValue(option, value, known), 2)
  return found
}
