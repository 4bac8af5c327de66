/** The public page in a browser without script: on a narrow screen, on paper, in forced colours. */
import { chromium, type Browser, type Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { externalEdition } from '../../src/model/editions/externalEdition.ts'
import type { View } from '../../src/model/chart.ts'
import type { PublicChart } from '../../src/model/editions/edition.ts'
import { renderPublication } from '../../src/publicationRenderer/publication.ts'
import { publicPageWords } from '../../src/text/paper/publicPage.ts'
import { chartOf } from '../support/chartOf.ts'
import { flowNames } from '../support/flows.ts'
import { pdfText } from '../support/poppler.ts'
import { realChart } from '../support/sheets.ts'
import { findPrintingBrowser } from '../support/tools.ts'

let browser: Browser
let phone: Page

beforeAll(async () => {
  const executablePath = findPrintingBrowser()
  if (executablePath === undefined) throw new Error('apt-get install chromium')
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  phone = await reader(narrow)
})
afterAll(async () => browser.close())

const publicChart = (name: string): PublicChart => externalEdition(realChart(name), {})

async function pressed(chart: PublicChart, view: View): Promise<string> {
  return (await renderPublication(chart, view, { postedOn: '2026-11-22' })).html
}

/** One who lets nothing run. */
async function reader(how: Parameters<Browser['newContext']>[0]): Promise<Page> {
  return (await browser.newContext({ ...how, javaScriptEnabled: false })).newPage()
}

/** A screen of 1280 pixels at 400 %, or a small phone. */
const narrow = { viewport: { width: 320, height: 256 } }
const plain = (text: string): string => text.replace(/\s/gu, '')

/** The words of each page of paper. */
async function printed(page: Page): Promise<readonly string[]> {
  const margin = { top: '15mm', right: '15mm', bottom: '15mm', left: '15mm' }
  return pdfText(await page.pdf({ format: 'A4', margin }))
    .split('\f')
    .map(plain)
}

/** The steps that are on no page as a whole. */
function cut(steps: readonly string[], pages: readonly string[]): readonly string[] {
  return steps.filter((step) => !pages.some((page) => page.includes(plain(step))))
}

describe('the public page', () => {
  it.each(flowNames.map((name, i) => [name, i % 2 === 0 ? 'flow' : 'lanes'] as const))(
    '[BD4] of chart %s as %s never scrolls sideways, and prints its drawing whole, its steps uncut',
    async (name, view) => {
      const chart = publicChart(name)
      const html = await pressed(chart, view)
      await phone.setContent(html)
      expect(await widthOf(phone)).toBe(narrow.viewport.width)
      const steps = await phone.getByRole('list').getByRole('listitem').allInnerTexts()
      expect(steps).toHaveLength(chart.steps.length)
      const pages = await printed(phone)
      expect(cut(steps, pages)).toEqual([])
      // The list comes after the drawing: what of both is on the first page is all of the drawing.
      for (const word of wordsIn(html)) expect(pages[0]).toContain(plain(word))
    },
  )

  it('[BD4] would be seen to cut a step in two', async () => {
    const html = (await pressed(publicChart('10'), 'flow')).replaceAll('break-inside:avoid', '')
    const tall = html.replaceAll('</h3>', `</h3>${'<p>长</p>'.repeat(9)}`)
    await phone.setContent(tall)
    const steps = await phone.getByRole('listitem').allInnerTexts()
    expect(cut(steps, await printed(phone)).length).toBeGreaterThan(0)
  })

  it('[BD4] leads to drawing and steps by link and by heading, and names what it shows', async () => {
    await phone.setContent(await pressed(publicChart('10'), 'flow'))
    for (const name of ['流程图', '办理环节']) {
      expect(await phone.getByRole('heading', { name, level: 2 }).count()).toBe(1)
      const target = await phone.getByRole('link', { name, exact: true }).getAttribute('href')
      expect(await phone.locator(target!).count()).toBe(1)
    }
    const label = publicPageWords.drawingLabel('行政执法权操作流程图(行政处罚)')
    expect(await phone.getByRole('group').getByRole('img', { name: label }).count()).toBe(1)
    const landmarks = ['banner', 'navigation', 'main', 'contentinfo'] as const
    expect(await Promise.all(landmarks.map((role) => phone.getByRole(role).count()))).toEqual([1, 1, 1, 1])
    const next = phone.getByRole('listitem').first().getByRole('link')
    expect(await phone.locator((await next.getAttribute('href'))!).innerText()).toMatch(/^2\. 立案/u)
  })

  it('[BD4] keeps the drawing on white where a reader has forced other colours', async () => {
    const html = await pressed(publicChart('02'), 'flow')
    const dark = { viewport: narrow.viewport, colorScheme: 'dark', forcedColors: 'active' } as const
    const page = await reader(dark)
    const picture = async (of: string) => {
      await page.setContent(of)
      return page.locator('.drawing').screenshot()
    }
    expect(brightness(await picture(html))).toBeGreaterThan(200)
    expect(brightness(await picture(html.replace('forced-color-adjust:none;', '')))).toBeLessThan(200)
  })

  it('[BD4] has no empty columns where risks are not disclosed', async () => {
    const chart = externalEdition(
      chartOf('申请 → 审查 → 决定', {}, { title: '许可', powerKind: 'licensing' }),
      {},
    )
    expect(await pressed(chart, 'columns')).toBe(await pressed(chart, 'flow'))
  })
})

/** Measured from outside: scripts do not run in this reader's pages. */
async function widthOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  return (await session.send('Page.getLayoutMetrics')).cssContentSize.width
}

function brightness(png: Buffer): number {
  const { data } = PNG.sync.read(png)
  return data.reduce((sum, byte, i) => (i % 4 === 3 ? sum : sum + byte), 0) / (data.length * 0.75)
}

/** The runs of the drawing. */
function wordsIn(html: string): readonly string[] {
  const svg = html.slice(html.indexOf('<svg'), html.indexOf('</svg>'))
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/gu)].map((found) =>
    found[1]!.replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code))),
  )
}
