/** `Io` on the real machine. File errors become CommandErrors in Chinese. */
import { open, readFile, realpath, rename, stat, unlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { cliWords, saySystemFault } from '../text/messages/cli.ts'
import { CommandError, type Io } from './cliCommand.ts'

export const nodeIo: Io = {
  stdin: readStdin,
  stdout: process.stdout,
  stderr: process.stderr,
  readFile: async (path) => {
    try {
      return path === '-' ? await readStdin() : await readFile(path)
    } catch (error) {
      throw new CommandError(cliWords.cannotRead(path, saySystemFault(codeOf(error))), 1, { cause: error })
    }
  },
  writeFile: async (path, content) => {
    try {
      await writeWhole(path, content)
    } catch (error) {
      throw new CommandError(cliWords.cannotWrite(path, saySystemFault(codeOf(error))), 1, { cause: error })
    }
  },
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Writes atomically: a reader sees the old or the new file, never a part. */
async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const place = await realpath(path).catch(() => path)
  const before = await stat(place).catch(() => undefined)
  // A device (/dev/stdout) or a pipe cannot be replaced by renaming.
  if (before && !before.isFile()) return writeTo(place, 'w', content)
  const beside = join(dirname(place), `.${basename(place)}.${process.pid}.tmp`)
  try {
    await writeTo(beside, 'wx', content, before?.mode)
    await rename(beside, place)
  } catch (error) {
    await unlink(beside).catch(() => undefined)
    throw error
  }
}

async function writeTo(
  path: string,
  flags: 'w' | 'wx',
  content: string | Uint8Array,
  mode?: number,
): Promise<void> {
  const file = await open(path, flags, mode)
  try {
    await file.writeFile(content)
    // Flush before renaming. A device cannot be flushed.
    if (flags === 'wx') await file.sync()
  } finally {
    await file.close()
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
