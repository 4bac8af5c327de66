/**
 * The real server over HTTP, asked by strangers: whatever they ask, of random charts full of
 * canaries nothing comes out, not in an answer, a header or a file name, nor in the log.
 */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { writeChartFile } from '../../src/files/chartFile/writeChartFile.ts'
import { chartOf } from '../support/chartOf.ts'
import { cases } from '../support/depth.ts'
import type { Served, SharedChart } from '../support/served.ts'
import { startServed } from '../support/served.ts'
import { whereFound } from '../sheet/publicOutputs.ts'
import { canary, secretChart } from '../sheet/secretChart.ts'
import { ask, shown, type Answer, type Question } from './stranger.ts'

const count = cases(9, 40)
/** What a stranger writes into a request: another word that nothing else has. */
const strange = '泄'

interface Posted extends SharedChart {
  readonly publicId: string
}

let served: Served
let posted: readonly Posted[]
let outsider: SharedChart
const printed: string[] = []

beforeAll(async () => {
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      printed.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'))
      return true
    })
  for (const say of ['log', 'info', 'warn', 'error'] as const)
    vi.spyOn(console, say).mockImplementation((...words) => void printed.push(words.map(shown).join(' ')))
  served = await startServed({ limits: { idle: 20 } })
  outsider = await served.chart(chartOf('申请 → 决定'))
  const made: Posted[] = []
  for (const chart of fc.sample(secretChart, { numRuns: count, seed: 6 })) {
    const shared = await served.chart(chart)
    made.push({ ...shared, publicId: await publish(shared) })
  }
  posted = made
})
afterAll(async () => {
  vi.restoreAllMocks()
  await served.close()
})

async function publish({ id, tokens }: SharedChart): Promise<string> {
  const asked = { token: tokens.owner, body: { reviewedBy: '王审查（办公室）', despite: '试用' } }
  const { status, json, text } = await served.ask('POST', `/api/charts/${id}/publications`, asked)
  expect(status, text).toBe(200)
  return String(json['publicId'])
}

/** Asks, and finds none of the words. */
async function askSafely(question: Question, words: readonly string[] = [canary]): Promise<Answer> {
  const answer = await ask(served.url, question)
  const found = words.flatMap((word) => whereFound(word, answer.outputs))
  expect(found, `${question.method} ${question.path} ${question.body ?? ''}`).toEqual([])
  return answer
}

/** What is asked of one posted chart, in every way. */
async function askAll(publicId: string, pictures: boolean): Promise<readonly number[]> {
  const statuses: number[] = []
  const endings = ['', '.json', '.svg', '.txt', `.${encodeURIComponent(canary)}`, '?format=json']
  for (const ending of pictures ? [...endings, '.png'] : endings) {
    const path = `/p/${publicId}${ending}`
    const answer = await askSafely({ method: 'GET', path })
    const tag = answer.headers.get('ETag')
    statuses.push(answer.status)
    await askSafely({ method: 'HEAD', path })
    if (tag === null) continue
    const again = await askSafely({ method: 'GET', path, headers: { 'If-None-Match': tag } })
    expect(again.status).toBe(304)
  }
  return statuses
}

function expectQuietLog(): void {
  const log = { reported: served.reported.map(shown).join('\n'), printed: printed.join('\n') }
  expect(whereFound(canary, log)).toEqual([])
  expect(whereFound(strange, log)).toEqual([])
}

const odd = (words: string) => encodeURIComponent(words)

describe('[PB3] to a stranger the server tells nothing internal', () => {
  it(`at the public addresses of ${count} random charts: posted, replaced, withdrawn, made up`, async () => {
    for (const [at, { publicId }] of posted.entries())
      expect(new Set(await askAll(publicId, at < 3))).toEqual(new Set([200]))
    const [first, second] = posted.slice(5)
    const newer = await publish(first!)
    expect(new Set(await askAll(first!.publicId, true))).toEqual(new Set([302]))
    await askSafely({ method: 'GET', path: `/p/${newer}?was=${first!.publicId}` })
    await askSafely({ method: 'GET', path: `/p/${newer}?was=${odd(canary)}` })
    const path = `/api/charts/${second!.id}/publications/${second!.publicId}`
    await served.ask('DELETE', path, { token: second!.tokens.owner })
    expect(new Set(await askAll(second!.publicId, true))).toEqual(new Set([410]))
    for (const id of ['nothing', odd(`${canary}岗0`), `${odd(canary)}.json`, first!.id, `${first!.id}.json`])
      expect((await askSafely({ method: 'GET', path: `/p/${id}` })).status).toBe(404)
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
      await askSafely({ method, path: `/p/${newer}`, body: canary })
    expectQuietLog()
  })

  it('and a word that is posted would be found, in every format and in the name of the file', async () => {
    const header = { title: `许可${canary}`, powerKind: 'licensing' } as const
    const publicId = await publish(await served.chart(chartOf('申请 → 决定', {}, header)))
    for (const ending of ['', '.json', '.svg', '.txt']) {
      const { outputs } = await ask(served.url, { method: 'GET', path: `/p/${publicId}${ending}` })
      const places = ending === '' ? ['body'] : ['headers', 'decodedHeaders', 'body']
      expect(whereFound(canary, outputs)).toEqual(places)
    }
  })

  it('about itself: pages, health, numbers, schema, documentation, what is not there', async () => {
    const { id } = posted[0]!
    const paths = ['/', `/c/${id}`, '/review', '/healthz', '/metrics', '/api', '/api/openapi.json']
    const wrong = [`/c/${odd(canary)}`, `/${odd(canary)}`, `/assets/${odd(canary)}.js`, `/api/${odd(canary)}`]
    for (const path of [...paths, '/schema/chart-1.json', ...wrong])
      for (const token of [undefined, outsider.tokens.owner, canary.codePointAt(0)!.toString(16)])
        await askSafely({ method: 'GET', path, token })
    expectQuietLog()
  })

  it('on any route of the API: without a link, with another chart’s, with bodies that are wrong', async () => {
    const questions = await everyQuestion(posted.slice(0, cases(1, 3)))
    expect(questions.length).toBeGreaterThan(1000)
    const statuses = new Set<number>()
    for (const question of questions) statuses.add((await askSafely(question, [canary, strange])).status)
    expect(statuses).toEqual(new Set([...statuses, 200, 400, 401, 403, 404]))
    expectQuietLog()
  })
})

interface Operation {
  readonly method: string
  readonly path: string
}

async function operations(): Promise<readonly Operation[]> {
  const { json } = await served.ask('GET', '/api/openapi.json')
  const paths = json['paths'] as Readonly<Record<string, object>>
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
  )
}

/** Wrong in several ways, and full of words that must not come back. */
const bodies = [
  undefined,
  `{"${strange}`,
  JSON.stringify({ [strange]: strange }),
  JSON.stringify([strange]),
  JSON.stringify({ kind: strange, what: strange, view: strange, role: strange, name: 7, token: strange }),
] as const

async function everyQuestion(charts: readonly Posted[]): Promise<readonly Question[]> {
  const routes = await operations()
  const ids = await Promise.all(charts.map(async (chart) => knownIds(chart)))
  const strangers = [undefined, outsider.tokens.owner, outsider.tokens.viewer, 'made-up']
  return routes.flatMap(({ method, path }) =>
    [...ids, madeUp].flatMap((known) =>
      strangers.flatMap((token) =>
        (method === 'GET' ? [undefined] : bodies).map((body) => ({
          method,
          token,
          body,
          path: path.replace(/\{(\w+)\}/gu, (_, name: string) => known[name as keyof KnownIds]),
        })),
      ),
    ),
  )
}

interface KnownIds {
  readonly chart: string
  readonly link: string
  readonly revision: string
  readonly publication: string
}

const madeUp: KnownIds = {
  chart: odd(canary),
  link: odd(canary),
  revision: odd(canary),
  publication: odd(canary),
}

/** Real ids, as somebody might have overheard them. */
async function knownIds({ id, publicId, tokens }: Posted): Promise<KnownIds> {
  const listed = async (what: 'links' | 'revisions') => {
    const { json } = await served.ask('GET', `/api/charts/${id}/${what}`, { token: tokens.owner })
    return (json[what] as readonly { readonly id: string }[])[0]!.id
  }
  return {
    chart: id,
    link: await listed('links'),
    revision: await listed('revisions'),
    publication: publicId,
  }
}

describe('[PB3] where something goes wrong, neither the stranger nor the log is told', () => {
  it('a chart that is harmed in the store: its public page stays, its owner is told', async () => {
    const { id, publicId, tokens } = posted[7]!
    const database = new DatabaseSync(join(served.dataDir, 'qingquan.db'))
    database.prepare('UPDATE updates SET bytes = zeroblob(length(bytes)) WHERE chart = ?').run(id)
    database.exec(`UPDATE digests SET digest = '{"title":${canary}'`)
    database.close()
    const owner = async () =>
      ask(served.url, { method: 'GET', path: `/api/charts/${id}`, token: tokens.owner })
    await expect.poll(async () => (await owner()).status).toBe(503)
    expect(served.reported.length).toBeGreaterThan(0)
    expect(new Set(await askAll(publicId, false))).toEqual(new Set([200]))
    for (const token of [undefined, outsider.tokens.owner])
      for (const path of [`/api/charts/${id}`, `/api/charts/${id}/checks`, '/api/catalogue', '/api/review'])
        await askSafely({ method: 'GET', path, token })
    const catalogue = { method: 'GET', path: '/api/catalogue', token: outsider.tokens.owner }
    expect((await askSafely(catalogue)).status).toBe(403)
    const cookie = await served.member({ catalogue: 'view' })
    expect((await served.ask('GET', '/api/catalogue', { cookie })).status).toBe(200)
    expectQuietLog()
  })

  it('a press that stops while it draws', async () => {
    const { publicId } = posted[8]!
    const before = served.reported.length
    const picture = askSafely({ method: 'GET', path: `/p/${publicId}.png` })
    await expect.poll(async () => stopped()).toBe(true)
    expect((await picture).status).toBe(500)
    expect(served.reported.length).toBeGreaterThan(before)
    expect((await askSafely({ method: 'GET', path: `/p/${publicId}.png` })).status).toBe(200)
    expectQuietLog()
    async function stopped(): Promise<boolean> {
      await served.server.context.jobs.restart()
      return served.reported.length > before
    }
  })

  it('a body that is too large, a chart file that is none, a page of another site', async () => {
    const path = '/api/charts'
    const large = await askSafely({ method: 'POST', path, body: strange.repeat(3_000_000) }, [
      canary,
      strange,
    ])
    expect(large.status).toBe(413)
    const broken = writeChartFile(chartOf('申请 → 决定')).replace('"process"', `"${strange}"`)
    const token = served.server.administrator
    expect((await askSafely({ method: 'POST', path, body: broken, token })).status).toBe(400)
    const headers = { Origin: `https://${strange.codePointAt(0)}.example` }
    const foreign = await askSafely({ method: 'POST', path, headers, body: strange }, [canary, strange])
    expect(foreign.status).toBe(403)
    expectQuietLog()
  })

  it('a chart that may not be posted: its owner reads why, and nobody else', async () => {
    const leaking = chartOf(
      `申请 → 局长办公会${canary}议 → 决定`,
      {
        [`局长办公会${canary}议`]: { internalOnly: true },
        决定: { publicName: `局长办公会${canary}议后决定` },
      },
      { title: '许可', powerKind: 'licensing' },
    )
    const { id, tokens } = await served.chart(leaking)
    const body = JSON.stringify({ reviewedBy: '王审查（办公室）', despite: '试用' })
    for (const path of [`/api/charts/${id}/publications`, `/api/charts/${id}/publications/preview`]) {
      const own = await ask(served.url, { method: 'POST', path, token: tokens.owner, body })
      expect(whereFound(canary, own.outputs), 'the canary would be found').toContain('body')
      for (const token of [undefined, outsider.tokens.owner]) {
        const { status } = await askSafely({ method: 'POST', path, token, body })
        expect([401, 403]).toContain(status)
      }
    }
    expectQuietLog()
  })
})
