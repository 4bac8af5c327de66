import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Chart } from '../../../src/model/chart.ts'
import type { Fields } from '../../../src/model/records/records.ts'
import { chartOf } from '../../support/chartOf.ts'
import type { Served, SharedChart } from '../../support/served.ts'
import { startServed } from '../../support/served.ts'

let served: Served

beforeAll(async () => {
  served = await startServed()
})
afterAll(async () => served.close())

const drawn = chartOf(
  '申请 → 密会签 → 决定',
  { 密会签: { internalOnly: true, note: '密备注' }, 决定: { materials: ['申请书'] } },
  {
    title: '食品经营许可流程图',
    unit: '某区市场监督管理局',
    supervisionPhone: '0551-12345',
    powerKind: 'licensing',
  },
)

const secretive: Chart = {
  ...drawn,
  risks: [{ id: 'r', order: 'a', step: '决定', text: '密风险表现', responsible: '密责任' }],
  measures: [{ id: 'm', order: 'a', text: '密防控措施', risks: ['r'] }],
}

async function publish(chart: SharedChart, more: object = {}) {
  return served.ask('POST', `/api/charts/${chart.id}/publications`, {
    token: chart.tokens.owner,
    body: { reviewedBy: '王审查', despite: '试用', ...more },
  })
}

async function steps(chart: SharedChart) {
  return served.server.context.rooms.chart(chart.id)
}

describe('公开', () => {
  it('[PB1] needs somebody who has reviewed it', async () => {
    const chart = await served.chart(secretive)
    const { status, json } = await publish(chart, { reviewedBy: ' ' })
    expect(status).toBe(400)
    expect((json['error'] as { message: string }).message).toContain('reviewedBy')
  })

  it('[PB14] posts nothing with open errors, leftovers, no telephone or opinions without a written reason, and keeps it', async () => {
    const words = '申请 → XX个工作日内决定'
    const chart = await served.chart(chartOf(words, {}, { title: '许可', powerKind: 'licensing' }))
    const { token } = { token: chart.tokens.owner }
    const mark = { kind: 'mark', target: { on: 'chart' }, what: 'unclear', text: '看不清' }
    await served.ask('POST', `/api/charts/${chart.id}/review`, { token: chart.tokens.reviewer, body: mark })
    const preview = await served.ask('POST', `/api/charts/${chart.id}/publications/preview`, {
      token,
      body: {},
    })
    const open = (preview.json['open'] as readonly string[]).join('；')
    for (const found of ['开始', 'XX', '监督投诉电话', '1 条审核意见']) expect(open).toContain(found)
    const refused = await publish(chart, { despite: undefined })
    expect(refused.status).toBe(409)
    expect((refused.json['error'] as { message: string }).message).toContain('写明仍然公开的理由')
    expect((await publish(chart, { despite: '经办公会同意先行公开' })).status).toBe(200)
    const { json } = await served.ask('GET', `/api/charts/${chart.id}/publications`, { token })
    expect(json['publications']).toMatchObject([{ reason: '仍然公开的理由：经办公会同意先行公开' }])
  })

  it('[PB14] an editor cannot waive away what wants a reason', async () => {
    const drawn = chartOf('申请 → 决定', {}, { title: '许可', powerKind: 'licensing' })
    const waiver = {
      id: 'w',
      rule: 'no-start',
      steps: ['申请'],
      reason: '不用',
      by: '经办人',
      on: '2026-01-01',
    }
    const chart = await served.chart({ ...drawn, waivers: [waiver] })
    const preview = await served.ask('POST', `/api/charts/${chart.id}/publications/preview`, {
      token: chart.tokens.owner,
      body: {},
    })
    expect((preview.json['open'] as readonly string[]).join('；')).toContain('经办人已豁免：不用')
  })

  it('[PB2] posts exactly the bytes that were looked at, in every format', async () => {
    const chart = await served.chart(secretive)
    const preview = await served.ask('POST', `/api/charts/${chart.id}/publications/preview`, {
      token: chart.tokens.owner,
      body: {},
    })
    expect(preview.json['scan']).toEqual([])
    const { json } = await publish(chart, { hash: preview.json['hash'] })
    const at = `/p/${String(json['publicId'])}`
    for (const format of ['json', 'svg', 'txt'] as const)
      expect((await served.ask('GET', `${at}.${format}`)).text).toBe(preview.json[format])
    const page = await served.ask('GET', at)
    expect(page.text).toBe((preview.json['html'] as string).replace('<!--notice-->', ''))
    expect(page.text.length).toBeLessThan(100_000)
    expect(page.text).toMatch(/申请[^]*决定[^]*申请书/)
    const png = await fetch(`${served.url}${at}.png`)
    expect(png.headers.get('Content-Type')).toBe('image/png')
    expect((await png.arrayBuffer()).byteLength).toBeGreaterThan(10_000)
  })

  it('[PB3] lets nothing internal out, whatever the format', async () => {
    const chart = await served.chart(secretive)
    const comment = {
      kind: 'comment',
      target: { on: 'step', id: '密步', name: '密名' },
      text: '@密人 密评论',
    }
    const said = await served.ask('POST', `/api/charts/${chart.id}/review`, {
      token: chart.tokens.editor,
      body: comment,
    })
    expect(said.status).toBe(200)
    const { json } = await publish(chart)
    for (const ending of ['', '.json', '.svg', '.txt'])
      expect((await served.ask('GET', `/p/${String(json['publicId'])}${ending}`)).text).not.toContain('密')
  })

  it('[PB12] posts nothing while a mark of what is internal was refused, until it is set well', async () => {
    const chart = await served.chart(secretive)
    const { rooms } = served.server.context
    const by = { person: 'x', name: '甲', post: '', role: 'editor' } as const
    const { id } = (await steps(chart)).steps[0]!
    const mark = async (fields: object) =>
      rooms.edit(chart.id, by, () => [{ kind: 'put', root: 'steps', id, fields: fields as Fields }])
    await expect(mark({ internalOnly: 'true' })).rejects.toThrow('wrong-content')
    const { status, json } = await publish(chart)
    expect(status).toBe(409)
    expect(JSON.stringify(json)).toContain('“申请”的“内部环节”')
    await mark({ name: '提出申请' })
    expect((await publish(chart)).status).toBe(409)
    await mark({ ...drawn.steps[0], internalOnly: false })
    expect((await publish(chart)).status).toBe(200)
  })

  it.each([
    ['𠮷林受理', '“𠮷”（U+20BB7）'],
    ['受理🚫', '“🚫”（U+1F6AB）'],
    ['受理\uD800', 'U+FFFD'],
    ['수리', '“수”（U+C218）'],
  ])('[PB13] refuses %j before it is posted, and names character and step', async (name, said) => {
    const chart = await served.chart(chartOf('申请 → 办理 → 决定', {}, drawn.header))
    const { rooms } = served.server.context
    const by = { person: 'x', name: '甲', post: '', role: 'editor' } as const
    const { steps: all } = await steps(chart)
    const fields = { ...all[1], name } as unknown as Fields
    await rooms.edit(chart.id, by, () => [{ kind: 'put', root: 'steps', id: all[1]!.id, fields }])
    const preview = await served.ask('POST', `/api/charts/${chart.id}/publications/preview`, {
      token: chart.tokens.owner,
      body: {},
    })
    const posted = await publish(chart)
    for (const { status, text } of [preview, posted]) {
      expect(status).toBe(409)
      expect(text).toContain(said)
      expect(text).toContain('第 2 个环节')
    }
  })

  it('[PB13] posts what only nobody sees, without it, and says so before', async () => {
    const chart = await served.chart(chartOf('申请☑ → 受\u200B理\u0008\u202E → 决定', {}, drawn.header))
    const preview = await served.ask('POST', `/api/charts/${chart.id}/publications/preview`, {
      token: chart.tokens.owner,
      body: {},
    })
    for (const code of ['U+202E', 'U+8']) expect(JSON.stringify(preview.json['scan'])).toContain(code)
    const { status, json } = await publish(chart)
    expect(status).toBe(200)
    const at = `/p/${String(json['publicId'])}`
    for (const ending of ['', '.svg', '.txt']) {
      const { text } = await served.ask('GET', `${at}${ending}`)
      expect(text).toContain('受理')
      for (const unseen of ['\u200B', '\u0008', '\u202E']) expect(text).not.toContain(unseen)
    }
    expect((await fetch(`${served.url}${at}.png`)).status).toBe(200)
  })

  it('[PB4] is blocked where a person wrote something internal into a public field', async () => {
    const leaking = chartOf(
      '申请 → 局长办公会密议 → 决定',
      { 局长办公会密议: { internalOnly: true }, 决定: { publicName: '局长办公会密议后决定' } },
      { title: '许可', powerKind: 'licensing' },
    )
    const chart = await served.chart(leaking)
    const { status, json } = await publish(chart)
    expect(status).toBe(409)
    expect((json['error'] as { message: string }).message).toContain('局长办公会密议')
  })

  it('[PB4] is refused for powers that have no external chart', async () => {
    const chart = await served.chart(chartOf('报销 → 付款', {}, { title: '报销', powerKind: 'finance' }))
    expect((await publish(chart)).status).toBe(409)
  })

  it('[PB5] points at what looks like a person’s number', async () => {
    const chart = await served.chart(
      chartOf('申请 → 找13812345678办理', {}, { title: '许可', powerKind: 'licensing' }),
    )
    const { json } = await served.ask('POST', `/api/charts/${chart.id}/publications/preview`, {
      token: chart.tokens.owner,
      body: {},
    })
    expect(json['scan']).toMatchObject([{ kind: 'mobile', found: '13812345678', blocks: false }])
  })

  it('[PB6] leads from a replaced chart to the current one, which says so', async () => {
    const chart = await served.chart(secretive)
    const first = String((await publish(chart)).json['publicId'])
    const second = String((await publish(chart)).json['publicId'])
    const old = await served.ask('GET', `/p/${first}`)
    expect([old.status, old.headers.get('Location')]).toEqual([302, `/p/${second}?was=${first}`])
    expect((await served.ask('GET', `/p/${first}.svg`)).headers.get('Location')).toBe(`/p/${second}.svg`)
    expect((await served.ask('GET', `/p/${second}?was=${first}`)).text).toContain('旧版，已被替换')
    expect((await served.ask('GET', `/p/${second}?was=<script>`)).text).not.toContain('<script>')
    await served.ask('DELETE', `/api/charts/${chart.id}/publications/${second}`, {
      token: chart.tokens.owner,
    })
    await served.ask('DELETE', `/api/charts/${chart.id}/publications/${first}`, { token: chart.tokens.owner })
    expect((await served.ask('GET', `/p/${first}`)).status).toBe(410)
    const { json } = await served.ask('GET', `/api/charts/${chart.id}/publications`, {
      token: chart.tokens.owner,
    })
    expect(json['publications']).toMatchObject([{ state: 'withdrawn' }, { state: 'withdrawn' }])
  })

  it('[PB7] says when the chart has changed since, and until when that is to be posted', async () => {
    const chart = await served.chart(secretive)
    await publish(chart)
    const state = async () =>
      (
        (await served.ask('GET', `/api/charts/${chart.id}/publications`, { token: chart.tokens.owner })).json[
          'publications'
        ] as { stale: boolean; updateBy?: string }[]
      )[0]!
    expect((await state()).stale).toBe(false)
    const before = await steps(chart)
    expect(before.steps).toHaveLength(3)
    await edit(chart, '申请')
    await expect.poll(async () => (await state()).stale).toBe(true)
    expect((await state()).updateBy).toMatch(/^\d{4}-\d\d-\d\d$/)
  })

  it('[BD3] answers under a policy that lets nothing in, with a tag', async () => {
    const chart = await served.chart(secretive)
    const at = `/p/${String((await publish(chart)).json['publicId'])}`
    const page = await served.ask('GET', at)
    expect(page.headers.get('Content-Security-Policy')).toMatch(/default-src 'none'; style-src 'sha256-/)
    expect(page.headers.get('Set-Cookie')).toBeNull()
    const again = await served.ask('GET', at, { headers: { 'If-None-Match': page.headers.get('ETag')! } })
    expect(again.status).toBe(304)
    expect((await served.ask('GET', '/p/nothing')).status).toBe(404)
  })
})

/** A change over the connection, as a browser makes it. */
async function edit(chart: SharedChart, step: string): Promise<void> {
  const { openScript } = await import('../../support/script.ts')
  const script = await openScript(served, chart, 'owner')
  await script.set('steps', step, 'name', '改过的申请')
  script.close()
}
