import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { closing } from '../../../src/protocol/closing.ts'
import type { Role } from '../../../src/protocol/roles.ts'
import { roles } from '../../../src/protocol/roles.ts'
import { apiWords } from '../../../src/text/messages/api.ts'
import type { Served, SharedChart } from '../../support/served.ts'
import { startServed } from '../../support/served.ts'

let served: Served
let chart: SharedChart

beforeAll(async () => {
  served = await startServed()
  chart = await served.chart()
})
afterAll(async () => served.close())

/** Who may do what, as the issue has it; `-` is nobody's link, `other` an owner of another chart. */
const matrix: readonly (readonly [method: string, path: string, body: unknown, allowed: readonly Role[]])[] =
  [
    ['GET', '', undefined, ['owner', 'editor', 'reviewer', 'viewer']],
    ['GET', '/checks', undefined, ['owner', 'editor', 'reviewer', 'viewer']],
    ['GET', '/review', undefined, ['owner', 'editor', 'reviewer', 'viewer']],
    ['GET', '/revisions', undefined, ['owner', 'editor', 'reviewer', 'viewer']],
    ['GET', '/journal', undefined, ['owner', 'editor', 'reviewer', 'viewer']],
    ['GET', '/conflicts', undefined, ['owner', 'editor', 'reviewer', 'viewer']],
    ['GET', '/publications', undefined, ['owner', 'editor', 'reviewer', 'viewer']],
    ['POST', '/ticket', undefined, ['owner', 'editor', 'reviewer', 'viewer']],
    ['POST', '/revisions', { name: '一稿' }, ['owner', 'editor']],
    [
      'POST',
      '/review',
      { kind: 'mark', target: { on: 'chart' }, what: 'unclear', text: '看不懂' },
      ['owner', 'reviewer'],
    ],
    [
      'POST',
      '/review',
      { kind: 'comment', target: { on: 'chart' }, text: '再想想' },
      ['owner', 'editor', 'reviewer'],
    ],
    ['GET', '/links', undefined, ['owner']],
    ['POST', '/links', { role: 'viewer', name: '给财务科的链接' }, ['owner']],
    ['POST', '/publications/preview', {}, ['owner']],
  ]

describe('roles and routes', () => {
  it.each(matrix)('[AC1] %s %s', async (method, path, body, allowed) => {
    const other = await served.chart()
    for (const role of roles) {
      const { status } = await served.ask(method, `/api/charts/${chart.id}${path}`, {
        token: chart.tokens[role],
        body,
      })
      expect([role, status]).toEqual([role, allowed.includes(role) ? 200 : 403])
    }
    const strangers = [{ token: other.tokens.owner }, {}, { token: 'nonsense' }]
    const answers = await Promise.all(
      strangers.map(async (who) => served.ask(method, `/api/charts/${chart.id}${path}`, { ...who, body })),
    )
    expect(answers.map(({ status }) => status)).toEqual([403, 401, 401])
  })

  it('[AC2] answers 403 for a chart that is not there as for one that is somebody else’s', async () => {
    const { status, json } = await served.ask('GET', '/api/charts/no-such-chart', {
      token: chart.tokens.owner,
    })
    expect(status).toBe(403)
    expect(json['error']).toEqual({ code: 'no-right', message: '您的链接没有这项权限。' })
  })

  it('[AC3] lists to each only what they may see', async () => {
    const { json } = await served.ask('GET', '/api/charts', { token: chart.tokens.reviewer })
    expect(json['charts']).toMatchObject([{ id: chart.id, role: 'reviewer', steps: 3 }])
  })

  it('[AC4] keeps of a token only its hash', async () => {
    const links = await served.server.context.store.links.list(chart.id)
    expect(links).toHaveLength(roles.length + 1)
    for (const token of Object.values(chart.tokens)) expect(JSON.stringify(links)).not.toContain(token)
  })
})

describe('share links', () => {
  it('[AC5] give a session that no script can read, and say who used them when', async () => {
    const link = await make({ role: 'editor', name: '给财务科的链接' })
    const opened = await redeem(link.token, { name: '张三', post: '科员' })
    expect(opened.json).toMatchObject({ role: 'editor', chart: chart.id })
    expect(opened.headers.get('Set-Cookie')).toMatch(/HttpOnly/)
    const me = await served.ask('GET', '/api/me', { cookie: opened.cookie })
    expect(me.json).toMatchObject({ name: '张三', post: '科员', administrator: false })
    const { json } = await served.ask('GET', `/api/charts/${chart.id}/links`, { token: chart.tokens.owner })
    const found = (json['links'] as { id: string; uses: object[] }[]).find(({ id }) => id === link.id)
    expect(found?.uses).toMatchObject([{ name: '张三', post: '科员' }])
  })

  it('[AC5] add up: the strongest counts, and one session holds several', async () => {
    const first = await redeem(chart.tokens.viewer)
    const second = await redeem(chart.tokens.editor, {}, first.cookie)
    expect(second.json).toMatchObject({ role: 'editor' })
    const third = await redeem(chart.tokens.viewer, {}, first.cookie)
    expect(third.json).toMatchObject({ role: 'editor' })
  })

  it('[AC6] run out, are used up, and ask for a password', async () => {
    const once = await make({ role: 'viewer', maxUses: 1 })
    const opened = await redeem(once.token)
    expect(opened.status).toBe(200)
    expect((await redeem(once.token, {}, opened.cookie)).status).toBe(200)
    expect((await redeem(once.token)).json['error']).toMatchObject({ code: 'link-used-up' })
    const secret = await make({ role: 'viewer', password: '清廉2026' })
    expect((await redeem(secret.token)).json['error']).toMatchObject({ code: 'password-needed' })
    expect((await redeem(secret.token, { password: '猜' })).json['error']).toMatchObject({
      code: 'wrong-password',
    })
    expect((await redeem(secret.token, { password: '清廉2026' })).status).toBe(200)
    const soon = await make({ role: 'viewer', expiresAt: Date.now() + 300 })
    await expect.poll(async () => (await redeem(soon.token)).status).toBe(401)
  })

  it('[AC6] are changed later, which holds at once for whoever came by them', async () => {
    const link = await make({ role: 'viewer', maxUses: 2, password: '旧' })
    const opened = await redeem(link.token, { password: '旧' })
    const change = async (body: object) =>
      served.ask('PATCH', `/api/charts/${chart.id}/links/${link.id}`, { token: chart.tokens.owner, body })
    expect((await change({ name: '给财务科', password: '新', maxUses: 1 })).status).toBe(200)
    expect((await redeem(link.token, { password: '新' })).json['error']).toMatchObject({
      code: 'link-used-up',
    })
    expect((await change({ maxUses: null, expiresAt: Date.now() + 60_000 })).status).toBe(200)
    expect((await redeem(link.token, { password: '旧' })).json['error']).toMatchObject({
      code: 'wrong-password',
    })
    expect((await redeem(link.token, { password: '新' })).status).toBe(200)
    expect((await change({ password: null })).status).toBe(200)
    expect((await redeem(link.token)).status).toBe(200)
    const read = async () =>
      (await served.ask('GET', `/api/charts/${chart.id}`, { cookie: opened.cookie })).status
    expect(await read()).toBe(200)
    expect((await change({ expiresAt: Date.now() + 150 })).status).toBe(200)
    await expect.poll(read).toBe(403)
    const refused = [{ maxUses: 1 }, { maxUses: 0 }, { expiresAt: 5 }, { password: '' }]
    for (const body of refused) expect([body, (await change(body)).status]).toEqual([body, 400])
    await served.ask('DELETE', `/api/charts/${chart.id}/links/${link.id}`, { token: chart.tokens.owner })
    expect((await change({ name: '又' })).json['error']).toMatchObject({ message: apiWords.linkGone })
    const by = async (token: string) =>
      (await served.ask('PATCH', `/api/charts/${chart.id}/links/${link.id}`, { token, body: {} })).status
    expect(await by(chart.tokens.editor)).toBe(403)
  })

  it('[AC18] of the last owner get no end', async () => {
    const own = await served.chart()
    const token = own.tokens.owner
    const { json } = await served.ask('GET', `/api/charts/${own.id}/links`, { token })
    const { id } = (json['links'] as readonly { id: string; role: Role }[]).find(
      ({ role }) => role === 'owner',
    )!
    const at = `/api/charts/${own.id}/links/${id}`
    for (const body of [{ maxUses: 9 }, { expiresAt: Date.now() + 60_000 }])
      expect((await served.ask('PATCH', at, { token, body })).status).toBe(409)
    expect((await served.ask('PATCH', at, { token, body: { name: '我的' } })).status).toBe(200)
  })

  it('[AC6] let nobody guess a password for long', async () => {
    const secret = await make({ role: 'viewer', password: '清廉2026' })
    const codes: unknown[] = []
    for (let i = 0; i < 11; i += 1) codes.push((await redeem(secret.token, { password: `${i}` })).status)
    expect(codes.at(-1)).toBe(429)
  })

  it('[AC18] of an owner are never all taken back, but by an administrator', async () => {
    const own = await served.chart()
    const token = own.tokens.owner
    const listed = async () =>
      (await served.ask('GET', `/api/charts/${own.id}/links`, { token })).json['links'] as readonly {
        readonly id: string
        readonly role: Role
      }[]
    const [last] = (await listed()).filter(({ role }) => role === 'owner')
    const path = `/api/charts/${own.id}/links/${last!.id}`
    const refused = await served.ask('DELETE', path, { token })
    expect([refused.status, JSON.stringify(refused.json)]).toEqual([409, expect.stringContaining('最后一条')])
    expect(await listed()).not.toEqual([])
    await served.ask('POST', `/api/charts/${own.id}/links`, { token, body: { role: 'owner', name: '接手' } })
    expect((await served.ask('DELETE', path, { token })).status).toBe(200)
  })

  it('[AC7] end open connections within a second when they are taken back', async () => {
    const link = await make({ role: 'editor' })
    const { cookie } = await redeem(link.token)
    const { json } = await served.ask('POST', `/api/charts/${chart.id}/ticket`, { cookie })
    const socket = new WebSocket(
      `${served.url.replace('http', 'ws')}/sync/${chart.id}?ticket=${String(json['ticket'])}`,
    )
    await new Promise((resolve) => socket.once('message', resolve))
    const closed = new Promise<number>((resolve) => socket.once('close', resolve))
    const began = Date.now()
    await served.ask('DELETE', `/api/charts/${chart.id}/links/${link.id}`, { token: chart.tokens.owner })
    expect(await closed).toBe(closing.noAccess)
    expect(Date.now() - began).toBeLessThan(1000)
    expect((await served.ask('GET', `/api/charts/${chart.id}`, { cookie })).status).toBe(403)
  })

  it('[AC8] give tickets that are good once, for one chart', async () => {
    const { json } = await served.ask('POST', `/api/charts/${chart.id}/ticket`, {
      token: chart.tokens.viewer,
    })
    const address = (id: string) =>
      `${served.url.replace('http', 'ws')}/sync/${id}?ticket=${String(json['ticket'])}`
    expect(await opens(address(chart.id))).toBe(101)
    expect(await opens(address(chart.id))).toBe(401)
    const next = await served.ask('POST', `/api/charts/${chart.id}/ticket`, { token: chart.tokens.viewer })
    const other = await served.chart()
    expect(
      await opens(
        `${served.url.replace('http', 'ws')}/sync/${other.id}?ticket=${String(next.json['ticket'])}`,
      ),
    ).toBe(401)
  })

  it('[AC9] of the administrator open every chart', async () => {
    const { json, cookie } = await served.ask('POST', '/api/redeem', {
      body: { token: served.server.administrator },
    })
    expect(json['role']).toBe('owner')
    expect((await served.ask('GET', `/api/charts/${chart.id}`, { cookie })).status).toBe(200)
    expect((await served.ask('GET', '/api/me', { cookie })).json['administrator']).toBe(true)
  })
})

const redeem = async (token: string, more: object = {}, cookie?: string) =>
  served.ask('POST', '/api/redeem', { body: { chart: chart.id, token, ...more }, cookie })

const make = async (link: object) => {
  const { json } = await served.ask('POST', `/api/charts/${chart.id}/links`, {
    token: chart.tokens.owner,
    body: link,
  })
  return { id: json['id'] as string, token: (json['link'] as string).split('#')[1]! }
}

/** The status of the upgrade. */
async function opens(address: string): Promise<number> {
  const socket = new WebSocket(address)
  return new Promise((resolve) => {
    socket.once('open', () => {
      socket.close()
      resolve(101)
    })
    socket.once('unexpected-response', (_, answer) => resolve(answer.statusCode ?? 0))
    socket.once('error', () => undefined)
  })
}
