import { expect, it } from 'vitest'
import { openCompacting } from '../../../src/server/rooms/compacting.ts'
import { memoryLog, noLog } from './memoryLog.ts'

it('[RM13] a log that grows fast is merged every twenty seconds, or when it has grown ten times as much', async () => {
  const { log, compactions } = memoryLog()
  let now = 0
  const compacting = openCompacting({
    chart: 'c',
    kept: noLog,
    log,
    elapsed: () => now,
    report: (error) => {
      throw error
    },
  })
  const grow = async (updates: number) => {
    for (let at = 0; at < updates; at += 1) compacting.grown(10)
    await new Promise(setImmediate)
    return compactions.length
  }
  expect(await grow(501)).toBe(1)
  expect(await grow(2000)).toBe(1)
  now += 20_000
  expect(await grow(1)).toBe(2)
  expect(await grow(5000)).toBe(2)
  expect(await grow(1)).toBe(3)
  now += 20_000
  expect(await grow(10)).toBe(3)
  await compacting.close()
  expect(compactions).toHaveLength(3)
})
