/** Nobody inside can use up the server either: quotas, commands, health, and an end that comes. */
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { AccessPolicy } from '../../src/server/settings.ts'
import type { Limits } from '../../src/protocol/limits.ts'
import type { Store } from '../../src/server/store/tables.ts'
import { openHealth } from '../../src/server/health.ts'
import { openRate } from '../../src/server/rate.ts'
import { openTurns } from '../../src/server/openTurns.ts'
import { writeChartFile } from '../../src/files/chartFile/writeChartFile.ts'
import { chartOf } from '../support/chartOf.ts'
import type { Served } from '../support/served.ts'
import { startServed } from '../support/served.ts'

let served: Served
afterEach(async () => served?.close())

async function start(limits: Partial<Limits>, access: Partial<AccessPolicy> = {}): Promise<Served> {
  served = await startServed({ limits, access })
  return served
}

const body = writeChartFile(chartOf('受理 → 决定'))

describe('quotas', () => {
  it('[QU1] of new charts and of bytes hold for each link, say so, and leave others and the administrator alone', async () => {
    const { ask, member, server } = await start({ chartsPerHour: 3 })
    const [one, other] = [await member(), await member()]
    const posted = async (cookie: string) => (await ask('POST', '/api/charts', { body, cookie })).status
    const own = []
    for (let at = 0; at < 5; at += 1) own.push(await posted(one))
    expect(own).toEqual([200, 200, 200, 429, 429])
    expect(await posted(other)).toBe(200)
    const refused = await ask('POST', '/api/charts', { body, cookie: one })
    expect(refused.json['error']).toMatchObject({ code: 'over-quota' })
    const token = server.administrator
    for (let at = 0; at < 5; at += 1)
      expect((await ask('POST', '/api/charts', { body, token })).status).toBe(200)
  })

  it('[QU1] of bytes', async () => {
    const { ask, member } = await start({ bytesPerHour: 2.5 * body.length, chartsPerHour: 99 })
    const cookie = await member()
    const status = async () => (await ask('POST', '/api/charts', { body, cookie })).status
    expect([await status(), await status(), await status()]).toEqual([200, 200, 429])
  })

  it('[QU2] of new persons hold for an address; who is known already may rename', async () => {
    const { ask } = await start({ peoplePerHour: 2 }, { whoMaySave: 'anyone' })
    const me = async (cookie?: string) => ask('PUT', '/api/me', { body: { name: '张三' }, cookie })
    const known = await me()
    expect([known.status, (await me()).status, (await me()).status]).toEqual([200, 200, 429])
    expect((await me(known.cookie)).status).toBe(200)
  })

  it('[QU3] fill again with time, also when the clock was set back', () => {
    let at = 10_000
    const { take } = openRate({ perSecond: 1, atOnce: 2, now: () => at })
    expect([take('a'), take('a'), take('a'), take('b')]).toEqual([true, true, false, true])
    at = 0
    expect(take('a')).toBe(false)
    at = 1000
    expect([take('a'), take('a')]).toEqual([true, false])
  })
})

describe('commands', () => {
  it('[QU4] of one chart are worked on in turns, of another side by side', async () => {
    const { run } = openTurns()
    const done: string[] = []
    const work = async (key: string, name: string, ms: number) =>
      run(key, async () => {
        await new Promise((resolve) => setTimeout(resolve, ms))
        done.push(name)
        if (name === 'a1') throw new Error('fails alone')
      }).catch(() => undefined)
    await Promise.all([work('a', 'a1', 300), work('a', 'a2', 1), work('b', 'b1', 20)])
    expect(done).toEqual(['b1', 'a1', 'a2'])
  })

  it('[QU4] given at once to one chart are all decided, each once', async () => {
    const { ask, chart } = await start({})
    const { id, tokens } = await chart()
    const mark = { kind: 'mark', target: { on: 'chart' }, what: 'other', text: '请补正' }
    const given = await Promise.all(
      Array.from({ length: 30 }, async () =>
        ask('POST', `/api/charts/${id}/review`, { body: mark, token: tokens.reviewer }),
      ),
    )
    expect(given.map(({ status }) => status)).toEqual(given.map(() => 200))
    expect(new Set(given.map(({ json }) => json['seq'])).size).toBe(30)
  })
})

describe('health', () => {
  it('[HE1] is well, and says in Chinese what is not: a store that is closed, a directory that is gone', async () => {
    const { ask, server } = await start({})
    expect((await ask('GET', '/healthz')).json).toEqual({ ok: true })
    const { store, jobs } = server.context
    const broken = { unit: { ...store.unit, read: async () => Promise.reject(new Error('closed')) } }
    const health = openHealth({ store: broken, jobs, dataDir: '/nowhere', now: Date.now })
    expect(await health()).toEqual({
      ok: false,
      wrong: ['数据库没有应答', '数据目录所在的磁盘快满了，或不能写入'],
    })
  })

  it('[HE1] a slow disk is no outage and keeps nobody waiting; a store that stays silent is one', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    let time = 0
    const store = { unit: { read: async () => new Promise<never>(() => {}) } } as unknown as Pick<
      Store,
      'unit'
    >
    const health = openHealth({ store, jobs: { isStuck: () => false }, dataDir: tmpdir(), now: () => time })
    const askedAt = async (at: number) => {
      time = at
      const answer = health()
      time += 1000
      await vi.advanceTimersByTimeAsync(1000)
      return (await answer).ok
    }
    expect(await askedAt(0)).toBe(true)
    expect(await askedAt(2500)).toBe(false)
  })

  it('[HE1] answers 503 while the directory is not there', async () => {
    const { ask, dataDir } = await start({})
    rmSync(dataDir, { recursive: true, force: true })
    expect((await ask('GET', '/healthz')).status).toBe(503)
  })
})
