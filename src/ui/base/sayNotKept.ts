import { storageText } from '../../text/screen/storageText.ts'

/** Why a chart could not be written into this browser, in words. */
export function sayNotKept(error: unknown): string {
  const name = error instanceof Error || error instanceof DOMException ? error.name : ''
  if (name === 'QuotaExceededError') return storageText.full
  if (/^(?:SecurityError|InvalidStateError|UnknownError|AbortError|NotFoundError)$/.test(name))
    return storageText.blocked
  const words = error instanceof Error ? error.message : String(error)
  return /fetch|import/i.test(words) ? storageText.notFetched : words
}
