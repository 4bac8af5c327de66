/** The review, driven by two real browsers: a drafter's, who came by the editors' link, and a reviewer's. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { CreatedChart } from '../../src/protocol/api.ts'
import type { Role } from '../../src/protocol/roles.ts'
import { passRung } from '../support/approved.ts'
import { guest, sharedChart } from '../support/guests.ts'
import type { Product } from '../support/product.ts'
import { paste, savedDownload, startProduct } from '../support/product.ts'

const file = readFileSync(join(import.meta.dirname, '../fixtures/flows/24.json'), 'utf8')

describe('reviewing', () => {
  let product: Product

  beforeAll(async () => {
    product = await startProduct()
  })
  afterEach(async () => product.leave())
  afterAll(async () => product.close())

  /** Somebody who has come in by a link, with the review open. */
  async function reviewing(chart: CreatedChart, role: Role, name: string): Promise<Page> {
    const { page } = await guest(product, chart, { role, name, post: '岗位' })
    await openReview(page)
    return page
  }

  async function both(): Promise<readonly [drafter: Page, reviewer: Page, chart: CreatedChart]> {
    const chart = await sharedChart(product, file)
    const drafter = await reviewing(chart, 'editor', '张三')
    return [drafter, await reviewing(chart, 'reviewer', '李四'), chart]
  }

  it('[UI133] [UI149] climbs the ladder to the end, is sent back on the way, is sealed, and is a draft again after an edit', async () => {
    const [drafter, reviewer, chart] = await both()
    const passed = async (role: Role, name: string) =>
      passRung(product.url, chart.id, { token: chart.links[role].split('#')[1]!, name })
    await button(drafter, '提交“个人自查”').click()
    await rung(reviewer, '个人自查').getByText('张三').waitFor()
    await mark(reviewer, '调查', '没有写两名执法人员')
    await drafter.getByText('还有审核意见没有复核通过').waitFor()
    expect(await button(drafter, '提交“互查互提”').isDisabled()).toBe(true)
    expect(await button(drafter, '提交“互查互提”').getAttribute('title')).toContain('没有复核通过')
    await drafter.keyboard.press('j')
    await button(drafter, '已整改').click()
    await drafter.getByRole('textbox', { name: '怎样整改的' }).fill('已补上')
    await drafter.keyboard.press('Control+Enter')
    await item(reviewer).getByText('已补上').waitFor()
    await reviewer.keyboard.press('j')
    await reviewer.keyboard.press('a')
    await item(drafter).locator('.mark-head').getByText('复核通过').waitFor()
    await drafter.getByText('这一级要由另一个人通过').waitFor()
    await passed('editor', '王五')
    await passed('editor', '赵六')
    await button(reviewer, '通过“分管领导审核”').click()
    await button(reviewer, '退回重新查找').click()
    await reviewer.getByRole('combobox', { name: '退回到' }).selectOption({ label: '退回到“部门集体审定”' })
    await reviewer.getByRole('textbox', { name: '退回理由' }).fill('风险点没有找全')
    await button(reviewer, '确认退回').click()
    await drafter.getByText('风险点没有找全').waitFor()
    await passed('editor', '赵六')
    await button(reviewer, '通过“分管领导审核”').click()
    await reviewer.getByText('这一级要由另一个人通过').waitFor()
    await passed('reviewer', '周主任')
    await button(reviewer, '通过“公示”').click()
    const course = reviewer.getByRole('region', { name: '公示情况' })
    await course.getByLabel('公示地点').fill('一楼公开栏')
    await course.getByRole('button', { name: '通过“公示”' }).click()
    await reviewer.getByText('公示还没有到期').waitFor()
    await course.getByLabel('公示开始').fill('2026-01-05')
    await course.getByLabel('公示结束').fill('2026-01-12')
    await course.getByRole('button', { name: '通过“公示”' }).click()
    await reviewer.getByText('已走完全部审定环节').waitFor()
    await reviewer.getByText(/校验链成立，共 \d+ 条记录/).waitFor()
    const [paper] = await Promise.all([
      reviewer.waitForEvent('download'),
      button(reviewer, '下载“公示”的公示记录').click(),
    ])
    expect(paper.suggestedFilename()).toMatch(/公示情况记录\.docx$/)
    await drafter.getByText(/已审定：领导小组审定 \d{4}-\d\d-\d\d 周主任/).waitFor()
    await drafter.getByText(/内容校验 [0-9a-f]{8}…/).waitFor()
    await drafter.getByText('审定后没有改动').waitFor()
    await drafter.keyboard.press('F8')
    await drafter.locator('.react-flow__pane').click({ position: { x: 300, y: 700 } })
    await drafter.getByRole('textbox', { name: '咨询电话' }).fill('0551-12345')
    await drafter.keyboard.press('Enter')
    await reviewer.getByText('审定后有改动（草稿），1 处不同').waitFor()
    await reviewer.getByText('改了什么').click()
    await reviewer.getByText(/咨询电话：.*0551-12345/).waitFor()
    await button(reviewer, '查看审定的图').click()
    await reviewer.getByRole('dialog').getByRole('img', { name: '审定稿' }).waitFor()
  })

  it('[UI131] [UI132] [UI141] a mark waits for who writes, survives the deletion of its step, which asks first; a reviewer cannot edit', async () => {
    const [drafter, reviewer] = await both()
    await mark(reviewer, '决定', '职责不清')
    await drafter.locator('.review-flag').waitFor()
    await button(drafter, '待我处理，1 项').click()
    await drafter.getByRole('region', { name: '待我处理' }).getByText('职责不清').click()
    await drafter.locator('.mark-current').getByText('职责不清').waitFor()
    expect(await drafter.locator('.review-flag').textContent()).toBe('1')
    const before = await steps(reviewer)
    await reviewer.keyboard.press('Escape')
    await step(reviewer, '决定').click()
    await reviewer.keyboard.press('Delete')
    expect(await steps(reviewer)).toBe(before)
    await step(drafter, '决定').click()
    await drafter.keyboard.press('Delete')
    await drafter.locator('.ant-modal-confirm-title', { hasText: '还有 1 条审核意见没有复核通过' }).waitFor()
    expect(await steps(drafter)).toBe(before)
    await button(drafter, '仍然删除').click()
    await expect.poll(async () => steps(reviewer)).toBe(before - 1)
    for (const page of [drafter, reviewer]) {
      await item(page).getByText('所在环节已删除：决定').waitFor()
      expect(await page.locator('.review-flag').count()).toBe(0)
    }
    await reviewer.reload()
    await openReview(reviewer)
    await item(reviewer).getByText('所在环节已删除：决定').waitFor()
  })

  it('[UI130] goes by keys, sends back with a reason, and never takes a key from somebody who types', async () => {
    const [drafter, reviewer] = await both()
    await mark(reviewer, '决定', '一')
    await mark(reviewer, '调查', '二')
    for (const words of ['一', '二']) {
      const marked = drafter.locator('.mark').filter({ hasText: words })
      await marked.locator('.mark-target').click()
      await button(drafter, '已整改').click()
      await marked.getByRole('textbox').press('Control+Enter')
      await marked.locator('.mark-head .mark-state-done').waitFor()
    }
    await reviewer.locator('.mark-head .mark-state-done').nth(1).waitFor()
    await reviewer.keyboard.press('j')
    await reviewer.keyboard.press('ArrowDown')
    await reviewer.locator('.mark-current').getByText('二').waitFor()
    await reviewer.locator('.react-flow__node.selected[aria-label="调查"]').waitFor()
    await reviewer.keyboard.press('r')
    await reviewer.getByRole('textbox', { name: '退回理由' }).fill('')
    await reviewer.keyboard.type('majk还差依据')
    await reviewer.keyboard.press('Control+Enter')
    // The drafter may hear of it before the reviewer's own field is closed.
    await reviewer.getByRole('textbox', { name: '退回理由' }).waitFor({ state: 'detached' })
    await drafter.locator('.mark').filter({ hasText: 'majk还差依据' }).getByText('退回').first().waitFor()
    await reviewer.keyboard.press('k')
    await reviewer.locator('.mark-current').getByText('一').waitFor()
    await reviewer.keyboard.press('a')
    await drafter.locator('.mark-head .mark-state-accepted').waitFor()
    await reviewer.getByRole('combobox', { name: '处理情况' }).selectOption({ label: '待处理' })
    await expect.poll(async () => reviewer.locator('.mark').count()).toBe(1)
  })

  it('[UI135] [UI136] issues a notice, takes its receipt, and leads there from the working list', async () => {
    const [, reviewer] = await both()
    await mark(reviewer, '决定', '措施太空')
    await button(reviewer, '制发文书').click()
    await reviewer.getByRole('checkbox', { name: /^选入文书/ }).check()
    await reviewer.getByRole('textbox', { name: '文号' }).fill('甲廉预〔2026〕1号')
    await reviewer.getByRole('textbox', { name: '发给谁' }).fill('审查岗')
    await reviewer.getByLabel('整改期限').fill('2026-01-05')
    await reviewer.getByRole('textbox', { name: '制发单位' }).fill('某县纪委监委')
    const [download] = await Promise.all([
      reviewer.waitForEvent('download'),
      button(reviewer, '发出并下载').click(),
    ])
    expect(await savedDownload(download)).toMatch(/廉政风险预警告知书 甲廉预〔2026〕1号\.docx$/)
    await reviewer.getByText('提醒预警').click()
    await reviewer.getByText(/逾期 \d+ 天/).waitFor()
    await reviewer.locator('.brand').click()
    await reviewer.getByRole('button', { name: '审核', exact: true }).click()
    const row = reviewer.locator('.work-chart').filter({ hasText: '文书逾期 1' })
    await row.getByText('待整改 1').waitFor()
    await reviewer.keyboard.press('j')
    await reviewer.keyboard.press('j')
    await reviewer.keyboard.press('Enter')
    await reviewer.locator('.mark-current').getByText('措施太空').waitFor()
    expect(new URL(reviewer.url()).search).toBe('')
    await reviewer.getByText('提醒预警').click()
    await button(reviewer, '登记回执').click()
    await reviewer.getByRole('textbox', { name: '谁在什么时候送回' }).fill('已整改')
    await button(reviewer, '登记回执').last().click()
    await reviewer.getByText('登记回执：已整改').waitFor()
    expect(await reviewer.getByText(/逾期/).count()).toBe(0)
  })

  it('[UI134] says that it needs the server, and keeps what was read', async () => {
    const [, reviewer] = await both()
    await mark(reviewer, '决定', '读过的意见')
    await reviewer.route('**/api/**', async (route) => route.abort())
    await reviewer.evaluate(() => dispatchEvent(new Event('test-cut')))
    await reviewer.getByRole('alert').getByText('审核意见由服务器统一登记').waitFor()
    await item(reviewer).getByText('读过的意见').waitFor()
    expect(await button(reviewer, '提意见').isDisabled()).toBe(true)
  })
})

describe('risks at a glance, and last year’s', () => {
  let product: Product

  beforeAll(async () => {
    product = await startProduct()
  })
  afterEach(async () => product.leave())
  afterAll(async () => product.close())

  const table = [
    '序号\t环节名称\t责任岗位\t下一步\t风险点\t风险等级\t防控措施',
    '1\t受理申请\t窗口\t2\t\t\t',
    '2\t审查材料\t审查岗\t3\t收受好处放宽标准\t高\t双人核验',
    '3\t办结\t窗口\t\t\t\t',
  ].join('\n')
  const lastYear = [
    '权力事项\t环节\t责任岗位\t廉政风险主要内容及表现形式\t风险等级\t防控措施',
    '\t受理申请\t窗口\t资料不全也受理\t中\t一次告知',
    '\t审查材料\t审查岗\t收受好处放宽标准\t高\t双人核验',
    '\t盖章\t印章岗\t违规用印\t低\t用印登记',
  ].join('\n')

  it('[UI139] [UI140] seeds from last year’s list in one edit, and shows where risks gather', async () => {
    const { page, complaints } = await product.person()
    await page.getByRole('button', { name: '粘贴表格' }).waitFor()
    await paste(page, table)
    await button(page, '生成流程图').click()
    await step(page, '审查材料').waitFor()
    await run(page, '导入上年一览表')
    await page.getByRole('textbox', { name: '在这里粘贴' }).focus()
    await paste(page, lastYear)
    const dialog = page.getByRole('dialog')
    await dialog.getByText('找到位置 1 条，图上已有 1 条，没有找到位置 1 条').waitFor()
    await dialog
      .getByRole('row', { name: /违规用印/ })
      .getByRole('combobox', { name: '放到' })
      .selectOption({ label: '岗位：窗口' })
    await button(page, '放入 2 条').click()
    await page.getByText('已放入 2 个风险点').waitFor()
    await run(page, '风险一览')
    await dialog.getByText('共 3 个风险点').waitFor()
    await button(page, '窗口，合计：2 个风险点').click()
    await page.locator('.react-flow__node.selected[aria-label="受理申请"]').waitFor()
    await page.keyboard.press('Control+z')
    await run(page, '风险一览')
    await dialog.getByText('共 1 个风险点').waitFor()
    expect(complaints.filter((words) => !words.includes('Failed to load resource'))).toEqual([])
  })
})

async function openReview(page: Page): Promise<void> {
  await button(page, '审核').click()
  await page.getByRole('complementary', { name: '审核' }).getByRole('list').first().waitFor()
}

/** Selects a step and marks it, by key. */
async function mark(page: Page, name: string, text: string): Promise<void> {
  await step(page, name).click()
  await page.keyboard.press('m')
  await page.getByRole('textbox', { name: '哪里不妥' }).fill(text)
  await page.keyboard.press('Control+Enter')
  await page.locator('.mark').filter({ hasText: text }).waitFor()
}

async function run(page: Page, command: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: '输入汉字' }).fill(command)
  await page.keyboard.press('Enter')
}

function button(page: Page, name: string) {
  return page.getByRole('button', { name, exact: true })
}

function rung(page: Page, name: string) {
  return page.locator('.rung').filter({ hasText: name })
}

function item(page: Page) {
  return page.locator('.mark')
}

function step(page: Page, name: string) {
  return page.locator(`.react-flow__node[aria-label="${name}"]`)
}

async function steps(page: Page): Promise<number> {
  return page.locator('.react-flow__node').count()
}
