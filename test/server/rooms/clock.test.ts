import { expect, it } from 'vitest'
import { openTickets } from '../../../src/server/access/tickets.ts'
import { connect, named, openHouse, presenceOf, until } from './house.ts'
import { memoryLog } from './memoryLog.ts'

const hour = 3_600_000

it('[TM1] a clock that is set back an hour stops no edit and no presence', async () => {
  const clock = { at: 1_800_000_000_000 }
  const { log, entries } = memoryLog()
  const { url } = await openHouse({ log, now: () => clock.at, limits: { updatesAtOnce: 4 } })
  const [one, two] = [await connect(url, '甲'), await connect(url, '乙')]
  one.say(presenceOf(11, 1, { at: 'a' }))
  await until(() => two.of('awareness').length > 1, 'presence')
  clock.at -= hour
  const told = two.of('awareness').length
  for (let i = 1; i <= 20; i += 1) one.say({ kind: 'update', update: one.edit(named('s', `第${i}次`)) })
  one.say(presenceOf(11, 2, { at: 'b' }))
  await one.isAcknowledged(20)
  await until(() => two.of('awareness').length > told, 'presence after')
  expect(entries.length).toBeGreaterThanOrEqual(20)
})

it('[TM1] a ticket lives for its minute, whatever the clock on the wall says', () => {
  let elapsed = 0
  const tickets = openTickets(() => elapsed, 60_000)
  const caller = { kind: 'person' as const, id: 'p', name: '张三', post: '', session: 's' }
  const [first, second] = [tickets.issue(caller, 'c'), tickets.issue(caller, 'c')]
  elapsed += 59_000
  expect(tickets.take(first, 'c')).toEqual(caller)
  elapsed += 2000
  expect(tickets.take(second, 'c')).toBeUndefined()
})
