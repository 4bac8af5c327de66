import { expect, it } from 'vitest'
import { killRounds } from './kills.ts'

it('[SV6] loses nothing that it acknowledged, however often it is killed', { timeout: 180_000 }, async () => {
  const toll = await killRounds({ kills: 3, writers: 8, every: 25 })
  expect(toll.acknowledged).toBeGreaterThan(100)
  expect(toll.missing).toEqual([])
  expect(toll.refused).toEqual([])
})
