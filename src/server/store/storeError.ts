/** A store operation failed; it has had no effect. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly fault: StoreFault

  constructor(fault: StoreFault, options?: ErrorOptions) {
    super(fault, options)
    this.fault = fault
  }
}

/** `in-use`: another server has this directory. `old-sqlite`: before 3.51.3, which can lose a WAL. */
export type StoreFault = 'full' | 'in-use' | 'old-sqlite' | 'damaged' | 'foreign' | 'newer' | 'unwritable'
