import { randomUUID } from 'node:crypto'
import { scopeOf } from '../store/linkRow.ts'
import type { KeptLink, Store } from '../store/tables.ts'
import { isGood } from './linkRights.ts'
import { hashOf, newToken } from './secrets.ts'

/** Made where no good one is left: at the first start, or after the last has run out. */
export async function administratorLink(store: Store, now: () => number): Promise<string | undefined> {
  const before = await store.links.list(undefined)
  const isAdministrators = (link: KeptLink) => scopeOf(link) === 'administrator' && isGood(link, now())
  if (before.some(isAdministrators)) return undefined
  const token = newToken()
  await store.links.create({
    id: randomUUID(),
    hash: hashOf(token),
    role: 'owner',
    name: '',
    createdAt: now(),
  })
  return token
}
