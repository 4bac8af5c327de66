import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeChartFile } from '../../../src/files/chartFile/writeChartFile.ts'
import { chartOf } from '../../support/chartOf.ts'
import type { Served } from '../../support/served.ts'
import { startServed } from '../../support/served.ts'

let served: Served

beforeAll(async () => {
  served = await startServed()
})
afterAll(async () => served.close())

describe('charts over HTTP', () => {
  it('[AP1] are made from a chart file and read back as one', async () => {
    const file = writeChartFile(chartOf('受理 → 审查 → 决定'))
    const { json } = await served.ask('POST', '/api/charts', { cookie: await served.member(), body: file })
    const links = json['links'] as Record<string, string>
    expect(links['owner']).toMatch(new RegExp(`^${served.url}/c/${String(json['id'])}#[\\w-]{22,}$`))
    const read = await served.ask('GET', `/api/charts/${String(json['id'])}`, {
      token: links['viewer']!.split('#')[1],
    })
    expect(read.text).toBe(file)
  })

  it.each([
    ['不是 JSON', '{"format":', /不是完整的 JSON/],
    ['不是流程图', '{"a":1}', /流程图/],
    ['空的', '', /JSON|空/],
  ])('[AP1] refuse in Chinese what is no chart: %s', async (_, body, words) => {
    const { status, json } = await served.ask('POST', '/api/charts', { cookie: await served.member(), body })
    expect(status).toBe(400)
    expect((json['error'] as { message: string }).message).toMatch(words)
  })

  it('[AP20] are exported as the command line does, and outside with nothing internal', async () => {
    const flow = chartOf(
      '受理 → 内部会签 → 决定',
      { 受理: { materials: ['申请书'] }, 内部会签: { internalOnly: true } },
      { title: '内部叫法', publicTitle: '许可流程', powerKind: 'licensing' },
    )
    const { id, tokens } = await served.chart(flow)
    const ask = (query: string) =>
      served.ask('GET', `/api/charts/${id}/export?${query}`, { token: tokens.viewer })
    expect((await ask('format=mermaid&view=lanes')).text).toContain('内部会签')
    const outside = await ask('format=mermaid&edition=external')
    expect(outside.text).toContain('许可流程')
    expect(outside.text).not.toMatch(/内部/)
    expect((await ask('format=dwg')).status).toBe(400)
    const answer = await fetch(`${served.url}/api/charts/${id}/export?format=mermaid`, {
      headers: { Authorization: `Bearer ${tokens.viewer}` },
    })
    expect(answer.headers.get('Qingquan-Not-Carried')).toContain('facts')
    expect(decodeURIComponent(answer.headers.get('Content-Disposition')!)).toContain('内部叫法.mmd')
  })

  it('[AP2] go to the bin, and come back from it', async () => {
    const { id, tokens } = await served.chart()
    expect((await served.ask('DELETE', `/api/charts/${id}`, { token: tokens.editor })).status).toBe(403)
    expect((await served.ask('DELETE', `/api/charts/${id}`, { token: tokens.owner })).status).toBe(200)
    expect((await served.ask('GET', `/api/charts/${id}`, { token: tokens.owner })).status).toBe(404)
    expect((await served.ask('POST', `/api/charts/${id}/ticket`, { token: tokens.owner })).status).toBe(404)
    const bin = await served.ask('GET', '/api/charts?bin=1', { token: tokens.owner })
    expect(bin.json['charts']).toMatchObject([{ id }])
    await served.ask('POST', `/api/charts/${id}/putBack`, { token: tokens.owner })
    expect((await served.ask('GET', `/api/charts/${id}`, { token: tokens.owner })).status).toBe(200)
  })

  it('[AP8] are renamed, put in folders and made templates in the list, by those who may write', async () => {
    const { id, tokens } = await served.chart()
    const change = async (token: string, body: object) =>
      served.ask('PATCH', `/api/charts/${id}`, { token, body })
    expect((await change(tokens.reviewer, { title: '别人改的' })).status).toBe(403)
    expect((await change(tokens.editor, { title: ' ' })).status).toBe(400)
    expect((await change(tokens.editor, { title: '采购'.repeat(60_000) })).status).toBe(400)
    expect((await change(tokens.editor, { title: '采购审批', folder: '内部管理' })).status).toBe(200)
    expect((await change(tokens.owner, { isTemplate: true })).status).toBe(200)
    const { json } = await served.ask('GET', '/api/charts', { token: tokens.viewer })
    expect(json['charts']).toMatchObject([
      { id, title: '采购审批', folder: '内部管理', isTemplate: true, sketch: 'p0 p1 p2|0-1 1-2' },
    ])
    const read = await served.ask('GET', `/api/charts/${id}`, { token: tokens.viewer })
    expect(read.json).toMatchObject({ header: { title: '采购审批' } })
    expect(read.text).not.toContain('内部管理')
  })

  it('[RV20] say what waits for whom, over all charts, at once after it was said', async () => {
    const { id, tokens } = await served.chart()
    const todo = async (token: string) => (await served.ask('GET', '/api/todo', { token })).json
    expect(await todo(tokens.editor)).toMatchObject({ counts: { answer: 0 }, todos: [] })
    const mark = { kind: 'mark', target: { on: 'chart' }, what: 'unclear', text: '看不清' }
    await served.ask('POST', `/api/charts/${id}/review`, { token: tokens.reviewer, body: mark })
    expect(await todo(tokens.editor)).toMatchObject({
      counts: { answer: 1, check: 0 },
      todos: [{ chart: id, kind: 'answer', text: '看不清' }],
    })
    expect(await todo(tokens.viewer)).toMatchObject({ todos: [] })
    expect((await served.ask('GET', '/api/todo')).status).toBe(401)
  })

  it('[AP3] that a browser made are registered once, by whoever made them', async () => {
    const [cookie, other] = [await served.member(), await served.member()]
    expect((await served.ask('PUT', '/api/charts/made-in-browser')).status).toBe(401)
    expect((await served.ask('PUT', '/api/charts/made-in-browser', { cookie })).json).toEqual({
      role: 'owner',
    })
    expect((await served.ask('PUT', '/api/charts/made-in-browser', { cookie })).json).toEqual({
      role: 'owner',
    })
    expect((await served.ask('PUT', '/api/charts/made-in-browser', { cookie: other })).status).toBe(403)
    expect((await served.ask('PUT', '/api/charts/..%2F..%2Fx', { cookie })).status).toBe(400)
  })

  it('[AP4] answer their findings', async () => {
    const { id, tokens } = await served.chart()
    const { json } = await served.ask('GET', `/api/charts/${id}/checks`, { token: tokens.viewer })
    expect(json['time']).toMatchObject({ workdays: 0 })
    expect(json['findings']).toContainEqual(expect.objectContaining({ rule: 'step-without-post' }))
  })

  it('[AP5] keep revisions by name, and say what they were', async () => {
    const { id, tokens } = await served.chart()
    const kept = await served.ask('POST', `/api/charts/${id}/revisions`, {
      token: tokens.owner,
      body: { name: '送审稿' },
    })
    expect(kept.json).toMatchObject({ kind: 'named', name: '送审稿' })
    const { json } = await served.ask('GET', `/api/charts/${id}/revisions`, { token: tokens.viewer })
    expect(json['revisions']).toMatchObject([{ name: '送审稿' }, { kind: 'auto' }])
    const file = await served.ask('GET', `/api/charts/${id}/revisions/${String(kept.json['id'])}`, {
      token: tokens.viewer,
    })
    expect(file.json).toMatchObject({ steps: [{ name: '受理' }, { name: '审查' }, { name: '决定' }] })
  })

  it('[AP6] refuse requests that another site makes', async () => {
    const { id, tokens } = await served.chart()
    const redeemed = await served.ask('POST', '/api/redeem', { body: { token: tokens.owner, name: '李四' } })
    const cookie = redeemed.cookie ?? ''
    const evil = { cookie, headers: { Origin: 'https://evil.example' } }
    expect((await served.ask('DELETE', `/api/charts/${id}`, evil)).status).toBe(403)
    expect(String(served.reported.splice(0))).toContain('https://evil.example')
    const own = { cookie, headers: { Origin: served.url } }
    expect((await served.ask('DELETE', `/api/charts/${id}`, own)).status).toBe(200)
  })

  it('[HE2] tell their numbers to who has the token, and to administrators', async () => {
    const measuring = 'a-token-of-its-own-1'
    const other = await startServed({ access: { metricsToken: measuring } })
    const read = async (token?: string) => other.ask('GET', '/metrics', token === undefined ? {} : { token })
    const { text } = await read(measuring)
    expect(text).toMatch(/^qingquan_rooms \d+$/m)
    expect(text).toMatch(/^qingquan_jobs_waiting 0$/m)
    expect(text).toMatch(/^qingquan_healthy 1$/m)
    expect((await read(other.server.administrator)).status).toBe(200)
    const { tokens } = await other.chart()
    for (const token of [undefined, `${measuring}x`, tokens.owner])
      expect((await read(token)).status).toBe(401)
    await other.close()
  })

  it('[AP7] are documented from the routes themselves', async () => {
    const { json } = await served.ask('GET', '/api/openapi.json')
    const paths = json['paths'] as Record<string, object>
    expect(Object.keys(paths)).toEqual(expect.arrayContaining(['/api/charts', '/api/charts/{chart}/ticket']))
    expect((await served.ask('GET', '/api')).text).toContain('POST')
    expect((await served.ask('GET', '/healthz')).json).toEqual({ ok: true })
    expect((await served.ask('GET', '/readyz')).json).toEqual({ ok: true })
    expect((await served.ask('GET', '/api/nothing')).json['error']).toMatchObject({ code: 'not-found' })
    expect(served.reported).toEqual([])
  })
})
