import type { TableFileFault } from '../../text/messages/faults.ts'

/** The input cannot be read as a table; `sayFault` gives the reason in Chinese. */
export class TableFileError extends Error {
  readonly fault: TableFileFault

  constructor(fault: TableFileFault, options?: ErrorOptions) {
    super(fault, options)
    this.name = 'TableFileError'
    this.fault = fault
  }
}
