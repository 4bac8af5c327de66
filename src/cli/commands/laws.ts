/** `qingquan laws`: the statutes and articles that the checks rely on. */
import { parseArgs } from 'node:util'
import { lawsWords, sayLaws } from '../../text/messages/laws.ts'
import type { CliCommand } from '../cliCommand.ts'

export const laws: CliCommand = {
  name: 'laws',
  usage: lawsWords.usage,
  run: async (args, io) => {
    parseArgs({ args: [...args], options: {} })
    io.stdout.write(sayLaws())
    return 0
  },
}
