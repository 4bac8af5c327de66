/** The real product: the built page, the real server on a free port, a real browser. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Download, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { newUnitLink } from '../../src/server/access/links.ts'
import type { RunningServer } from '../../src/server/startServer.ts'
import { startServer } from '../../src/server/startServer.ts'
import { findBrowser } from './tools.ts'

export interface Product {
  readonly url: string
  readonly browser: Browser
  readonly server: RunningServer
  /** The administrator's link. */
  readonly administrator: string
  /** A person of their own: own storage, own clipboard. What the page complains of ends up in `complaints`. */
  readonly person: () => Promise<Person>
  /** The same, who has not opened the page yet: whoever comes by a link begins there. */
  readonly visitor: () => Promise<Person>
  /** Closes what everybody has open: stories end with it. */
  readonly leave: () => Promise<void>
  readonly close: () => Promise<void>
}

export interface Person {
  readonly page: Page
  readonly context: BrowserContext
  readonly complaints: readonly string[]
}

/** Built once, before any test (buildPage.ts); or another build, to try one out. */
export const builtPage = process.env['QINGQUAN_PAGE'] ?? join(import.meta.dirname, '../../dist')

export async function startBrowser(executablePath = findBrowser()): Promise<Browser> {
  if (executablePath === undefined)
    throw new Error('没有找到 Chromium、Chrome 或 Edge，请先安装：apt-get install chromium')
  return chromium.launch({ executablePath, args: quiet })
}

/** A server with data of its own, for people in this browser, which stays open. */
export async function startProductIn(browser: Browser): Promise<Product> {
  const dataDir = mkdtempSync(join(tmpdir(), 'qingquan-data-'))
  const server = await startServer({ dataDir, page: builtPage, port: 0, host: '127.0.0.1' })
  const url = `http://127.0.0.1:${server.port}`
  const visitor = async () => visitorIn(browser)
  const leave = async () => {
    await Promise.all(browser.contexts().map(async (context) => context.close()))
  }
  return {
    url,
    browser,
    server,
    administrator: `${url}/#${server.administrator}`,
    person: async () => {
      const person = await visitor()
      await comeByUnitLink(person, url, server)
      await person.page.goto(url)
      return person
    },
    visitor,
    leave,
    close: async () => {
      await leave()
      await server.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Everybody at work has come by a link of the unit, with all that such a link can give, and said no name yet. */
async function comeByUnitLink({ context }: Person, url: string, server: RunningServer): Promise<void> {
  const { store, newId, now } = server.context
  const { kept, token } = await newUnitLink(
    { scope: 'unit', catalogue: 'edit', publishes: true },
    { newId, now },
  )
  await store.links.create(kept)
  const redeemed = await context.request.post(`${url}/api/redeem`, { data: { token } })
  if (!redeemed.ok()) throw new Error(await redeemed.text())
}

export async function startProduct(executablePath = findBrowser()): Promise<Product> {
  const browser = await startBrowser(executablePath)
  const product = await startProductIn(browser)
  return {
    ...product,
    close: async () => {
      await product.close()
      await browser.close()
    },
  }
}

/** The browser stays on this machine, and needs no sandbox that root cannot have. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Somebody with storage and clipboard of their own in this browser. */
export async function visitorIn(
  browser: Browser,
  serviceWorkers: 'allow' | 'block' = 'block',
): Promise<Person> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    acceptDownloads: true,
    locale: 'zh-CN',
    // Most stories are over before the page is kept, and need it no second time.
    serviceWorkers,
  })
  // What does not come is waited for longer than a busy machine needs; what comes is not waited for.
  context.setDefaultTimeout(60_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  return { page, context, complaints }
}

/** Puts text, and html where it is given, on the clipboard and pastes it where the focus is. */
export async function paste(page: Page, text: string, html = ''): Promise<void> {
  await page.evaluate(
    ([plain, rich]) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', plain!)
      if (rich) clipboardData.setData('text/html', rich)
      const target = document.activeElement ?? document.body
      target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    },
    [text, html],
  )
}

/** Saves a download where it can be read. */
export async function savedDownload(download: Download): Promise<string> {
  const path = join(mkdtempSync(join(tmpdir(), 'qingquan-')), download.suggestedFilename())
  await download.saveAs(path)
  return path
}
