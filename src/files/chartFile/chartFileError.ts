import type { ChartFileFault } from '../../text/messages/faults.ts'

/** A path in the file: ['steps', 3, 'kind']. */
export type FilePath = readonly (string | number)[]

export interface ChartFileProblem {
  readonly fault: ChartFileFault
  readonly path: FilePath
  readonly words?: string
  readonly other?: number
}

/** Maximum number of reported problems. */
export const mostProblems = 20

/** The file cannot be read as a chart. `sayFault` gives the Chinese sentence for each problem. */
export class ChartFileError extends Error {
  readonly problems: readonly ChartFileProblem[]

  constructor(problems: readonly ChartFileProblem[], options?: ErrorOptions) {
    super(problems.map(({ fault, path }) => `${fault} at ${path.join('.')}`).join('; '), options)
    this.name = 'ChartFileError'
    this.problems = problems.slice(0, mostProblems)
  }

  /** The first problem. */
  get fault(): ChartFileFault | undefined {
    return this.problems[0]?.fault
  }
}

/** Throws a ChartFileError that concerns the whole file. */
export function rejectFile(
  fault: ChartFileFault,
  said: Pick<ChartFileProblem, 'words' | 'other'> = {},
): never {
  throw new ChartFileError([{ fault, path: [], ...said }])
}
