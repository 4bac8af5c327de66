import type { OpenTables } from './openTables.ts'
import { describe, expect, it } from 'vitest'

export function linksContract(open: OpenTables): void {
  describe('links and sessions', () => {
    it('[ST14] count a user once, and tell what has ended', async () => {
      const { links } = await open()
      const link = { hash: 'h', role: 'viewer', name: '', createdAt: 1, scope: 'unit' } as const
      await links.create({
        ...link,
        id: 'l',
        maxUses: 1,
        expiresAt: 50,
        catalogue: 'edit',
        publishes: true,
        copies: 'lock',
      })
      expect([
        await links.useOnce('l', 'a', 2),
        await links.useOnce('l', 'a', 3),
        await links.useOnce('l', 'b', 4),
      ]).toEqual([true, true, false])
      expect(await links.uses('l')).toMatchObject([{ at: 2 }])
      expect(await links.find('l')).toMatchObject({
        scope: 'unit',
        catalogue: 'edit',
        publishes: true,
        copies: 'lock',
      })
      const kept = (await links.find('l'))!
      await links.changeTerms({ ...kept, name: '改', maxUses: 5, password: 's:h' })
      expect(await links.find('l')).toEqual({ ...kept, name: '改', maxUses: 5, password: 's:h' })
      await links.changeTerms(kept)
      expect(await links.find('l')).toEqual(kept)
      expect([await links.endedBetween(40, 49), await links.endedBetween(40, 50)]).toEqual([[], [undefined]])
    })

    it('[ST14] end by lack of use, and when they are told to', async () => {
      const { people } = await open()
      await people.create({ id: 'p', name: '张三', post: '' }, 1)
      for (const hash of ['a'.repeat(20), 'b'.repeat(20)]) await people.begin(hash, 'p', 10)
      expect(await people.bySession('a'.repeat(20), 8_000_000, 5)).toBeDefined()
      expect(await people.bySession('b'.repeat(20), 8_000_000, 11)).toBeUndefined()
      expect(await people.bySession('a'.repeat(20), 8_000_000, 11)).toBeDefined()
      expect([await people.endSession('a'.repeat(16)), await people.endSession('a'.repeat(16))]).toEqual([
        true,
        false,
      ])
      expect(await people.sessions(0)).toEqual([])
    })
  })
}
