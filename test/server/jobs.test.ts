/** Work that somebody's chart makes long keeps nobody else waiting, and ends. With real threads. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { limits } from '../../src/protocol/limits.ts'
import { workFor } from '../../src/server/jobs/asker.ts'
import { openJobPool, type JobPool } from '../../src/server/jobs/jobPool.ts'
import { openJobQueue, type QueuedJob } from '../../src/server/jobs/jobQueue.ts'
import type { Served } from '../support/served.ts'
import { startServed } from '../support/served.ts'
import { chartOf } from '../support/chartOf.ts'

/** A job that takes so many ms; `for ever` never ends. */
const thread = new URL('../support/slow.worker.ts', import.meta.url)

let pool: JobPool
afterEach(async () => pool.close())

function open(given: Partial<typeof limits> = {}): JobPool {
  pool = openJobPool({ limits: { ...limits, jobShort: 400, jobLong: 3000, ...given }, now: Date.now, thread })
  return pool
}

async function takes(asker: string, ms: number): Promise<string> {
  const file = String(ms)
  return workFor(asker, async () => pool.run('newChart', { file, person: '' })).then(
    () => 'done',
    (error: Error & { readonly code?: string }) => error.code ?? error.message,
  )
}

describe('bounded work', () => {
  it('[BW1] ends a job that takes too long, says so, and goes on', async () => {
    open()
    expect(await takes('a', 100_000)).toBe('took-too-long')
    expect(await takes('a', 1)).toBe('done')
  })

  it('[BW1] a job that is only a little long is done all the same', async () => {
    open()
    expect(await takes('a', 700)).toBe('done')
  })

  it('[BW2] nobody’s short job waits for more than one short turn of others’ endless ones', async () => {
    open({ jobLong: 100_000 })
    const others = ['a', 'b', 'c'].map((asker) => takes(asker, 100_000))
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect(await takes('d', 1)).toBe('done')
    await pool.close()
    expect(await Promise.all(others)).not.toContain('done')
  })

  it('[BW2] one asker’s hundred jobs do not delay another’s', async () => {
    open()
    let done = 0
    const many = Array.from({ length: 100 }, async () => takes('a', 20).then(() => (done += 1)))
    expect(await takes('b', 1)).toBe('done')
    expect(done).toBeLessThan(90)
    await Promise.all(many)
  })

  it('[BW3] refuses what one asker, or all together, let wait beyond the limit', async () => {
    open({ jobsPerAsker: 2, jobsWaiting: 3 })
    const all = [takes('a', 200), takes('a', 1), takes('a', 1), takes('a', 1)]
    expect(await all[3]).toBe('too-many-jobs')
    all.push(takes('b', 200), takes('b', 1), takes('c', 1))
    expect(await all[6]).toBe('busy')
    expect(await Promise.all(all)).toEqual(['done', 'done', 'done', 'too-many-jobs', 'done', 'done', 'busy'])
  })

  it('[BW4] a thread that dies answers, and the next job has a new one', async () => {
    open()
    const ended = takes('a', 100_000)
    await new Promise((resolve) => setTimeout(resolve, 100))
    await pool.restart()
    expect(await ended).toContain('was ended')
    expect(await takes('a', 1)).toBe('done')
  })
})

describe('the queue', () => {
  it('[BW2] takes turns between askers', () => {
    const queue = openJobQueue<QueuedJob>({ perAsker: 9, bytesPerAsker: 99, all: 9, allBytes: 99 })
    for (const asker of ['a', 'a', 'a', 'b', 'c']) queue.add({ asker, bytes: 1, isLong: false })
    const order = Array.from({ length: 5 }, () => queue.next({ long: true }, () => true)?.asker)
    expect(order).toEqual(['a', 'b', 'c', 'a', 'a'])
  })

  it('[BW3] counts what waits by its bytes, but takes a first one of any size', () => {
    const queue = openJobQueue<QueuedJob>({ perAsker: 9, bytesPerAsker: 10, all: 9, allBytes: 100 })
    const job = { asker: 'a', bytes: 50, isLong: false }
    expect([queue.add({ ...job }), queue.add({ ...job })]).toEqual(['queued', 'asker-full'])
  })
})

describe('in the server', () => {
  let served: Served
  beforeAll(async () => {
    served = await startServed()
  })
  afterAll(async () => served.close())

  it('[BW5] a chart made to be compared letter by letter is checked in bounded time, and says what was left out', async () => {
    let seed = 7
    const letter = () => 'abcdefgh'[((seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff) >> 8) & 7]
    const whole = chartOf('受理 → 决定')
    const step = { ...whole.steps[0]!, posts: [] }
    const steps = Array.from({ length: 200 }, (_, at) => ({
      ...step,
      id: `s${at}`,
      name: Array.from({ length: 1900 }, letter).join(''),
    }))
    const chart = await served.chart({ ...whole, steps, flowlines: [], risks: [], measures: [] })
    const checked = await served.ask('GET', `/api/charts/${chart.id}/checks`, { token: chart.tokens.viewer })
    expect(checked.status).toBe(200)
    expect(checked.text).toContain('没有做完')
  })
})
