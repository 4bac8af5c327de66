/** A drawing that is recognised but cannot be read. `sayDrawn` gives the Chinese sentence. */
import type { DrawnFault } from '../../text/messages/sayDrawn.ts'

export class DrawnChartError extends Error {
  readonly fault: DrawnFault
  readonly words: string | undefined

  constructor(fault: DrawnFault, options?: ErrorOptions & { readonly words?: string }) {
    super(fault, options)
    this.name = 'DrawnChartError'
    this.fault = fault
    this.words = options?.words
  }
}
