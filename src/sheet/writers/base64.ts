const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/**
 * Base64 of bytes. Own code: Chromium 109 has no `Uint8Array.toBase64`, and `btoa` takes a
 * binary string.
 */
export function base64(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3)
    const four = [a >> 2, ((a & 3) << 4) | (b >> 4), ((b & 15) << 2) | (c >> 6), c & 63]
    const kept = Math.min(4, bytes.length - at + 1)
    parts.push(four.map((six, i) => (i < kept ? letters[six] : '=')).join(''))
  }
  return parts.join('')
}

/** A PNG as a data URI, so that an `<image>` fetches nothing. */
export function pngDataUri(png: Uint8Array): string {
  return `data:image/png;base64,${base64(png)}`
}
