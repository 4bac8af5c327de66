import type { ApiErrorCode } from '../../protocol/apiErrorCode.ts'

/** A request without the right for it, or a malformed one; sentences in text/messages/api.ts. */
export class AccessError extends Error {
  override readonly name = 'AccessError'
  readonly code: ApiErrorCode

  constructor(code: ApiErrorCode) {
    super(code)
    this.code = code
  }
}
