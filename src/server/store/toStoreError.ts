/** SQLite's result codes (https://www.sqlite.org/rescode.html), and the system's → what went wrong with the store. */
import { StoreError, type StoreFault } from './storeError.ts'

const byCode: { readonly [code: number]: StoreFault } = {
  3: 'unwritable', // PERM
  5: 'in-use', // BUSY
  8: 'unwritable', // READONLY
  10: 'unwritable', // IOERR
  11: 'damaged', // CORRUPT
  13: 'full', // FULL
  14: 'unwritable', // CANTOPEN
  26: 'damaged', // NOTADB
}

/** Finer than the code alone: where the disk had no room for the WAL's index, and where it could not be read. */
const byExtendedCode: { readonly [code: number]: StoreFault } = {
  266: 'damaged', // IOERR_READ
  522: 'damaged', // IOERR_SHORT_READ
  4874: 'full', // IOERR_SHMSIZE
  8458: 'damaged', // IOERR_CORRUPTFS
}

const bySystemCode: { readonly [code: string]: StoreFault } = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EACCES: 'unwritable',
  EPERM: 'unwritable',
  EROFS: 'unwritable',
  EIO: 'unwritable',
  ENOENT: 'unwritable',
  ENOTDIR: 'unwritable',
  EISDIR: 'unwritable',
  EEXIST: 'unwritable',
}

/** Does something with SQLite or files; what the disk or a file did wrong is thrown as a `StoreError`. */
export function toStoreError<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    const fault = faultOf(error)
    throw fault === undefined ? error : new StoreError(fault, { cause: error })
  }
}

function faultOf(error: unknown): StoreFault | undefined {
  if (!(error instanceof Error)) return undefined
  if ('errcode' in error) {
    const code = Number(error.errcode)
    return byExtendedCode[code] ?? byCode[code & 0xff]
  }
  return 'code' in error ? bySystemCode[String(error.code)] : undefined
}
