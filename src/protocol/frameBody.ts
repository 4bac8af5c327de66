/**
 * Frames of the connection as the body of a request or an answer, where a proxy lets no WebSocket
 * through: the length of each in four bytes, big end first, then the frame.
 */

export function frameBody(frames: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const body = new Uint8Array(frames.reduce((sum, frame) => sum + 4 + frame.length, 0))
  const view = new DataView(body.buffer)
  let at = 0
  for (const frame of frames) {
    view.setUint32(at, frame.length)
    body.set(frame, at + 4)
    at += 4 + frame.length
  }
  return body
}

/** Undefined where it was cut, or is none. */
export function framesOfBody(body: Uint8Array): readonly Uint8Array[] | undefined {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength)
  const frames: Uint8Array[] = []
  let at = 0
  while (at < body.length) {
    if (at + 4 > body.length) return undefined
    const length = view.getUint32(at)
    if (at + 4 + length > body.length) return undefined
    frames.push(body.slice(at + 4, at + 4 + length))
    at += 4 + length
  }
  return frames
}

/** Tells in an answer with which code (`closing.ts`) the connection has ended. */
export const closingHeader = 'x-qingquan-closing'
