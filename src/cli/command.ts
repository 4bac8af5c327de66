/** What a command of `qingquan` is, and all that it may touch of the machine. */

export interface Io {
  /** Everything that comes in on standard input. */
  readonly stdin: () => Promise<Uint8Array>
  readonly stdout: { write(chunk: string | Uint8Array): void }
  readonly stderr: { write(text: string): void }
  /** Throws a `CommandError` in Chinese when the file cannot be read. */
  readonly readFile: (path: string) => Promise<Uint8Array>
  /** Whole or not at all: written beside its place, then renamed. Throws a `CommandError` when it cannot be. */
  readonly writeFile: (path: string, content: string | Uint8Array) => Promise<void>
}

/** 0: done. 1: the input is wrong. 2: called wrongly. */
export type ExitCode = 0 | 1 | 2

export interface CliCommand {
  readonly name: string
  /** How it is called and what it does, in Chinese, some lines. */
  readonly usage: string
  /** Answers the exit code. What is wrong may be thrown as a `CommandError`; `parseArgs` may throw its own. */
  readonly run: (args: readonly string[], io: Io) => Promise<ExitCode>
}

/** Wrong input or a wrong call, said in Chinese. Never shown with a stack. */
export class CommandError extends Error {
  readonly exitCode: 1 | 2

  constructor(message: string, exitCode: 1 | 2, options?: ErrorOptions) {
    super(message, options)
    this.name = 'CommandError'
    this.exitCode = exitCode
  }
}
