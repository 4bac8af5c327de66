/** The board with the real server behind it, and the page of every real chart. */
import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readChartFile } from '../../src/files/chartFile/readChartFile.ts'
import { externalEdition } from '../../src/model/editions/externalEdition.ts'
import { renderPublication } from '../../src/publicationRenderer/publication.ts'
import { chartOf, counting, withEnds } from '../support/chartOf.ts'
import type { Served, SharedChart } from '../support/served.ts'
import { startServed } from '../support/served.ts'

let served: Served

beforeAll(async () => {
  served = await startServed()
})
afterAll(async () => served.close())

const header = { title: '许可', powerKind: 'licensing', supervisionPhone: '0551-12345' } as const
const drawn = withEnds(chartOf('申请 → 审查 → 决定', {}, header))

async function publish(chart: SharedChart, more: object = {}) {
  const body = { reviewedBy: '王审查（办公室主任）', ...more }
  return served.ask('POST', `/api/charts/${chart.id}/publications`, { token: chart.tokens.owner, body })
}

const list = async ({ id, tokens }: SharedChart) =>
  (await served.ask('GET', `/api/charts/${id}/publications`, { token: tokens.viewer })).json['publications']

const status = async (id: unknown) => (await served.ask('GET', `/p/${String(id)}`)).status

describe('what hangs on the board', () => {
  it('[BD2] is withdrawn while its chart is in the bin, and back when the chart is', async () => {
    const chart = await served.chart(drawn)
    const { publicId } = (await publish(chart)).json
    const owner = { token: chart.tokens.owner }
    await served.ask('DELETE', `/api/charts/${chart.id}`, owner)
    expect(await status(publicId)).toBe(410)
    expect((await served.ask('GET', `/p/${String(publicId)}.json`)).text).not.toContain('审查')
    await served.ask('POST', `/api/charts/${chart.id}/putBack`, owner)
    expect(await status(publicId)).toBe(200)
  })

  it('[BD6] does not come back when the one that took its place is withdrawn', async () => {
    const chart = await served.chart(drawn)
    const first = (await publish(chart)).json['publicId']
    const second = (await publish(chart)).json['publicId']
    await served.ask('DELETE', `/api/charts/${chart.id}/publications/${String(second)}`, {
      token: chart.tokens.owner,
    })
    expect([await status(first), await status(second)]).toEqual([410, 410])
    expect(await list(chart)).toMatchObject([{ state: 'withdrawn' }, { state: 'replaced' }])
    const third = (await publish(chart)).json['publicId']
    expect([await status(first), await status(second), await status(third)]).toEqual([302, 302, 200])
  })

  it('[PO5] is listed with its address, who reviewed and who posted: a script by the role of its link', async () => {
    const chart = await served.chart(drawn)
    const { link } = (await publish(chart)).json
    expect(await list(chart)).toMatchObject([
      { link, reviewedBy: '王审查（办公室主任）', approver: '负责人', state: 'current', stale: false },
    ])
  })

  it('[PO6] carries the reason for which risks are shown', async () => {
    const risks = [{ id: 'r', order: 'a', step: '决定', text: '不按条件许可' }]
    const chart = await served.chart({ ...drawn, risks })
    await publish(chart)
    const { publicId } = (await publish(chart, { disclose: { risks: true }, reason: '按省清单要求公布' }))
      .json
    const [now, before] = (await list(chart)) as readonly { readonly reason?: string }[]
    expect(now?.reason).toBe('按省清单要求公布')
    expect(before).not.toHaveProperty('reason')
    expect((await served.ask('GET', `/p/${String(publicId)}`)).text).toContain('不按条件许可')
  })

  it('[PO6] leaves no revision behind where it was refused', async () => {
    const chart = await served.chart(drawn)
    const { status, json } = await publish(chart, { hash: '0'.repeat(64) })
    expect([status, (json['error'] as { code: string }).code]).toEqual([409, 'refused'])
    const { json: history } = await served.ask('GET', `/api/charts/${chart.id}/revisions`, {
      token: chart.tokens.owner,
    })
    expect((history['revisions'] as { kind: string }[]).filter(({ kind }) => kind === 'published')).toEqual(
      [],
    )
    expect(await list(chart)).toEqual([])
  })

  it('[PO5] cannot be put there or taken away by whoever may only edit', async () => {
    const chart = await served.chart(drawn)
    const { publicId } = (await publish(chart)).json
    const editor = { token: chart.tokens.editor, body: { reviewedBy: '王审查', despite: '试用' } }
    const at = `/api/charts/${chart.id}/publications`
    for (const [method, path] of [
      ['POST', at],
      ['POST', `${at}/preview`],
      ['DELETE', `${at}/${String(publicId)}`],
    ] as const)
      expect((await served.ask(method, path, editor)).status).toBe(403)
    expect(await status(publicId)).toBe(200)
  })
})

const flows = new URL('../fixtures/flows/', import.meta.url)

describe('the page of a real chart', () => {
  it.each(readdirSync(flows).filter((name) => name.endsWith('.json')))(
    '[BD4] %s is light, without script, and says every step in words',
    async (name) => {
      const { chart } = readChartFile(readFileSync(new URL(name, flows), 'utf8'), counting())
      const edition = externalEdition(chart, {})
      const { html } = await renderPublication(edition, 'flow', { postedOn: '2026-11-22' })
      expect(Buffer.byteLength(html)).toBeLessThan(100_000)
      expect(html).not.toMatch(/<script|<link|<img|url\(|@import|\son\w+=|javascript:/i)
      const list = html.slice(html.lastIndexOf('</svg>'))
      for (const step of edition.steps)
        expect(list).toContain(step.name.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`))
    },
  )
})
