import { expect, it } from 'vitest'
import { killRounds } from './kills.ts'

it('[SV6] loses nothing that it acknowledged, however often it is killed', { timeout: 180_000 }, async () => {
  const toll = await killRounds({ kills: 3, writers: 8, every: 25 })
  expect(toll.acknowledged).toBeGreaterThan(100)
  expect(toll.missing).toEqual([])
  expect(toll.refused).toEqual([])
})

it(
  '[SV6] finds out a server that acknowledges before it has written, at the first kill',
  { timeout: 180_000 },
  async () => {
    for (let round = 0; round < 2; round += 1) {
      const toll = await killRounds({ kills: 1, writers: 1, every: 100, script: 'liar.ts' })
      expect(toll.missing.length).toBeGreaterThan(0)
    }
  },
)
