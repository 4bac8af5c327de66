/**
 * `qingquan`: dispatches to commands and prints failures. Known errors are printed as a
 * sentence; only unexpected ones with a stack.
 */
import { ChartFileError } from '../files/chartFile/chartFileError.ts'
import { TableFileError } from '../files/tableSource/tableFileError.ts'
import { SettingsError } from '../server/settings.ts'
import { StoreError } from '../server/store/storeError.ts'
import { cliWords } from '../text/messages/cli.ts'
import { sayFault } from '../text/messages/faults.ts'
import { sayStoreError } from '../text/messages/store.ts'
import { CommandError, type CliCommand, type ExitCode, type Io } from './cliCommand.ts'
import { nodeIo } from './nodeIo.ts'

/** Imported lazily: importing a table needs no layout engine. */
const commands: { readonly [name: string]: () => Promise<CliCommand> } = {
  import: async () => (await import('./commands/importTable.ts')).importTable,
  arrange: async () => (await import('./commands/arrangeChart.ts')).arrangeChart,
  check: async () => (await import('./commands/check.ts')).check,
  laws: async () => (await import('./commands/laws.ts')).laws,
  review: async () => (await import('./commands/verifyReview.ts')).verifyReview,
  replay: async () => (await import('./commands/replay.ts')).replay,
  render: async () => (await import('./commands/render.ts')).render,
  export: async () => (await import('./commands/exportChart.ts')).exportChart,
  forms: async () => (await import('./commands/forms.ts')).forms,
  catalogue: async () => (await import('./commands/catalogue.ts')).catalogue,
  batch: async () => (await import('./commands/batch.ts')).batch,
  control: async () => (await import('./commands/control.ts')).control,
  backup: async () => (await import('./commands/backupCommand.ts')).backupCommand,
  restore: async () => (await import('./commands/restoreCommand.ts')).restoreCommand,
  migrate: async () => (await import('./commands/migrateCommand.ts')).migrateCommand,
  admin: async () => (await import('./commands/admin.ts')).admin,
  doctor: async () => (await import('./commands/doctor.ts')).doctor,
}

export async function runCli(args: readonly string[], io: Io = nodeIo): Promise<ExitCode> {
  // EPIPE of a closed reader (… | head) is no failure.
  if (io === nodeIo) process.stdout.on('error', () => process.exit(0))
  try {
    return await called(args, io)
  } catch (error) {
    const { words, exitCode } = saidOf(error)
    io.stderr.write(`${words}\n`)
    return exitCode
  }
}

async function called([name, ...args]: readonly string[], io: Io): Promise<ExitCode> {
  if (name === undefined || name === 'help' || isHelp(name)) {
    const asked = name !== undefined
    ;(asked ? io.stdout : io.stderr).write(await usage())
    return asked ? 0 : 2
  }
  const command = Object.hasOwn(commands, name) ? await commands[name]?.() : undefined
  if (!command) throw new CommandError(cliWords.unknownCommand(name), 2)
  if (!args.some(isHelp)) return command.run(args, io)
  io.stdout.write(`${command.usage}\n`)
  return 0
}

function isHelp(arg: string): boolean {
  return arg === '--help' || arg === '-h'
}

async function usage(): Promise<string> {
  const all = await Promise.all(Object.values(commands).map((load) => load()))
  return cliWords.usage(all.map((command) => command.usage))
}

function saidOf(error: unknown): { readonly words: string; readonly exitCode: ExitCode } {
  if (error instanceof CommandError) return { words: error.message, exitCode: error.exitCode }
  if (error instanceof ChartFileError) return { words: error.problems.map(sayFault).join('\n'), exitCode: 1 }
  if (error instanceof TableFileError) return { words: sayFault(error), exitCode: 1 }
  if (error instanceof SettingsError) return { words: error.message, exitCode: 1 }
  if (error instanceof StoreError) return { words: sayStoreError(error), exitCode: 1 }
  const wrongCall = sayWrongCall(error)
  if (wrongCall !== undefined) return { words: wrongCall, exitCode: 2 }
  return { words: `${cliWords.ourFault}\n${String(error)}`, exitCode: 1 }
}

/** `parseArgs` speaks English; its codes are in the documentation of node:util. */
function sayWrongCall(error: unknown): string | undefined {
  if (!(error instanceof TypeError) || !('code' in error)) return undefined
  const option = /'(-[^']+?)(?: <value>)?'/.exec(error.message)?.[1] ?? ''
  switch (error.code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return cliWords.unknownOption(option)
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return cliWords.optionWithoutValue(option)
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return cliWords.wrongCall
  }
  return undefined
}
