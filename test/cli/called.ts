import type { Io } from '../../src/cli/cliCommand.ts'
import { nodeIo } from '../../src/cli/nodeIo.ts'
import { runCli } from '../../src/cli/main.ts'

/** A command on the real machine, but for what it writes to the terminal. */
export async function called(...args: readonly string[]) {
  let out = ''
  let said = ''
  const io: Io = {
    ...nodeIo,
    stdout: { write: (chunk) => (out += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString()) },
    stderr: { write: (text) => (said += text) },
  }
  const code = await runCli(args, io)
  return { code, out, said }
}
