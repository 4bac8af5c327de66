/** What page and command line share when many charts are worked through. */
import { realChart } from '../../support/sheets.ts'
import { orientedContent, type PaperOrder } from '../../../src/sheet/pageContent.ts'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { chartBundle, chartFilesOf } from '../../../src/files/catalogue/chartBundle.ts'
import { whyNotPosted } from '../../../src/files/catalogue/whyNotPosted.ts'
import { runBatch } from '../../../src/files/catalogue/runBatch.ts'
import { chartSummaryOf } from '../../../src/model/catalogue/chartSummary.ts'
import type { CatalogueChart } from '../../../src/model/catalogue/row.ts'
import { externalEdition } from '../../../src/model/editions/externalEdition.ts'
import type { Edition } from '../../../src/model/editions/edition.ts'
import type { Chart, View } from '../../../src/model/chart.ts'
import { officeSheet } from '../../../src/sheet/officeSheet.ts'
import type { Page } from '../../../src/sheet/papers.ts'
import { chartOf } from '../../support/chartOf.ts'
import { expenses } from '../../support/registers.ts'

const done: NonNullable<CatalogueChart['review']> = {
  started: true,
  unsettled: 0,
  approved: true,
  changed: false,
}
const good: CatalogueChart = {
  id: 'c',
  title: '许可',
  role: 'owner',
  digest: chartSummaryOf(chartOf('申请 → 决定', {}, { title: '许可', powerKind: 'licensing' })),
  review: done,
}
const { digest: _digest, ...unread } = good

describe('many charts at once', () => {
  it('[CT22] [CT30] does one after another, names what fails, and stops where it is told', async () => {
    const begun: string[] = []
    const items = ['甲', '乙', '丙', '丁'].map((title) => ({ title }))
    const results = await runBatch(items, {
      work: async ({ title }) => {
        begun.push(title)
        if (title === '乙') throw new Error('坏了')
        return title.length
      },
      sayError: (error) => (error as Error).message,
      isStopped: () => begun.includes('丙'),
    })
    expect(results).toEqual([
      { title: '甲', ok: true, value: 1 },
      { title: '乙', ok: false, why: '坏了' },
      { title: '丙', ok: true, value: 1 },
    ])
  })

  it.each<[CatalogueChart, ReturnType<typeof whyNotPosted>]>([
    [good, undefined],
    [{ ...good, role: 'editor' }, 'foreign'],
    [unread, 'unreadable'],
    [{ ...good, digest: chartSummaryOf(expenses()) }, undefined],
    [{ ...good, digest: { ...good.digest!, hasExternal: false } }, 'internal'],
    [{ ...good, review: { ...done, approved: false } }, 'unapproved'],
    [{ ...good, review: { ...done, changed: true } }, 'changed'],
    [{ ...good, published: { id: 'p', at: 1, title: '许可', stale: false } }, 'current'],
    [{ ...good, published: { id: 'p', at: 1, title: '许可', stale: true } }, undefined],
  ])('[CT23] [CT31] says why a chart is not posted with the others: %#', (chart, why) => {
    expect(whyNotPosted(chart)).toBe(why)
  })

  it('[CT22] [CT30] puts no register and no list of failures beside charts for the public, and draws nothing that nobody asked for', async () => {
    const chart = chartOf('申请 → 决定', {}, { title: '许可' })
    const wish = { formats: ['json', 'register'], edition: 'external' } as const
    const files = await chartFilesOf({ name: 'internal', chart }, wish, neverDrawn)
    expect(files.map(({ name }) => name)).toEqual(['许可（内部流程图）.json'])
    const names = async (edition: 'internal' | 'external') =>
      Object.keys(
        unzipSync(
          await chartBundle({
            exported: [{ chart, files }],
            rows: [],
            failed: ['乙：坏了'],
            wish: { ...wish, edition },
            date: '2026-11-22',
          }),
        ),
      )
    expect(await names('external')).toEqual(['许可（内部流程图）.json'])
    expect(await names('internal')).toEqual(
      expect.arrayContaining(['职权目录.xlsx', '登记表/廉政风险等级汇总表.xlsx']),
    )
  })

  it('[CT22] [CT30] writes the chart file of the edition: the public one says that it is', async () => {
    const chart = {
      ...chartOf('申请 → 决定', {}, { title: '许可', powerKind: 'licensing', preparedBy: '张三' }),
      risks: [{ id: 'r', order: 'a', step: '决定', text: '把关不严' }],
    }
    const wish = { formats: ['json'], edition: 'external' } as const
    const fileOf = async (edition: Edition) => {
      const [file] = await chartFilesOf(edition, wish, neverDrawn)
      return JSON.parse(new TextDecoder().decode(file!.bytes)) as Record<string, unknown>
    }
    const open = externalEdition(chart, {})
    expect(await fileOf({ name: 'external', chart: open })).toMatchObject({ edition: 'external', risks: [] })
    expect(await fileOf({ name: 'internal', chart })).toMatchObject({
      edition: 'internal',
      risks: [{ text: '把关不严' }],
    })
  })

  it('[CT22] [CT30] turns A3 only where the drawing becomes clearly larger', async () => {
    expect(await pageOf(realChart('30'), 'flow')).toEqual({ paper: 'A3', landscape: false })
    expect(await pageOf(realChart('08'), 'lanes')).toEqual({ paper: 'A3', landscape: true })
  })
})

const fit = async (order: PaperOrder) => orientedContent(order)

async function pageOf(chart: Chart, view: View): Promise<Page> {
  return (await officeSheet({ edition: { name: 'internal', chart }, view }, fit)).page
}

async function neverDrawn(): Promise<never> {
  throw new Error('drawn')
}
