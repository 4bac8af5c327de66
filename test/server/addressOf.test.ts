import type { IncomingMessage } from 'node:http'
import { expect, it } from 'vitest'
import { addressOf } from '../../src/server/addressOf.ts'

function from(remoteAddress: string, forwarded?: string): IncomingMessage {
  return {
    socket: { remoteAddress },
    headers: { 'x-forwarded-for': forwarded },
  } as unknown as IncomingMessage
}

it('[QU5] an address is the person’s behind a proxy that is trusted, and nobody else can invent one', () => {
  const trusted = ['10.0.0.1', '10.0.0.2']
  expect(addressOf(from('::ffff:10.1.1.7'), trusted)).toBe('10.1.1.7')
  expect(addressOf(from('10.1.1.7', '6.6.6.6'), trusted)).toBe('10.1.1.7')
  expect(addressOf(from('10.0.0.1', '10.1.1.8'), trusted)).toBe('10.1.1.8')
  expect(addressOf(from('10.0.0.1', '6.6.6.6, 10.1.1.8, 10.0.0.2'), trusted)).toBe('10.1.1.8')
  expect(addressOf(from('10.0.0.1'), trusted)).toBe('10.0.0.1')
})
