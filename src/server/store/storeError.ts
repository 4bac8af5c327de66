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
export type StoreFault =
  | 'full'
  | 'in-use'
  | 'old-sqlite'
  | 'damaged'
  | 'foreign'
  | 'newer'
  | 'unwritable'
  | PostgresFault

/**
 * `unreachable`: no connection. `refused`: the database knows nothing of this user, or lets it not.
 * `pooled`: a pooler between gives each transaction another session. `taken-over`: another server has had the database since.
 * `older`: tables of an earlier version. `moved`: its data were moved to a directory. `not-ours`: a schema with tables of another program. `unsafe-postgres`: fsync or full_page_writes is off.
 */
type PostgresFault =
  | 'unreachable'
  | 'refused'
  | 'old-postgres'
  | 'older'
  | 'not-utf8'
  | 'unsafe-postgres'
  | 'not-ours'
  | 'pooled'
  | 'taken-over'
  | 'moved'
