import type { ChartFileFault } from '../../text/messages/faults.ts'

/** Where in the file: ['steps', 3, 'kind']. */
export type FilePath = readonly (string | number)[]

export interface ChartFileProblem {
  readonly fault: ChartFileFault
  readonly path: FilePath
  readonly words?: string
  readonly other?: number
}

/** After so many a person does not read on. */
export const mostProblems = 20

/** The file cannot be opened as a chart. `sayFault` says each problem in Chinese. */
export class ChartFileError extends Error {
  readonly problems: readonly ChartFileProblem[]

  constructor(problems: readonly ChartFileProblem[], options?: ErrorOptions) {
    super(problems.map(({ fault, path }) => `${fault} at ${path.join('.')}`).join('; '), options)
    this.name = 'ChartFileError'
    this.problems = problems.slice(0, mostProblems)
  }

  /** The first of the problems. */
  get fault(): ChartFileFault | undefined {
    return this.problems[0]?.fault
  }
}

/** Against the file as a whole. */
export function rejectFile(
  fault: ChartFileFault,
  said: Pick<ChartFileProblem, 'words' | 'other'> = {},
): never {
  throw new ChartFileError([{ fault, path: [], ...said }])
}
