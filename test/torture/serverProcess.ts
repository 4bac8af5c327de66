/** The server as a process of its own, so that it can be killed. Run by `child.ts`. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface ServerProcess {
  readonly port: number
  /** kill -9, and it is gone. */
  readonly kill: () => Promise<void>
  readonly pid: number
}

/** Throws with what it said where it does not start. `port` 0 takes a free one. */
export async function startServerProcess(dataDir: string, port: number): Promise<ServerProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'child.ts'), dataDir, String(port)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const errors: string[] = []
  child.stderr.on('data', (said: Buffer) => errors.push(said.toString()))
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return {
    port: await portOf(child, errors),
    pid: child.pid!,
    kill: async () => {
      child.kill('SIGKILL')
      await gone
    },
  }
}

async function portOf(child: ChildProcess, errors: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout! }).once('line', (line) => resolve(Number(line)))
    child.once('exit', () => reject(new Error(`the server did not start: ${errors.join('')}`)))
  })
}
