import type { Person } from '../../protocol/api.ts'
import type { LocalPerson } from './appServices.ts'

const key = 'qingquan-person'

/** Name and post, kept in this browser's storage; sent to the server again if it does not know them. */
export function keptPerson(storage: Pick<Storage, 'getItem' | 'setItem'>): LocalPerson {
  return {
    read: () => {
      const kept = storage.getItem(key)
      return kept === null ? undefined : personIn(kept)
    },
    keep: (person) => storage.setItem(key, JSON.stringify(person)),
  }
}

function personIn(kept: string): Person | undefined {
  try {
    const { name, post } = JSON.parse(kept) as Partial<Person>
    return typeof name === 'string' ? { name, post: typeof post === 'string' ? post : '' } : undefined
  } catch {
    return undefined
  }
}
