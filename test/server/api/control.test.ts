/** 防控 over HTTP, on the real server: who sees it, who enters what, and who never gets a byte of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MeasureList } from '../../../src/model/control/measureList.ts'
import { chinaDay } from '../../../src/model/time/chinaDay.ts'
import type { Chart } from '../../../src/model/chart.ts'
import { chartOf } from '../../support/chartOf.ts'
import { startServed, type Asked, type Served, type SharedChart } from '../../support/served.ts'
import { roles } from '../../../src/protocol/roles.ts'

const canary = '鑫犇淼'
const today = chinaDay(Date.now())

function withMeasure(schedule: string): Chart {
  const chart = chartOf('申请 → 审核 → 决定', {}, { title: '采购', powerKind: 'licensing' })
  return {
    ...chart,
    risks: [{ id: 'r', order: 'a0', step: chart.steps[1]!.id, text: '围标串标', level: 'high' }],
    measures: [
      {
        id: 'm',
        order: 'a0',
        text: '抽查评标记录',
        risks: ['r'],
        schedule,
        responsible: '监察室',
        evidence: '抽查表',
      },
    ],
  }
}

let served: Served
let shared: SharedChart
let admin: Asked

beforeAll(async () => {
  served = await startServed()
  shared = await served.chart(withMeasure(today))
  admin = { token: served.server.administrator }
})
afterAll(async () => served.close())

const list = async (asked: Asked, body: object = {}) => {
  const answer = await served.ask('POST', '/api/control/measures', { ...asked, body })
  return { status: answer.status, ...(answer.json as unknown as MeasureList) }
}
const give = async (asked: Asked, body: object) =>
  served.ask('POST', `/api/charts/${shared.id}/control`, { ...asked, body })

const check = { kind: 'check', measure: 'm', scheduled: today, doneOn: today, result: 'done', note: canary }

/** Somebody of the unit who may also read the chart. */
async function member(catalogue: 'view' | 'edit' | 'manage'): Promise<Asked> {
  const cookie = await served.member({ catalogue })
  await served.ask('POST', '/api/redeem', { cookie, body: { token: shared.tokens.viewer, name: '李四' } })
  return { cookie }
}

describe('[CN11] who sees the 台账', () => {
  it('members see it of the charts that they may read, by their role in the catalogue', async () => {
    const viewer = await member('view')
    const seen = await list(viewer)
    expect(seen).toMatchObject({ may: 'read', total: 1, today })
    expect(seen.rows[0]).toMatchObject({ text: '抽查评标记录', level: '高', scheduled: today, state: 'open' })
    expect((await give(viewer, check)).status).toBe(403)
    const stranger = { cookie: await served.member({ catalogue: 'manage' }) }
    expect(await list(stranger)).toMatchObject({ may: 'keep', total: 0 })
    expect((await give(stranger, check)).status).toBe(403)
  })

  it('no share link opens it, whatever its role', async () => {
    for (const role of roles) {
      const asked = { token: shared.tokens[role] }
      expect((await list(asked)).status, role).toBe(403)
      expect((await give(asked, check)).status, role).toBe(403)
      expect((await served.ask('GET', `/api/charts/${shared.id}/control`, asked)).status, role).toBe(403)
    }
    expect((await list({})).status).toBe(401)
  })
})

describe('[CN12] what was done is entered once, with evidence', () => {
  it('a check, its evidence as a file, and what is refused', async () => {
    const clerk = await member('edit')
    const given = await give(clerk, check)
    expect(given.status, given.text).toBe(200)
    const { check: id } = given.json['event'] as { readonly check: string }
    expect((await give(clerk, check)).json).toMatchObject({ error: { code: 'refused' } })
    expect((await list(clerk)).rows[0]).toMatchObject({ state: 'done', evidenceState: 'missing' })
    const file = (name: string, content: string) =>
      give(clerk, { kind: 'evidence', check: id, name, content: Buffer.from(content).toString('base64') })
    expect((await file('抽查表.pdf', '<script>')).status).toBe(409)
    expect((await file('抽查表.html', '<p>')).status).toBe(409)
    const handed = await file(`抽查表${canary}.pdf`, '%PDF-1.7 甲')
    expect(handed.status, handed.text).toBe(200)
    const { evidence } = handed.json['event'] as { readonly evidence: string }
    const path = `/api/charts/${shared.id}/control/evidence/${evidence}`
    const got = await served.ask('GET', path, clerk)
    expect(got.text).toBe('%PDF-1.7 甲')
    expect(got.headers.get('Content-Disposition')).toContain('attachment')
    expect((await served.ask('GET', path, { token: shared.tokens.owner })).status).toBe(403)
    expect((await list(clerk, { only: { evidence: ['missing'] } })).total).toBe(0)
    expect((await list(clerk, { only: { state: ['done'], office: [''] }, text: '评标 监察' })).total).toBe(1)
  })

  it('the chart is read on: a rule that changes leaves what was checked', async () => {
    const clerk = await member('edit')
    const person = { person: 'p', name: '王', post: '', role: 'owner' } as const
    await served.server.context.rooms.edit(shared.id, person, () => [
      { kind: 'set', root: 'measures', id: 'm', field: 'schedule', value: '每月31日' },
    ])
    const { rows } = await list(clerk)
    expect(rows[0]).toMatchObject({ scheduled: today, state: 'done' })
    expect(rows.length).toBeGreaterThan(1)
    expect(rows.slice(1).every(({ state }) => state === 'open')).toBe(true)
  })
})

const step = async (asked: Asked, path: string, body: object) =>
  served.ask('POST', `/api/control/warnings${path}`, { ...asked, body })

describe('[CN32] 预警 over HTTP', () => {
  const open = { kind: 'open', source: '审计', problem: canary, about: '采购' }

  it('is numbered once, seen by who may, and [CN33] keeps the hash of its chart', async () => {
    const clerk = await member('edit')
    const opened = await step(clerk, '', { ...open, chart: shared.id })
    expect(opened.status, opened.text).toBe(200)
    const warning = opened.json['warning'] as { id: string; number: string; opened: { hash: string } }
    expect(warning.number).toBe(`${today.slice(0, 4)}-001`)
    expect(warning.opened.hash).toMatch(/^[0-9a-f]{64}$/)
    const judge = { kind: 'judge', stands: true, text: '属实' }
    expect((await step(clerk, `/${warning.id}`, judge)).status).toBe(409)
    const stranger = { cookie: await served.member({ catalogue: 'edit' }) }
    expect((await served.ask('GET', '/api/control/warnings', stranger)).json['warnings']).toEqual([])
    expect((await step(stranger, `/${warning.id}`, judge)).status).toBe(404)
    expect((await step(stranger, '', { ...open, chart: shared.id })).status).toBe(403)
    const keeper = { cookie: await served.member({ catalogue: 'manage' }) }
    expect((await step(keeper, `/${warning.id}`, judge)).status).toBe(200)
    const second = (await step(keeper, '', open)).json['warning'] as { number: string }
    expect(second.number).toBe(`${today.slice(0, 4)}-002`)
    for (const role of roles)
      expect((await served.ask('GET', '/api/control/warnings', { token: shared.tokens[role] })).status).toBe(
        403,
      )
  })
})

describe('[CN42] 风险档案 over HTTP', () => {
  it('numbers risks once, freezes a year for ever, and compares two', async () => {
    const clerk = await member('edit')
    const risks = async (asked: Asked) =>
      (await served.ask('GET', '/api/control/risks', asked)).json['risks'] as {
        number: string
        state: string
      }[]
    const number = `${today.slice(0, 4)}-0001`
    expect(await risks(clerk)).toMatchObject([
      { number, state: 'new', facts: { text: '围标串标', level: '高' } },
    ])
    expect((await served.ask('POST', '/api/control/years', { ...clerk, body: { name: '甲' } })).status).toBe(
      403,
    )
    const keeper = { cookie: await served.member({ catalogue: 'manage' }) }
    const freeze = async (name: string) =>
      served.ask('POST', '/api/control/years', { ...keeper, body: { name } })
    expect((await freeze('2026年')).status).toBe(200)
    const path = `/api/control/years/${encodeURIComponent('2026年')}`
    const frozen = await served.ask('GET', path, keeper)
    const person = { person: 'p', name: '王', post: '', role: 'owner' } as const
    await served.server.context.rooms.edit(shared.id, person, () => [
      { kind: 'set', root: 'risks', id: 'r', field: 'level', value: 'low' },
    ])
    expect((await freeze('2026年')).status).toBe(409)
    expect((await freeze('2027年')).status).toBe(200)
    expect((await served.ask('GET', path, keeper)).text).toBe(frozen.text)
    const body = { before: '2026年', after: '2027年' }
    const compared = await served.ask('POST', '/api/control/years/compare', { ...keeper, body })
    const rows = compared.json['rows'] as object[]
    expect(rows.at(-1)).toEqual({
      office: '',
      before: 1,
      found: 0,
      gone: 0,
      up: 0,
      down: 1,
      held: 0,
      after: 1,
    })
    for (const token of Object.values(shared.tokens))
      expect((await served.ask('GET', '/api/control/risks', { token })).status).toBe(403)
  })
})

describe('[CN13] nothing of it is anywhere else', () => {
  it('not in what any share link opens, nor in public', async () => {
    const body = { reviewedBy: '王审查（办公室）', despite: '试用' }
    const posted = await served.ask('POST', `/api/charts/${shared.id}/publications`, { ...admin, body })
    const publicId = String(posted.json['publicId'])
    const own = ['', '/review', '/journal', '/revisions', '/checks', '/conflicts', '/publications']
    const paths = [
      ...own.map((path) => `/api/charts/${shared.id}${path}`),
      ...['', '.json', '.svg', '.txt'].map((ending) => `/p/${publicId}${ending}`),
      '/api/charts',
      '/api/catalogue',
      '/api/review',
      '/api/todo',
      '/metrics',
      '/healthz',
    ]
    const asked = [...roles.map((role) => shared.tokens[role]), undefined]
    for (const path of paths)
      for (const token of asked)
        expect((await served.ask('GET', path, { token })).text, path).not.toContain(canary)
    const events = await served.ask('GET', `/api/charts/${shared.id}/control`, admin)
    expect(events.text, 'the canary would be found').toContain(canary)
    expect(served.reported).toEqual([])
  })
})
