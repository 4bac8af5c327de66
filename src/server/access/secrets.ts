/** Tokens and passwords: made here, kept only as hashes. */
import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify<string, Buffer, number, Buffer>(scrypt)

/** 192 random bits; they stand in the fragment of a link, which browsers never send. */
export function newToken(): string {
  return randomBytes(24).toString('base64url')
}

/** SHA-256, hex. Enough for what is random; a password gets scrypt. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** `salt:hash`, hex. */
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
