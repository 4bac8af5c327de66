/** An error that the API answers to its caller, thrown by a route or by what a route calls. */
import type { ApiErrorCode } from '../protocol/apiErrorCode.ts'
import { apiErrors } from '../text/messages/api.ts'

/** `code` decides the HTTP status (`api/route.ts`); `message` is a Chinese sentence for the caller. */
export class RequestError extends Error {
  override readonly name = 'RequestError'
  readonly code: ApiErrorCode

  constructor(code: ApiErrorCode, message: string = apiErrors[code]) {
    super(message)
    this.code = code
  }
}
