import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { writeChartFile } from '../../../src/files/chartFile/writeChartFile.ts'
import { closing } from '../../../src/protocol/closing.ts'
import { chartOf } from '../../support/chartOf.ts'
import type { Answered, Served } from '../../support/served.ts'
import { startServed } from '../../support/served.ts'

let served: Served
let token: string

beforeAll(async () => {
  served = await startServed()
  token = served.server.administrator!
})
afterAll(async () => served.close())

const file = writeChartFile(chartOf('受理 → 决定'))
const errorOf = ({ json }: Answered) => json['error'] as { readonly code: string; readonly message: string }
const tokenIn = ({ json }: Answered) => String(json['link']).split('#')[1]!
const redeem = async (secret: string, cookie?: string) =>
  served.ask('POST', '/api/redeem', { body: { token: secret, name: '王五' }, cookie })
const makeLink = async (body: object, by: object = { token }) =>
  served.ask('POST', '/api/links', { ...by, body })

/** Opens a connection of this session; resolves when it is up. */
async function connected(chart: string, credential: object) {
  const { json } = await served.ask('POST', `/api/charts/${chart}/ticket`, credential)
  const socket = new WebSocket(
    `${served.url.replace('http', 'ws')}/sync/${chart}?ticket=${String(json['ticket'])}`,
  )
  const closed = new Promise<number>((resolve) => socket.once('close', resolve))
  await new Promise((resolve) => socket.once('message', resolve))
  return { closed }
}

describe('the door', () => {
  it.each([
    ['POST', '/api/charts', file],
    ['PUT', '/api/charts/made-in-browser', undefined],
    ['GET', '/api/charts', undefined],
    ['GET', '/api/catalogue', undefined],
    ['PATCH', '/api/catalogue', { changes: [] }],
    ['POST', '/api/catalogue/rename', { what: 'unit', from: '甲', to: '乙' }],
    ['GET', '/api/unit', undefined],
    ['GET', '/api/review', undefined],
    ['GET', '/api/links', undefined],
    ['POST', '/api/links', { scope: 'administrator' }],
    ['GET', '/api/sessions', undefined],
  ])('[AC10] gives nothing to whoever only typed a name: %s %s', async (method, path, body) => {
    const named = await served.ask('PUT', '/api/me', { body: { name: '路人' } })
    expect(named.status).toBe(200)
    for (const who of [{}, { cookie: named.cookie }]) {
      const refused = await served.ask(method, path, { ...who, body })
      expect([refused.status, errorOf(refused).code]).toEqual([401, 'not-signed-in'])
      expect(errorOf(refused).message).toContain('单位链接')
    }
    expect(await served.server.context.store.people.sessions(0)).toEqual([])
  })

  it('[AC10] keeps out a name from before, whose person holds no link', async () => {
    const { store, access } = served.server.context
    await store.people.create({ id: 'old', name: '旧人', post: '' }, 1)
    const session = await access.begin({ id: 'old', name: '旧人', post: '' })
    const refused = await served.ask('POST', '/api/charts', { cookie: `qingquan=${session}`, body: file })
    expect(refused.status).toBe(401)
    await store.people.endSession((await store.people.sessions(0))[0]!.id)
  })

  it('[AC10] opens to everybody where the setting says so', async () => {
    const open = await startServed({ access: { whoMaySave: 'anyone' } })
    const { cookie } = await open.ask('PUT', '/api/me', { body: { name: '路人' } })
    expect((await open.ask('PUT', '/api/charts/made-in-browser', { cookie })).json).toEqual({ role: 'owner' })
    expect((await open.ask('GET', '/api/catalogue', { cookie })).status).toBe(403)
    await open.close()
  })

  it('[AC11] opens by a link of the unit: charts are made, the catalogue is seen by its role', async () => {
    const cookie = await served.member({ catalogue: 'view' })
    const made = await served.ask('POST', '/api/charts', { cookie, body: file })
    expect(made.status).toBe(200)
    expect((await served.ask('GET', '/api/catalogue', { cookie })).json).toMatchObject({ may: 'read' })
    const other = await served.chart()
    expect((await served.ask('GET', `/api/charts/${other.id}`, { cookie })).status).toBe(403)
    expect((await served.ask('GET', '/api/me', { cookie })).json).toMatchObject({
      administrator: false,
      mayCreate: true,
      mayPublish: false,
      catalogue: 'view',
    })
    // Who came by the link of a chart works there, and makes none of their own.
    const guest = (await redeem(other.tokens.editor)).cookie
    expect(errorOf(await served.ask('POST', '/api/charts', { cookie: guest, body: file })).code).toBe(
      'may-not-create',
    )
    expect((await served.ask('GET', `/api/charts/${other.id}`, { cookie: guest })).status).toBe(200)
  })

  it('[AC12] lets publish whom an administrator gave that right, and nobody else', async () => {
    const cookie = await served.member()
    const id = String((await served.ask('POST', '/api/charts', { cookie, body: file })).json['id'])
    const publish = async (by: object) =>
      served.ask('POST', `/api/charts/${id}/publications`, {
        ...by,
        body: { reviewedBy: '王审查', despite: '试用' },
      })
    expect(errorOf(await publish({ cookie })).code).toBe('may-not-publish')
    const links = `/api/charts/${id}/links`
    const body = { role: 'owner', publishes: true }
    expect((await served.ask('POST', links, { cookie, body })).status).toBe(403)
    const given = tokenIn(await served.ask('POST', links, { token, body }))
    expect((await publish({ token: given })).status).toBe(200)
    expect((await publish({ token })).status).toBe(200)
    const publisher = await served.member({ publishes: true })
    expect((await publish({ cookie: publisher })).status).toBe(403)
  })
})

describe('links of administrators', () => {
  it('[AC13] are several, listed with who used them, rotated and revoked', async () => {
    const made = await makeLink({ scope: 'administrator', name: '副手' })
    const { cookie } = await redeem(tokenIn(made))
    const listed = (await served.ask('GET', '/api/links', { cookie })).json['links'] as {
      readonly id: string
    }[]
    expect(listed.find(({ id }) => id === made.json['id'])).toMatchObject({
      scope: 'administrator',
      name: '副手',
      mine: true,
      uses: [{ name: '王五' }],
    })
    const thief = (await redeem(tokenIn(made))).cookie
    const rotated = await served.ask('POST', `/api/links/${String(made.json['id'])}/rotate`, { cookie })
    expect((await served.ask('GET', '/api/links', { cookie: thief })).status).toBe(401)
    expect((await served.ask('GET', '/api/links', { token: tokenIn(made) })).status).toBe(401)
    expect((await served.ask('GET', '/api/links', { cookie })).status).toBe(200)
    expect((await served.ask('GET', '/api/links', { token: tokenIn(rotated) })).status).toBe(200)
    const path = `/api/links/${String(rotated.json['id'])}`
    expect(errorOf(await served.ask('DELETE', path, { cookie })).message).toContain('您自己也失去')
    expect((await served.ask('DELETE', `${path}?own=1`, { cookie })).status).toBe(200)
    expect((await served.ask('GET', '/api/links', { cookie })).status).toBe(401)
  })

  it('[AC13] are never all revoked from the page', async () => {
    const links = (await served.ask('GET', '/api/links', { token })).json['links'] as {
      readonly id: string
      readonly scope: string
      readonly revokedAt?: number
    }[]
    const last = links.find(({ scope, revokedAt }) => scope === 'administrator' && revokedAt === undefined)!
    const refused = await served.ask('DELETE', `/api/links/${last.id}?own=1`, { token })
    expect([refused.status, errorOf(refused).message]).toEqual([409, expect.stringContaining('最后一条')])
  })

  it('[AC13] cannot be reached by the links of a chart', async () => {
    const { id, tokens } = await served.chart()
    expect((await served.ask('GET', '/api/links', { token: tokens.owner })).status).toBe(403)
    const [share] = await served.server.context.store.links.list(id)
    expect((await served.ask('DELETE', `/api/links/${share!.id}`, { token })).status).toBe(404)
  })
})

describe('sessions', () => {
  it('[AC14] are listed and ended, with their connections, and by logging out', async () => {
    const { id, tokens } = await served.chart()
    const [one, other] = [(await redeem(tokens.editor)).cookie!, (await redeem(tokens.editor)).cookie!]
    const own = (await served.ask('GET', '/api/sessions', { cookie: one })).json['sessions'] as object[]
    expect(own).toMatchObject([{ name: '王五', administrator: false, mine: true }])
    const { closed } = await connected(id, { cookie: one })
    const { id: session } = own[0] as { readonly id: string }
    expect((await served.ask('DELETE', `/api/sessions/${session}`, { cookie: other })).status).toBe(404)
    expect((await served.ask('DELETE', `/api/sessions/${session}`, { token })).status).toBe(200)
    expect(await closed).toBe(closing.noAccess)
    expect((await served.ask('GET', `/api/charts/${id}`, { cookie: one })).status).toBe(401)
    await served.ask('POST', '/api/logout', { cookie: other })
    expect((await served.ask('GET', `/api/charts/${id}`, { cookie: other })).status).toBe(401)
  })

  it('[AC14] end by lack of use', async () => {
    const short = await startServed({ access: { sessionIdle: -1 } })
    const cookie = await short.member()
    expect((await short.ask('GET', '/api/me', { cookie })).status).toBe(401)
    await short.close()
  })
})

describe('the limits of a link', () => {
  it('[AC15] end an open connection when it runs out', async () => {
    const { id, tokens } = await served.chart()
    const made = await served.ask('POST', `/api/charts/${id}/links`, {
      token: tokens.owner,
      body: { role: 'editor', expiresAt: Date.now() + 1500 },
    })
    const { cookie } = await redeem(tokenIn(made))
    const byCookie = await connected(id, { cookie })
    const byToken = await connected(id, { token: tokenIn(made) })
    expect([await byCookie.closed, await byToken.closed]).toEqual([closing.noAccess, closing.noAccess])
    expect((await served.ask('GET', `/api/charts/${id}`, { cookie })).status).toBe(403)
    for (const path of ['/revisions', '/journal', '/review'])
      expect((await served.ask('GET', `/api/charts/${id}${path}`, { cookie })).status).toBe(403)
  })

  it('[AC15] count a program that shows it, and are in its record of use', async () => {
    const { id, tokens } = await served.chart()
    const by = { token: tokens.owner }
    const made = await served.ask('POST', `/api/charts/${id}/links`, {
      ...by,
      body: { role: 'editor', maxUses: 1 },
    })
    for (let n = 0; n < 3; n += 1)
      expect((await served.ask('GET', `/api/charts/${id}`, { token: tokenIn(made) })).status).toBe(200)
    expect(errorOf(await redeem(tokenIn(made))).code).toBe('link-used-up')
    const { json } = await served.ask('GET', `/api/charts/${id}/links`, by)
    const listed = (json['links'] as { readonly id: string }[]).find((link) => link.id === made.json['id'])
    expect(listed).toMatchObject({ uses: [{ address: '127.0.0.1' }] })
  })

  it('[AC15] and a link that a person used up is refused to a program', async () => {
    const made = await makeLink({ scope: 'unit', maxUses: 1 })
    await redeem(tokenIn(made))
    expect(errorOf(await served.ask('GET', '/api/unit', { token: tokenIn(made) })).code).toBe('link-used-up')
  })

  it('[AC16] are told to who lost access, and what becomes of their copy', async () => {
    const { id, tokens } = await served.chart()
    const standing = async (cookie: string | undefined) =>
      (await served.ask('GET', `/api/charts/${id}/standing`, { cookie })).json
    const links = `/api/charts/${id}/links`
    for (const copies of ['remove', 'lock']) {
      const made = await served.ask('POST', links, { token: tokens.owner, body: { role: 'viewer', copies } })
      const { cookie } = await redeem(tokenIn(made))
      expect(await standing(cookie)).toEqual({ state: 'open', role: 'viewer' })
      await served.ask('DELETE', `${links}/${String(made.json['id'])}`, { token: tokens.owner })
      expect(await standing(cookie)).toEqual({ state: 'ended', copies })
    }
    expect(await standing(await served.member())).toEqual({ state: 'none' })
  })
})
