import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CatalogueAnswer, RenameAnswer } from '../../../src/model/catalogue/answers.ts'
import type { PowerHistory } from '../../../src/model/catalogue/powerChangeSet.ts'
import type { CatalogueRole } from '../../../src/protocol/linkScopes.ts'
import { wholeRegister } from '../../../src/model/registers/registers.ts'
import { chartOf } from '../../support/chartOf.ts'
import { expenses } from '../../support/registers.ts'
import type { Served, SharedChart } from '../../support/served.ts'
import { startServed } from '../../support/served.ts'

let served: Served
let administrator: string

beforeAll(async () => {
  served = await startServed()
  administrator = served.server.administrator!
})
afterAll(async () => served.close())

const at = '/api/catalogue'

async function read(who: string): Promise<CatalogueAnswer> {
  const { json, status } = await served.ask('GET', at, credentialOf(who))
  expect(status).toBe(200)
  return json as unknown as CatalogueAnswer
}

async function change(who: string, ...changes: readonly object[]) {
  return served.ask('PATCH', at, { ...credentialOf(who), body: { changes } })
}

/** A token, or the cookie of a session. */
const credentialOf = (who: string) => (who.includes('=') ? { cookie: who } : { token: who })

/** Somebody who has a link of the unit, for the catalogue, and these links of charts: the cookie. */
async function member(catalogue: CatalogueRole, ...tokens: readonly string[]): Promise<string> {
  const cookie = await served.member({ catalogue })
  for (const token of tokens) await served.ask('POST', '/api/redeem', { cookie, body: { token } })
  return cookie
}

const put = (id: string, fields: object = {}) => ({
  kind: 'put',
  id,
  fields: { order: 'a0', name: id, ...fields },
})
const set = (id: string, field: string, value?: unknown) => ({ kind: 'set', id, field, value })
const powerIn = ({ powers }: CatalogueAnswer, id: string) => powers.find((power) => power.id === id)
const chartIn = ({ charts }: CatalogueAnswer, { id }: Pick<SharedChart, 'id'>) =>
  charts.find((chart) => chart.id === id)!

const history = async (who: string) =>
  (await served.ask('GET', `${at}/history`, credentialOf(who))).json as unknown as PowerHistory
const takeBack = async (who: string, changeSet: number) =>
  served.ask('POST', `${at}/history/${changeSet}/restore`, { ...credentialOf(who), body: {} })

describe('职权目录', () => {
  it('[CT10] is read by whoever may see the catalogue; of charts only their own are told', async () => {
    const [mine, other] = [await served.chart(expenses()), await served.chart()]
    expect((await served.ask('GET', at)).status).toBe(401)
    await change(administrator, put('shared', { chart: mine.id }), put('foreign', { chart: other.id }))
    expect((await served.ask('GET', at, { token: mine.tokens.owner })).json['error']).toMatchObject({
      code: 'no-catalogue',
    })
    const viewer = await member('view', mine.tokens.viewer)
    const seen = await read(viewer)
    expect(seen.may).toBe('read')
    expect(seen.charts.map(({ id }) => id)).toEqual([mine.id])
    expect(powerIn(seen, 'foreign')).toMatchObject({ name: 'foreign', chart: other.id })
    const chart = chartIn(seen, mine)
    expect(chart).toMatchObject({
      role: 'viewer',
      title: '财务报销',
      review: { started: false, unsettled: 0 },
    })
    const { counts } = wholeRegister([expenses()])
    expect(chart.digest?.counts).toEqual(JSON.parse(JSON.stringify(counts)))
    const count = await served.ask('GET', `${at}?only=count`, { cookie: viewer })
    expect(count.json['powers']).toBe(seen.powers.length)
  })

  it('[CT11] lets editors change what is theirs or nobody’s, viewers nothing and managers everything', async () => {
    const [mine, other] = [await served.chart(), await served.chart()]
    const owner = await member('edit', mine.tokens.owner)
    const viewer = await member('view', mine.tokens.owner)
    const manager = await member('manage')
    await change(
      administrator,
      put('of-other', { chart: other.id }),
      put('of-nobody'),
      put('of-mine', { chart: mine.id }),
    )
    expect((await change(viewer, set('of-nobody', 'office', '科'))).status).toBe(403)
    expect((await change(mine.tokens.owner, set('of-nobody', 'office', '科'))).status).toBe(403)
    expect(
      (await change(owner, set('of-nobody', 'office', '科'), set('of-mine', 'office', '科'))).status,
    ).toBe(200)
    const refused = await change(owner, set('of-nobody', 'office', '二科'), set('of-other', 'office', '二科'))
    expect(refused.status).toBe(403)
    expect((refused.json['error'] as { message: string }).message).toContain('of-other')
    expect(powerIn(await read(owner), 'of-nobody')?.office).toBe('科')
    expect((await change(owner, set('of-nobody', 'chart', other.id))).status).toBe(403)
    expect((await change(owner, { kind: 'drop', id: 'of-nobody' })).status).toBe(403)
    expect((await change(owner, put('added'), { kind: 'drop', id: 'of-mine' })).status).toBe(200)
    expect((await change(owner, { kind: 'drop', id: 'added' })).status).toBe(200)
    expect((await change(owner, put('x', { chart: other.id }))).status).toBe(403)
    // Given to a chart of one's own, then all may be done with it.
    expect((await change(owner, set('of-nobody', 'chart', mine.id))).status).toBe(200)
    expect((await change(owner, { kind: 'drop', id: 'of-nobody' })).status).toBe(200)
    expect((await change(manager, { kind: 'drop', id: 'of-other' })).status).toBe(200)
  })

  it('[CT2] keeps what two people set in two fields, and what one removed stays removed', async () => {
    await change(administrator, put('two'), put('gone'))
    const [one, other] = await Promise.all([member('edit'), member('edit')])
    await Promise.all([
      change(one, set('two', 'office', '法规科')),
      change(other, set('two', 'code', 'A-1')),
      change(administrator, set('two', 'kind', 'licensing')),
    ])
    await change(administrator, { kind: 'drop', id: 'gone' })
    const late = await change(one, set('gone', 'office', '科'))
    expect([late.status, late.json['powers']]).toEqual([200, []])
    expect(powerIn(await read(administrator), 'two')).toMatchObject({
      office: '法规科',
      code: 'A-1',
      kind: 'licensing',
    })
  })

  it('[CT4] refuses what a power cannot hold, with its place', async () => {
    const wrong = await change(administrator, set('w', 'kind', 'magic'))
    expect(wrong.status).toBe(400)
    expect((wrong.json['error'] as { message: string }).message).toContain('w.kind')
    expect((await change(administrator, set('w', 'nothing', 1))).status).toBe(400)
    expect((await served.ask('PATCH', at, { token: administrator, body: '{' })).status).toBe(400)
  })

  it('[CT12] knows a chart that was handed in from its birth, and that one opens nothing', async () => {
    const title = '许可丙'
    const { id, tokens } = await served.chart(chartOf('申请 → 决定', {}, { title, powerKind: 'licensing' }))
    const { powers } = served.server.context.store
    const kept = async () => (await powers.charts()).find((one) => one.id === id)
    const born = await kept()
    expect(born?.digest?.version).toBe(`2:${born?.version}`)
    const told = chartIn(await read(await member('view', tokens.owner)), { id })
    // What is worked out from its log says the same.
    await powers.keepDigests([{ chart: id, version: '', text: '' }])
    expect(chartIn(await read(await member('view', tokens.owner)), { id })).toEqual(told)
    expect(JSON.parse((await kept())!.digest!.text)).toEqual(JSON.parse(born!.digest!.text))
  })

  it('[CT12] follows changes, reviews and publications of a chart', async () => {
    const chart = await served.chart(
      chartOf('申请 → 决定', {}, { title: '许可甲', powerKind: 'licensing', supervisionPhone: '1' }),
    )
    const token = chart.tokens.owner
    const cookie = await member('view', token)
    const seen = async () => chartIn(await read(cookie), chart)
    expect(await seen()).toMatchObject({ title: '许可甲', review: { approved: false } })
    await served.ask('POST', `/api/charts/${chart.id}/review`, {
      token: chart.tokens.reviewer,
      body: { kind: 'mark', target: { on: 'chart' }, what: 'other', text: '请补充' },
    })
    expect((await seen()).review).toMatchObject({ started: true, unsettled: 1 })
    const { json } = await served.ask('POST', `/api/charts/${chart.id}/publications`, {
      token,
      body: { reviewedBy: '王', despite: '试用' },
    })
    expect((await seen()).published).toMatchObject({ id: json['publicId'], stale: false })
    const renamed = await served.ask('POST', `${at}/rename`, {
      cookie,
      body: { what: 'phone', from: '1', to: '2' },
    })
    expect(renamed.status).toBe(200)
    expect(await seen()).toMatchObject({
      digest: { header: { supervisionPhone: '2' } },
      published: { stale: true },
    })
    expect((await seen()).published?.updateBy).toMatch(/^\d{4}-\d\d-\d\d$/)
  })
})

const rename = async (who: string, body: object) => {
  const { json, status } = await served.ask('POST', `${at}/rename`, { ...credentialOf(who), body })
  expect(status).toBe(200)
  return json as unknown as RenameAnswer
}

describe('更名', () => {
  it('[CT13] previews chart, place, before and after, and changes nothing', async () => {
    const chart = await served.chart(expenses())
    await change(administrator, put('reimbursement', { chart: chart.id, office: '财务科' }))
    const order = { what: 'post', from: '出纳', to: '资金岗', dryRun: true }
    const { places } = await rename(await member('view', chart.tokens.editor), order)
    expect(places).toEqual([
      { chart: chart.id, title: '财务报销', place: 'post', before: '出纳', after: '资金岗' },
    ])
    expect((await rename(await member('view', chart.tokens.reviewer), order)).places).toEqual([])
    expect((await served.server.context.rooms.chart(chart.id)).posts.map(({ name }) => name)).toContain(
      '出纳',
    )
    const both = await rename(await member('edit', chart.tokens.owner), {
      what: 'office',
      from: '财务科',
      to: '财务处',
    })
    expect(both.places.map(({ place }) => place)).toEqual(['office', 'powerOffice'])
    expect(powerIn(await read(administrator), 'reimbursement')?.office).toBe('财务处')
  })

  it('[CT13] is the caller’s own work in the chart’s history', async () => {
    const chart = await served.chart(expenses())
    await rename(await member('view', chart.tokens.owner), { what: 'post', from: '经办人', to: '科室负责人' })
    const after = await served.server.context.rooms.chart(chart.id)
    expect(after.posts.map(({ name }) => name)).toEqual(['科室负责人', '出纳'])
    const { json } = await served.ask('GET', `/api/charts/${chart.id}/journal?since=0`, {
      token: chart.tokens.owner,
    })
    expect(JSON.stringify(json['entries'])).toContain('经办人')
  })

  it('[CT13] names a chart that fails, and does the rest', async () => {
    const first = await startServed()
    const token = first.server.administrator!
    const charts = [
      await first.chart(expenses()),
      await first.chart(expenses()),
      await first.chart(expenses()),
    ]
    await first.close()
    // A disk that lost a sector: the middle one cannot be read any more.
    const database = new DatabaseSync(join(first.dataDir, 'qingquan.db'))
    database.prepare("UPDATE updates SET bytes = x'00' WHERE chart = ?").run(charts[1]!.id)
    database.prepare("UPDATE snapshots SET bytes = x'00' WHERE chart = ?").run(charts[1]!.id)
    // And what the catalogue knew of it is gone.
    database.prepare('DELETE FROM digests WHERE chart = ?').run(charts[1]!.id)
    database.close()
    const again = await startServed({ dataDir: first.dataDir })
    const body = { what: 'unit', from: '某市第一医院', to: '某市中心医院' }
    const { json } = await again.ask('POST', `${at}/rename`, { token, body })
    const { places, failed } = json as unknown as RenameAnswer
    expect(failed).toEqual([
      { chart: charts[1]!.id, title: '财务报销', why: expect.stringContaining('损坏') },
    ])
    expect(new Set(places.map(({ chart }) => chart))).toEqual(new Set([charts[0]!.id, charts[2]!.id]))
    const unit = (await again.server.context.rooms.chart(charts[2]!.id)).header.unit
    expect(unit).toBe('某市中心医院')
    const listed = (await again.ask('GET', at, { token })).json as unknown as CatalogueAnswer
    expect(chartIn(listed, charts[1]!)).not.toHaveProperty('digest')
    await again.close()
  })

  it('[CT14] keeps every change, and takes one back but for what was changed again since', async () => {
    const manager = await member('manage')
    await change(manager, put('h1', { office: '甲科', note: '一' }), put('h2', { office: '甲科' }))
    await change(manager, set('h1', 'office', '乙科'), set('h2', 'office', '乙科'))
    await change(administrator, set('h2', 'office', '丙科'))
    const [, bulk, added] = (await history(manager)).changeSets
    expect(bulk).toMatchObject({ count: 2, by: expect.any(String) })
    expect(bulk!.turns[0]).toEqual({
      id: 'h1',
      before: { order: 'a0', name: 'h1', office: '甲科', note: '一' },
      after: { order: 'a0', name: 'h1', office: '乙科', note: '一' },
    })
    expect((await takeBack(await member('view'), bulk!.id)).status).toBe(403)
    expect((await takeBack(manager, bulk!.id)).json).toEqual({ changed: 1, left: ['h2'] })
    const standing = await read(manager)
    expect(powerIn(standing, 'h1')).toMatchObject({ office: '甲科', note: '一' })
    expect(powerIn(standing, 'h2')).toMatchObject({ office: '丙科' })
    await change(manager, { kind: 'drop', id: 'h1' })
    const [removal, undone] = (await history(manager)).changeSets
    expect(undone!.turns).toHaveLength(1)
    expect((await takeBack(manager, removal!.id)).json).toEqual({ changed: 1, left: [] })
    expect(powerIn(await read(manager), 'h1')).toMatchObject({ office: '甲科' })
    expect((await takeBack(manager, added!.id)).json).toEqual({ changed: 1, left: ['h2'] })
    expect(powerIn(await read(manager), 'h1')).toBeUndefined()
    expect((await takeBack(manager, 999_999)).status).toBe(404)
  })
})
