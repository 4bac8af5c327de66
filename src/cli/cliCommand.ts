/** The interface of a command, and everything that it may use of the machine. */

export interface Io {
  /** Reads all of standard input. */
  readonly stdin: () => Promise<Uint8Array>
  readonly stdout: { write(chunk: string | Uint8Array): void }
  readonly stderr: { write(text: string): void }
  /** Throws a `CommandError` in Chinese when the file cannot be read. */
  readonly readFile: (path: string) => Promise<Uint8Array>
  /**
   * Writes a file atomically: to a temporary file beside it, then renamed. Throws a
   * `CommandError` if it cannot be written.
   */
  readonly writeFile: (path: string, content: string | Uint8Array) => Promise<void>
}

/** 0: done. 1: the input is wrong. 2: called wrongly. */
export type ExitCode = 0 | 1 | 2

export interface CliCommand {
  readonly name: string
  /** Usage and description, in Chinese, several lines. */
  readonly usage: string
  /**
   * Runs the command; resolves with the exit code. Rejects with a `CommandError` for wrong
   * input; errors of `parseArgs` pass through.
   */
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
