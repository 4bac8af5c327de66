/** The server as a process of its own, so that it can be killed. Run by `child.ts`. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface ServerProcess {
  readonly port: number
  /** Of the link that was made at the first start; '' at every other. */
  readonly administrator: string
  /** kill -9, and it is gone. */
  readonly kill: () => Promise<void>
  readonly pid: number
}

/** Throws with what it said where it does not start. `script`: `child.ts`, or one that changes it. */
export async function startServerProcess(dataDir: string, script = 'child.ts'): Promise<ServerProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, script), dataDir, '0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const errors: string[] = []
  child.stderr.on('data', (said: Buffer) => errors.push(said.toString()))
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const [port, administrator = ''] = await saidBy(child, errors)
  return {
    port: Number(port),
    administrator,
    pid: child.pid!,
    kill: async () => {
      child.kill('SIGKILL')
      await gone
    },
  }
}

async function saidBy(child: ChildProcess, errors: readonly string[]): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout! }).once('line', (line) => resolve(line.split(' ')))
    child.once('exit', () => reject(new Error(`the server did not start: ${errors.join('')}`)))
  })
}
