/**
 * The whole way of one chart: from a pasted table over repair, checks, an opinion and three rungs passed
 * by three people to the poster and the public page, in a real browser against the real server. Counts
 * what each person does (clicks, keys, filled fields) and how long the product takes; nobody thinks.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { setup } from '../support/buildPage.ts'
import { paste, startProduct, type Product } from '../support/product.ts'
import { printTable } from './table.ts'

/** With an end that is drawn as a step, for the checks to find and to mend. */
const table = readFileSync(join(import.meta.dirname, '../fixtures/flows/01.tsv'), 'utf8').replace(
  '13\t结束(未受理/未通过)\t结束',
  '13\t告知未受理、未通过\t环节',
)

/** Somebody at work, whose every act is counted under what it is for. */
interface Worker {
  readonly name: string
  readonly page: Page
  readonly acts: Map<string, number>
  /** By what they are for, as the acts. */
  readonly seconds: Map<string, number>
  last?: string
}

export async function story(): Promise<void> {
  await setup()
  const product = await startProduct()
  try {
    const workers = await worked(product)
    for (const { name, acts, seconds } of workers) {
      const rows = [...acts].map(([what, count]) => [what, count, (seconds.get(what) ?? 0).toFixed(1)])
      const together = ['together', sum(acts), sum(seconds).toFixed(1)]
      printTable(`STORY  ${name}`, ['for what', 'actions', "seconds, the product's own"], [...rows, together])
    }
  } finally {
    await product.close()
  }
}

function sum(numbers: ReadonlyMap<string, number>): number {
  return [...numbers.values()].reduce((all, each) => all + each, 0)
}

async function worked(product: Product): Promise<readonly Worker[]> {
  const clerk = workerOn('the clerk', (await product.person()).page)
  await timed(clerk, async () => imported(clerk))
  await timed(clerk, async () => repaired(clerk))
  const link = await timed(clerk, async () => shared(clerk))
  await timed(clerk, async () => submitted(clerk))
  const head = await comes(product, 'the head of the office', link, '李科长')
  await timed(head, async () => marks(head))
  await timed(clerk, async () => settles(clerk))
  await timed(head, async () => accepts(head))
  const group = await comes(product, 'the leading group', link, '王主任')
  await timed(group, async () => approves(group))
  await timed(clerk, async () => printed(clerk))
  await timed(clerk, async () => posted(clerk))
  return [clerk, head, group]
}

function workerOn(name: string, page: Page): Worker {
  return { name, page, acts: new Map(), seconds: new Map() }
}

/** Books the time under what the acts within it were for last. */
async function timed<T>(worker: Worker, work: () => Promise<T>): Promise<T> {
  const begun = performance.now()
  const done = await work()
  const what = worker.last ?? ''
  worker.seconds.set(what, (worker.seconds.get(what) ?? 0) + (performance.now() - begun) / 1000)
  return done
}

function count(worker: Worker, what: string): void {
  worker.acts.set(what, (worker.acts.get(what) ?? 0) + 1)
  worker.last = what
}

async function click(worker: Worker, what: string, on: Locator): Promise<void> {
  count(worker, what)
  await on.click()
}

async function fill(worker: Worker, what: string, on: Locator, text: string): Promise<void> {
  count(worker, what)
  await on.fill(text)
}

async function press(worker: Worker, what: string, key: string): Promise<void> {
  count(worker, what)
  await worker.page.keyboard.press(key)
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first()
const field = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name }).first()

async function imported(clerk: Worker): Promise<void> {
  const { page } = clerk
  const what = 'the pasted table'
  await click(clerk, what, button(page, '粘贴表格'))
  await field(page, /在这里粘贴/).focus()
  count(clerk, what)
  await paste(page, table)
  await page.getByText(/读懂了 13 个环节/).waitFor()
  await fill(clerk, what, field(page, '图名'), '消毒产品备案')
  await fill(clerk, what, field(page, '单位'), '某省卫生监督局')
  await click(clerk, what, button(page, '生成流程图'))
  await page.locator('.react-flow__node').first().waitFor()
}

/** Every 修复 that the checks offer, and the telephone that only the unit knows. */
async function repaired(clerk: Worker): Promise<void> {
  const { page } = clerk
  const what = 'repair and checks'
  await fill(clerk, what, field(page, /监督.*电话/), '0551-12345')
  await press(clerk, what, 'Enter')
  await click(clerk, what, button(page, /^检查/))
  const fixes = page.getByRole('button', { name: /^修\s*复/ })
  await page.getByRole('region', { name: '检查' }).waitFor()
  for (let fixed = 0; fixed < 10 && (await fixes.count()) > 0; fixed += 1) {
    await click(clerk, what, fixes.first())
    await page.waitForTimeout(200)
  }
  await page.getByText('已保存', { exact: true }).waitFor()
}

/** One link serves both reviewers: they say their own names. */
async function shared(clerk: Worker): Promise<string> {
  const { page } = clerk
  const what = 'sharing'
  await click(clerk, what, button(page, /^分享$/))
  const dialog = page.getByRole('dialog')
  await click(clerk, what, dialog.getByRole('radio', { name: /^审核/ }))
  await click(clerk, what, dialog.getByRole('button', { name: '生成链接' }))
  const link = await dialog.getByRole('status').getByRole('textbox').inputValue()
  await press(clerk, what, 'Escape')
  await dialog.waitFor({ state: 'hidden' })
  return link
}

async function submitted(clerk: Worker): Promise<void> {
  const { page } = clerk
  const what = 'review'
  await click(clerk, what, button(page, /^审核$/))
  count(clerk, what)
  await page.getByRole('combobox', { name: '审定程序' }).selectOption({ label: '三级审核备案' })
  await click(clerk, what, button(page, '写上姓名和岗位'))
  const dialog = page.getByRole('dialog')
  await fill(clerk, what, dialog.getByRole('textbox', { name: '姓名' }), '赵经办')
  await fill(clerk, what, dialog.getByRole('textbox', { name: '岗位' }), '经办岗')
  await click(clerk, what, dialog.getByRole('button', { name: /确\s*定/ }))
  await dialog.waitFor({ state: 'hidden' })
  await click(clerk, what, button(page, '提交“自己找”'))
  await page.getByText('“自己找”已通过').waitFor()
}

async function comes(product: Product, who: string, link: string, name: string): Promise<Worker> {
  const { page } = await product.visitor()
  const worker = workerOn(who, page)
  await page.goto(link)
  const what = 'coming in'
  await fill(worker, what, field(page, '姓名'), name)
  await fill(worker, what, field(page, '岗位'), '负责人')
  await click(worker, what, button(page, /^进入$/))
  await page.locator('.react-flow__node').first().waitFor()
  await click(worker, what, button(page, /^审核$/))
  return worker
}

async function marks(head: Worker): Promise<void> {
  const { page } = head
  await click(head, 'opinion', button(page, '提意见'))
  await fill(head, 'opinion', field(page, '哪里不妥'), '请写明现场核验由谁负责')
  await click(head, 'opinion', button(page, '提出意见'))
  await page.locator('.mark-head').first().waitFor()
}

async function settles(clerk: Worker): Promise<void> {
  const { page } = clerk
  await page.locator('.mark-head').first().waitFor()
  await press(clerk, 'opinion', 'j')
  await click(clerk, 'opinion', button(page, '已整改'))
  await page.getByRole('textbox', { name: '怎样整改的' }).waitFor()
  await press(clerk, 'opinion', 'Control+Enter')
  await page.locator('.mark-head').getByText('已整改').waitFor()
}

async function accepts(head: Worker): Promise<void> {
  const { page } = head
  await press(head, 'opinion', 'j')
  await click(head, 'opinion', button(page, '复核通过'))
  await click(head, 'passing', button(page, '通过“股室负责人审核”'))
  await page.getByText('“股室负责人审核”已通过').waitFor()
}

async function approves(group: Worker): Promise<void> {
  const { page } = group
  await click(group, 'passing', button(page, '通过“领导小组办公室备案”'))
  const reason = field(page, /仍然通过的理由/)
  const over = page.getByText('已走完全部审定环节')
  await Promise.race([reason.waitFor(), over.waitFor()])
  if ((await reason.count()) > 0) {
    await fill(group, 'passing', reason, '岗位待机构改革后明确')
    await press(group, 'passing', 'Control+Enter')
  }
  await over.waitFor()
}

async function printed(clerk: Worker): Promise<void> {
  const { page } = clerk
  const what = 'poster'
  await click(clerk, what, page.getByRole('banner').getByRole('button', { name: '导出' }))
  const dialog = page.getByRole('dialog')
  await click(clerk, what, dialog.locator('.export-choices').getByText('外部流程图', { exact: true }))
  await dialog.locator('svg.sheet').first().waitFor()
  await Promise.all([
    page.waitForEvent('download', { timeout: 100_000 }),
    click(clerk, what, dialog.getByRole('button', { name: '下载' }).first()),
  ])
  await press(clerk, what, 'Escape')
  await dialog.waitFor({ state: 'hidden' })
}

async function posted(clerk: Worker): Promise<void> {
  const { page } = clerk
  const what = 'public page'
  await click(clerk, what, button(page, /^公开$/))
  await page.getByRole('form', { name: /公开审查/ }).waitFor()
  await page.frameLocator('.publication-page').locator('h1').waitFor()
  const despite = field(page, /仍然公开的理由/)
  if ((await despite.count()) > 0) await fill(clerk, what, despite, '岗位待机构改革后明确')
  await fill(clerk, what, page.getByRole('textbox', { name: '审查人', exact: true }), '王审查')
  await fill(clerk, what, field(page, '审查人岗位'), '办公室主任')
  await click(clerk, what, page.getByRole('checkbox', { name: /已按《政府信息公开条例》/ }))
  await click(clerk, what, page.getByRole('button', { name: /^公开(，替换现行版)?$/ }).last())
  const link = await page.getByRole('textbox', { name: '公开页网址' }).inputValue()
  const answer = await fetch(link)
  if (!answer.ok) throw new Error(`public page: ${answer.status}`)
}
