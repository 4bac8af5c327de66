import type { Io } from '../../src/cli/command.ts'
import { machine } from '../../src/cli/nodeIo.ts'
import { run } from '../../src/cli/main.ts'

/** A command on the real machine, but for what it writes to the terminal. */
export async function called(...args: readonly string[]) {
  let out = ''
  let said = ''
  const io: Io = {
    ...machine,
    stdout: { write: (chunk) => (out += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString()) },
    stderr: { write: (text) => (said += text) },
  }
  const code = await run(args, io)
  return { code, out, said }
}
