/** SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html) → what went wrong with the store. */
import pg from 'pg'
import { StoreError, type StoreFault } from '../storeError.ts'

/** The connection is gone, or the database is not ready: worth another try. */
export class CutError extends Error {
  override readonly name = 'CutError'

  /** The error as it is, unless it says that the connection was cut. */
  static of(error: unknown): unknown {
    return isCut(error) ? new CutError((error as Error).message, { cause: error }) : error
  }
}

/** Two sessions were in each other's way; nothing was changed. */
export function isAgainError(error: unknown): boolean {
  return error instanceof pg.DatabaseError && (error.code === '40001' || error.code === '40P01')
}

/**
 * Class 08: connection; 57P01–57P05: shut down, crashed, starting, idle for too long; 25P03: idle in
 * a transaction; 53300: too many connections; 25006: a replica that is not yet the primary.
 * What has no SQLSTATE came from the socket.
 */
function isCut(error: unknown): boolean {
  if (error instanceof StoreError) return false
  if (!(error instanceof pg.DatabaseError)) return error instanceof Error && !(error instanceof TypeError)
  return /^(?:08...|57P0[1-5]|25P03|53300|25006)$/.test(error.code ?? '')
}

const byClass: readonly (readonly [RegExp, StoreFault])[] = [
  [/^53100/, 'full'],
  [/^XX00[12]/, 'damaged'],
  [/^(?:28|3D|42501)/, 'refused'],
]

/** A `StoreError` where the database is at fault; any other error as it is. */
export function toPostgresFault(error: unknown): unknown {
  if (error instanceof CutError) return new StoreError('unreachable', { cause: error.message })
  if (!(error instanceof pg.DatabaseError)) return error
  const { code = '', message } = error
  const fault = byClass.find(([pattern]) => pattern.test(code))?.[1]
  return fault === undefined ? error : new StoreError(fault, { cause: message })
}
