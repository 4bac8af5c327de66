import type { TableFileFault } from '../../text/messages/faults.ts'

/** What was handed in cannot be made a table at all; `sayFault` says why in Chinese. */
export class TableFileError extends Error {
  readonly fault: TableFileFault

  constructor(fault: TableFileFault, options?: ErrorOptions) {
    super(fault, options)
    this.name = 'TableFileError'
    this.fault = fault
  }
}
