import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chartOf } from '../../support/chartOf.ts'
import type { Served, SharedChart } from '../../support/served.ts'
import { startServed } from '../../support/served.ts'

/** What only cases have. */
const marked = '泄密名'

let served: Served
let chart: SharedChart
let other: SharedChart

const aCase = (at: number, more: object = {}) => ({
  number: `${marked}号${at}`,
  events: [
    { step: '申请', start: '2026-03-02T09:00:00', person: `${marked}${at % 7}` },
    { step: '决定', start: '2026-03-05T09:00:00', person: `${marked}甲、${marked}乙`, post: `${marked}岗` },
  ],
  result: `${marked}果`,
  ...more,
})

beforeAll(async () => {
  served = await startServed()
  chart = await served.chart(chartOf('申请 → 决定'))
  other = await served.chart(chartOf('申请 → 决定'))
  const cases = Array.from({ length: 500 }, (_, at) => aCase(at))
  const { status, json } = await bring(chart.tokens.editor, { cases })
  expect([status, json]).toEqual([200, { added: 500, extended: 0, same: 0 }])
})
afterAll(async () => served.close())

const path = () => `/api/charts/${chart.id}/cases`
const bring = async (token: string, body: unknown) => served.ask('POST', path(), { token, body })
const remove = async (token: string) => (await served.ask('DELETE', path(), { token })).status
const read = async (token: string, query = '') => served.ask('GET', path() + query, { token })

describe('办件 over the API', () => {
  it('[CS5] are the same when brought again, and longer when there is more', async () => {
    const again = { cases: [aCase(1), aCase(2, { isClosed: true })] }
    expect((await bring(chart.tokens.editor, again)).json).toEqual({ added: 0, extended: 1, same: 1 })
  })

  it('[CS5] are refused with the place of what is wrong', async () => {
    const [first] = aCase(0).events
    const wrong = { ...aCase(0), events: [{ ...first, start: '2026/3/2' }] }
    const { status, json } = await bring(chart.tokens.owner, { cases: [wrong] })
    expect(status).toBe(400)
    expect(JSON.stringify(json)).toContain('cases.0.events.0.start')
  })

  it('[CS5] are read with names by owner and reviewer, with numbers by the editor', async () => {
    for (const role of ['owner', 'reviewer'] as const)
      expect((await read(chart.tokens[role])).text).toContain(`${marked}甲、${marked}乙`)
    const { json, text } = await read(chart.tokens.editor)
    expect(json).toMatchObject({ total: 500, isNamed: false, about: { judgements: [] } })
    expect(text).not.toContain(`${marked}甲`)
    expect(text).toMatch(/"person":"\d+、\d+"/)
  })

  it('[CS5] come page by page', async () => {
    const { json } = await read(chart.tokens.owner, `?after=${encodeURIComponent(`${marked}号98`)}`)
    expect(json['cases']).toHaveLength(1)
    expect(json).not.toHaveProperty('about')
  })

  it('[CS5] are judged over the API, with names for those who may know them', async () => {
    const { json, text } = await read(chart.tokens.owner, '/replay')
    expect(json).toMatchObject({ averageFitness: 1, leftOut: 0, editions: [{ cases: 500, older: 0 }] })
    expect(json['cases']).toHaveLength(500)
    expect((await read(chart.tokens.editor, '/replay')).text).not.toContain(`${marked}甲`)
    expect((await read(chart.tokens.viewer, '/replay')).status).toBe(403)
    expect(text).toContain(`${marked}号98`)
  })

  it('[CS5] have findings of which the reviewer says what they are; 误报 with its reason', async () => {
    const at = `${path()}/findings`
    const said = { case: `${marked}号1`, key: 'skipped 审查 0', state: 'dismissed' }
    const say = async (token: string, body: object) => (await served.ask('POST', at, { token, body })).status
    const { owner, editor, reviewer } = chart.tokens
    expect(await say(editor, { ...said, reason: '补录' })).toBe(403)
    expect(await say(reviewer, said)).toBe(400)
    expect(await say(reviewer, { ...said, case: '没有', reason: '补录' })).toBe(404)
    expect(await say(reviewer, { ...said, reason: '补录' })).toBe(200)
    const { json } = await read(owner)
    expect(json).toMatchObject({ about: { judgements: [{ ...said, reason: '补录' }] } })
  })

  it('[CS5] keep their settings; who may not know names sets none and sees numbers', async () => {
    const body = { holdings: [{ person: `${marked}甲`, post: '科长' }], choices: [['受理', '申请']] }
    const at = `${path()}/settings`
    const put = async (token: string) => (await served.ask('PUT', at, { token, body })).status
    expect([await put(chart.tokens.editor), await put(chart.tokens.reviewer)]).toEqual([403, 200])
    expect((await read(chart.tokens.owner)).json).toMatchObject({ about: { settings: body } })
    const { json, text } = await read(chart.tokens.editor)
    expect(json).toMatchObject({ about: { settings: { holdings: [{ post: '科长' }] } } })
    expect(text).not.toContain(`${marked}甲`)
  })

  it('[CS5] give nothing to viewers, to links of other charts and to strangers, wherever they ask', async () => {
    const { viewer, owner } = chart.tokens
    await served.ask('POST', `/api/charts/${chart.id}/publications`, {
      token: owner,
      body: { reviewedBy: '王审查', despite: '试用' },
    })
    const published = await served.ask('GET', `/api/charts/${chart.id}/publications`, { token: owner })
    const [{ publicId = '' } = {}] = (published.json['publications'] ?? []) as { publicId?: string }[]
    const askers = [viewer, other.tokens.owner, undefined]
    const places = [
      path(),
      `${path()}/replay`,
      `/api/charts/${chart.id}`,
      `/api/charts/${chart.id}/revisions`,
      `/api/charts/${chart.id}/journal`,
      `/api/charts/${chart.id}/review`,
      '/api/charts',
      '/api/catalogue',
      '/api/todo',
      '/metrics',
      '/healthz',
      ...['', '.json', '.svg', '.txt'].map((ending) => `/p/${publicId}${ending}`),
    ]
    for (const token of askers)
      for (const place of places) {
        const { status, text } = await served.ask('GET', place, token === undefined ? {} : { token })
        expect([place, text.includes(marked)]).toEqual([place, false])
        if (place === path()) expect(status).toBe(token === undefined ? 401 : 403)
      }
    // Nor to those who may: only the cases' own address has them.
    const { text } = await served.ask('GET', `/api/charts/${chart.id}`, { token: owner })
    expect(text).not.toContain(marked)
    expect(served.reported.map(String).join()).not.toContain(marked)
  })

  it('[CS6] are taken away by the owner alone', async () => {
    expect([await remove(chart.tokens.reviewer), await remove(chart.tokens.owner)]).toEqual([403, 200])
    expect((await read(chart.tokens.owner)).json).toMatchObject({ total: 0 })
  })
})
