/** A chart on the real page, brought there and taken away as a person does it. */
import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { writeChartFile } from '../../src/files/chartFile/writeChartFile.ts'
import type { Chart } from '../../src/model/chart.ts'
import { editor, home } from '../../src/text/screen/screen.ts'
import { exportDialog } from '../../src/text/screen/exportDialog.ts'
import { importDialog } from '../../src/text/screen/importDialog.ts'
import { editionName, viewName } from '../../src/text/terms.ts'
import { savedDownload } from '../support/product.ts'

/** Large charts are slow to draw on a busy machine. */
const patience = { timeout: 120_000 }

/** Lets a script in that the page itself would not: the library that ours is compared with. */
export async function stranger(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width: 1440, height: 900 },
    acceptDownloads: true,
    bypassCSP: true,
    locale: 'zh-CN',
  })
}

/** Opens the chart as a file on the first page, and answers once its canvas is drawn. */
export async function openAsFile(page: Page, url: string, chart: Chart): Promise<void> {
  await page.goto(url)
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: home.openFile }).click(),
  ])
  await chooser.setFiles({
    name: 'bench.json',
    mimeType: 'application/json',
    buffer: Buffer.from(writeChartFile(chart)),
  })
  await page.getByRole('button', { name: importDialog.make }).click(patience)
  await drawnCanvas(page)
}

export async function drawnCanvas(page: Page): Promise<void> {
  await page
    .locator('.react-flow__edge')
    .first()
    .waitFor({ state: 'attached', ...patience })
}

/** The export dialog, set to the external flow chart on A3 upright as PNG, its preview drawn. */
export async function openExport(page: Page): Promise<Locator> {
  await page.getByRole('banner').getByRole('button', { name: editor.exportChart }).click(patience)
  const dialog = page.getByRole('dialog')
  for (const choice of [editionName.external, viewName.flow, exportDialog.turns.portrait]) {
    await dialog.getByText(choice, { exact: true }).click(patience)
  }
  await dialog
    .locator('.export-preview svg text')
    .first()
    .waitFor({ state: 'attached', ...patience })
  return dialog
}

export async function downloadPng(page: Page, dialog: Locator): Promise<Buffer> {
  const button = dialog.getByRole('button', { name: exportDialog.download })
  const [download] = await Promise.all([page.waitForEvent('download', patience), button.click(patience)])
  return readFileSync(await savedDownload(download))
}
