/** Makes and checks tokens and passwords; only hashes are stored. */
import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify<string, Buffer, number, Buffer>(scrypt)

/**
 * A token of 192 random bits, base64url. It stands in the fragment of a link, which browsers
 * do not send.
 */
export function newToken(): string {
  const token = randomBytes(24).toString('base64url')
  // Programs that find links in text leave a sign at their end out.
  return /[A-Za-z0-9]$/.test(token) ? token : newToken()
}

/** SHA-256 of a token, hex. Sufficient for random tokens; passwords use scrypt. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** In a time that tells nothing of where they differ. */
export function isSameSecret(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(one), 'hex'), Buffer.from(hashOf(other), 'hex'))
}

/** scrypt hash of a password, as `salt:hash` in hex. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  return `${salt.toString('hex')}:${(await derive(password, salt, 32)).toString('hex')}`
}

export async function isPassword(password: string, kept: string): Promise<boolean> {
  const [salt = '', hash = ''] = kept.split(':')
  const expected = Buffer.from(hash, 'hex')
  const given = await derive(password, Buffer.from(salt, 'hex'), 32)
  return expected.length === given.length && timingSafeEqual(expected, given)
}
