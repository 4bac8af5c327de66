import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { highMediumLow } from '../../../src/model/grading.ts'
import { backUp, restore } from '../../../src/server/store/backup.ts'
import { discPng, signedPng } from '../../support/discPng.ts'
import type { Served, SharedChart } from '../../support/served.ts'
import { startServed } from '../../support/served.ts'

let served: Served
let token: string

beforeEach(async () => {
  served = await startServed()
  token = served.server.administrator!
})
afterEach(async () => served.close())

const at = '/api/unit'
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const change = async (body: unknown, who = token) => served.ask('PATCH', at, { token: who, body })
const read = async (who = token) => (await served.ask('GET', at, { token: who })).json
const wordsOf = ({ json }: { readonly json: object }) =>
  (json as { readonly error: { readonly message: string } }).error.message

const wrong: readonly (readonly [body: unknown, place: string, why: string])[] = [
  [{ name: '局'.repeat(101) }, '“name”', '太长'],
  [{ name: 7 }, '“name”', '不能填'],
  [{ style: 'pink' }, '“style”', '不能填'],
  [{ noticeWord: '某廉〔2026〕' }, '“noticeWord”', '不带括号'],
  [{ grading: { ...highMediumLow, levels: [] } }, '“grading”', '至少要有一个等级'],
  [{ grading: '高中低' }, '“grading”', '不能填'],
  [{ emblem: '不是图片' }, '“emblem”', '不是能用的 PNG'],
  [{ emblem: 7 }, '“emblem”', '不是能用的 PNG'],
  [{ emblem: base64(discPng(601)) }, '“emblem”', '600 像素'],
  [{ emblem: base64(new Uint8Array(300 * 1024 + 1)) }, '“emblem”', '300 KB'],
  [{ owner: '某人' }, '请求', '单位设置的栏目'],
]

describe('单位设置', () => {
  it('[UN10] is read by everybody who came by a link and set by the administrator alone', async () => {
    const chart = await served.chart()
    expect((await change({ name: '某市住建局', supervisionPhone: '12345' })).status).toBe(200)
    for (const who of Object.values(chart.tokens)) {
      expect(await read(who)).toEqual({ name: '某市住建局', supervisionPhone: '12345' })
      expect((await change({ name: '别的局' }, who)).status).toBe(403)
    }
    const guest = await served.ask('PUT', '/api/me', { body: { name: '张三' } })
    const asked = await served.ask('GET', at, { cookie: guest.cookie })
    expect(asked.status).toBe(401)
    for (const path of [at, `${at}/emblem`]) expect((await served.ask('GET', path)).status).toBe(401)
    expect(await read()).toMatchObject({ name: '某市住建局' })
  })

  it('[UN11] keeps what two administrators set in two fields; null takes a field away', async () => {
    await Promise.all([
      change({ name: ' 某市  住建局 ' }),
      change({ consultPhone: '0551-1' }),
      change({ style: 'blue' }),
      change({ grading: highMediumLow, noticeWord: '某建廉' }),
    ])
    const whole = { name: '某市 住建局', consultPhone: '0551-1', style: 'blue', noticeWord: '某建廉' }
    expect(await read()).toEqual({ ...whole, grading: highMediumLow })
    const { json } = await change({ grading: null, style: '', consultPhone: null })
    expect(json).toEqual({ name: '某市 住建局', noticeWord: '某建廉' })
  })

  it('[UN12] refuses what cannot be, in Chinese, with its place, and keeps nothing of it', async () => {
    for (const [body, place, why] of wrong) {
      const refused = await change({ consultPhone: '1', ...(body as object) })
      expect([refused.status, wordsOf(refused)]).toEqual([400, expect.stringContaining(place)])
      expect(wordsOf(refused)).toContain(why)
    }
    expect((await change('[]')).status).toBe(400)
    expect(await read()).toEqual({})
  })

  it('[UN12] keeps the emblem as pixels that say nothing else, under a name of its own', async () => {
    expect((await served.ask('GET', `${at}/emblem`, { token })).status).toBe(404)
    const { json } = await change({ emblem: base64(signedPng(discPng(60), 'Author\0王某')) })
    const picture = await fetch(`${served.url}${at}/emblem`, {
      headers: { Authorization: `Bearer ${token}` },
    })
    expect(picture.headers.get('Content-Type')).toBe('image/png')
    expect(Buffer.from(await picture.arrayBuffer())).toEqual(Buffer.from(discPng(60)))
    expect(json['emblem']).toMatch(/^[0-9a-f]{64}$/)
    // The same picture has the same name, another another: a browser knows whether to fetch it.
    expect((await change({ emblem: base64(discPng(60)) })).json).toEqual(json)
    expect((await change({ emblem: base64(discPng(61)) })).json['emblem']).not.toBe(json['emblem'])
    expect((await change({ emblem: null })).json).toEqual({})
    expect((await served.ask('GET', `${at}/emblem`, { token })).status).toBe(404)
  })

  it('[UN13] goes with a backup, and is there after a restart', async () => {
    await change({ name: '某局', emblem: base64(discPng(40)) })
    const before = await read()
    const folder = mkdtempSync(join(tmpdir(), 'qingquan-unit-'))
    const file = join(folder, 'copy.db')
    backUp(served.dataDir, file)
    await served.close()
    restore(join(folder, 'restored'), file, 'keep')
    served = await startServed({ dataDir: join(folder, 'restored') })
    expect(await read()).toEqual(before)
    expect((await served.ask('GET', `${at}/emblem`, { token })).status).toBe(200)
  })

  it('[AP7] stands in the documentation, with every field', async () => {
    const { text } = await served.ask('GET', '/api')
    expect(text).toContain('/api/unit')
    const { json } = await served.ask('GET', '/api/openapi.json')
    expect(JSON.stringify((json['paths'] as Record<string, object>)[at])).toContain('supervisionPhone')
  })
})

const notice = (number: string) => ({
  kind: 'issue',
  text: '',
  notice: {
    what: 'warning',
    colour: 'orange',
    number,
    addressee: '财务科',
    marks: [],
    deadline: '2026-12-01',
  },
})
const issue = async ({ id, tokens }: SharedChart, number: string) =>
  served.ask('POST', `/api/charts/${id}/review`, { token: tokens.reviewer, body: notice(number) })
const next = async ({ id, tokens }: SharedChart, year = 2026) =>
  (await served.ask('GET', `/api/charts/${id}/nextNotice?year=${year}`, { token: tokens.reviewer })).json[
    'number'
  ]

describe('文号', () => {
  it('[UN20] belongs to one notice of the whole unit, whichever chart it is about', async () => {
    const [one, other] = [await served.chart(), await served.chart()]
    expect((await issue(one, '某廉预〔2026〕3号')).status).toBe(200)
    const refused = await issue(other, ' 某廉预〔2026〕3号 ')
    expect([refused.status, wordsOf(refused)]).toEqual([409, expect.stringContaining('文号已经用过')])
    expect((await issue(one, '某廉预〔2026〕3号')).status).toBe(409)
    // A chart in the bin: its notices went out all the same.
    await served.ask('DELETE', `/api/charts/${one.id}`, { token: one.tokens.owner })
    expect((await issue(other, '某廉预〔2026〕3号')).status).toBe(409)
    expect((await issue(other, '某廉预〔2026〕4号')).status).toBe(200)
  })

  it('[UN20] is given once, however many ask for it at the same moment', async () => {
    const charts = await Promise.all(Array.from({ length: 8 }, async () => served.chart()))
    const answers = await Promise.all(charts.map(async (chart) => issue(chart, '某廉预〔2026〕1号')))
    const taken = answers.filter(({ status }) => status === 409)
    expect([answers.filter(({ status }) => status === 200).length, taken.length]).toEqual([1, 7])
  })

  it('[UN21] goes on where the unit is, in the row of its word and year', async () => {
    const [one, other] = [await served.chart(), await served.chart()]
    expect(await next(one)).toBe('〔2026〕1号')
    await change({ name: '某市住建局' })
    expect(await next(one)).toBe('某市住建局〔2026〕1号')
    for (const number of [
      '某廉督〔2026〕40号',
      '某廉预〔2026〕9号',
      '某廉预〔2026〕10号',
      '某廉预〔2025〕77号',
    ])
      await issue(one, number)
    // Of this chart the word that it used last; of a fresh one, that of the unit's last notice.
    expect(await next(one)).toBe('某廉预〔2026〕11号')
    expect(await next(other)).toBe('某廉预〔2026〕11号')
    expect(await next(other, 2027)).toBe('某廉预〔2027〕1号')
    await change({ noticeWord: '某廉督' })
    expect(await next(other)).toBe('某廉督〔2026〕41号')
    const viewer = await served.ask('GET', `/api/charts/${one.id}/nextNotice`, { token: one.tokens.viewer })
    expect(viewer.status).toBe(403)
  })
})
