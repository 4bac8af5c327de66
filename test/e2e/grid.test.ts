/** The table beside the chart, as someone uses it who knows Excel and types with an input method. */
import type { CDPSession, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ownerOf } from '../support/guests.ts'
import type { Person, Product } from '../support/product.ts'
import { paste, startProduct } from '../support/product.ts'
import { chartOfTable } from '../support/tableChart.ts'

let product: Product
let person: Person
let page: Page

beforeAll(async () => {
  product = await startProduct()
})
afterEach(async () => product.leave())
afterAll(async () => product.close())

const flow = [
  '环节名称\t类型\t责任岗位\t办理时限\t下一步',
  '受理\t环节\t窗口\t1个工作日\t3；2（补正）',
  '补正\t文书\t窗口\t\t1',
  '审查\t环节\t审查岗\t5个工作日\t4',
  '办结\t结束\t窗口\t\t',
].join('\n')

beforeEach(async () => {
  person = await ownerOf(product, chartOfTable(flow, { title: '空白图' }))
  page = person.page
  await page.getByRole('button', { name: '表格' }).click()
  await cell(4, '环节').filter({ hasText: '办结' }).waitFor()
})

const headings = ['环节', '类型', '岗位', '时限', '下一步', '风险点', '等级', '措施', '角色', '公开', '备注']
const cell = (row: number, heading: string): Locator =>
  page.locator(`[data-row="${row - 1}"] [data-column="${headings.indexOf(heading)}"]`)
const node = (name: string) => page.locator('.react-flow__node').filter({ hasText: name }).first()
const says = async (row: number, heading: string, text: string) =>
  expect.poll(async () => cell(row, heading).locator('.cell-text').textContent()).toBe(text)
const typing = () => page.locator('.cell-field-typing')
const rows = async () => page.locator('.grid-row[data-row]').count()
const active = async () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))

/** Keys that an input method swallows come with the code 229. */
async function swallowed(cdp: CDPSession, key: string): Promise<void> {
  await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key, code: key })
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', windowsVirtualKeyCode: 229, key, code: key })
}

async function compose(cdp: CDPSession, text: string): Promise<void> {
  await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
}

/** A person's next key comes a while after the one that closed the input method. */
async function anotherKeyPress(): Promise<void> {
  await page.waitForFunction(() => {
    const { composedAt } = (document.activeElement as HTMLElement).dataset
    return composedAt === undefined || performance.now() - Number(composedAt) > 60
  })
}

describe('typing Chinese into the table', () => {
  it('[UI80] begins in a selected cell with the first letter of the pinyin', async () => {
    const cdp = await person.context.newCDPSession(page)
    await cell(3, '环节').click()
    await swallowed(cdp, 'Process')
    await compose(cdp, 's')
    await compose(cdp, 'shen he')
    for (const key of ['Enter', 'Escape', 'Tab', 'Backspace', 'ArrowDown']) await swallowed(cdp, key)
    await typing().waitFor()
    expect(await typing().inputValue()).toBe('shen he')
    await cdp.send('Input.insertText', { text: '审核' })
    expect(await typing().inputValue()).toBe('审核')
    await node('审查').waitFor()
    await anotherKeyPress()
    await page.keyboard.press('Enter')
    await says(3, '环节', '审核')
    await node('审核').waitFor()
    await expect.poll(active).toContain('第 4 行，环节')
    expect(person.complaints).toEqual([])
  })

  it('[UI81] never keeps the pinyin of a composition that is left', async () => {
    const cdp = await person.context.newCDPSession(page)
    await cell(3, '备注').click()
    await page.keyboard.insertText('重点')
    await compose(cdp, 'zhong dian')
    await cell(1, '备注').click()
    await says(3, '备注', '重点')
    await compose(cdp, 'bei zhu')
    await page.getByRole('textbox', { name: '图名' }).click()
    await says(1, '备注', '')
  })

  it('[UI82] leaves a composition alone on F2, and gives up with Esc after it', async () => {
    const cdp = await person.context.newCDPSession(page)
    await cell(3, '环节').dblclick()
    await compose(cdp, 'cai liao')
    await swallowed(cdp, 'Enter')
    expect(await typing().inputValue()).toBe('审查cai liao')
    await cdp.send('Input.insertText', { text: '材料' })
    await anotherKeyPress()
    await page.keyboard.press('Escape')
    await says(3, '环节', '审查')
    await expect.poll(async () => typing().count()).toBe(0)
  })
})

describe('the habits of a spreadsheet', () => {
  it('[UI83] moves by arrows, Tab and Enter, and writes what was typed', async () => {
    await cell(1, '岗位').click()
    await page.keyboard.insertText('大厅')
    await page.keyboard.press('Tab')
    await expect.poll(active).toContain('第 1 行，时限')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+Enter')
    await expect.poll(active).toBe('第 1 行，岗位：大厅')
    await page.keyboard.press('Control+z')
    await expect.poll(active).toBe('第 1 行，岗位：窗口')
    await page.keyboard.press('Control+y')
    await says(1, '岗位', '大厅')
  })

  it('[UI84] takes a block out of Excel in one undo step, with new rows for what lies below', async () => {
    await cell(4, '环节').click()
    await paste(
      page,
      '归档\t文书\t档案室\t\t\t"1. 擅自销毁\n2. 泄露"\t"1. 高\n2. 低"\t双人保管\r\n移交\t环节\t档案室\r\n',
    )
    await says(5, '环节', '移交')
    await says(4, '风险点', '1. 擅自销毁\n2. 泄露')
    await says(4, '等级', '1. 高\n2. 低')
    await says(4, '措施', '1、2. 双人保管')
    await node('移交').waitFor()
    await page.keyboard.press('Control+z')
    await expect.poll(rows).toBe(4)
    await says(4, '环节', '办结')
  })

  it('[UI85] copies, cuts, fills down and clears blocks', async () => {
    await person.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await cell(1, '岗位').click()
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Control+c')
    await cell(2, '岗位').click()
    await page.keyboard.press('Control+v')
    await says(2, '时限', '1个工作日')
    await page.keyboard.press('Control+x')
    await says(2, '时限', '')
    await says(2, '岗位', '')
    await cell(1, '角色').click()
    await page.keyboard.insertText('经办')
    await page.keyboard.press('Enter')
    await cell(1, '角色').click()
    await page.keyboard.press('Shift+Control+ArrowDown')
    await page.keyboard.press('Control+d')
    await says(4, '角色', '经办')
    await page.keyboard.press('Delete')
    await says(1, '角色', '')
    await says(4, '角色', '')
    await page.keyboard.press('Control+z')
    await says(1, '角色', '经办')
    await says(4, '角色', '经办')
  })

  it('[UI86] writes one text into all selected cells with Ctrl+Enter, and offers what there is', async () => {
    await cell(1, '岗位').hover()
    await page.mouse.down()
    await cell(3, '岗位').hover()
    await page.mouse.up()
    await page.keyboard.insertText('审')
    await page.getByRole('option', { name: '审查岗' }).waitFor()
    await page.keyboard.press('Control+Enter')
    await says(1, '岗位', '审')
    await says(3, '岗位', '审')
    await cell(2, '类型').click()
    await page.keyboard.insertText('判')
    await page.getByRole('option', { name: '判断' }).click()
    await page.keyboard.press('Enter')
    await says(2, '类型', '判断')
  })

  it('[UI87] inserts, moves and removes rows, and the flow follows', async () => {
    await cell(1, '环节').click()
    await page.getByRole('button', { name: '下方插入' }).click()
    await says(2, '环节', '新环节')
    await expect.poll(active).toBe('第 2 行，环节：新环节')
    await page.keyboard.insertText('登记')
    await page.keyboard.press('Enter')
    await node('登记').waitFor()
    await cell(2, '环节').click()
    await page.keyboard.press('Alt+Shift+ArrowDown')
    await says(3, '环节', '登记')
    await says(1, '环节', '受理')
    await page.keyboard.press('Control+Delete')
    await expect.poll(rows).toBe(4)
    await says(1, '下一步', '3；2（补正）')
    await expect.poll(async () => node('登记').count()).toBe(0)
  })

  it('[UI88] refuses what cannot be read, says which cell, and keeps the text to be mended', async () => {
    await cell(1, '下一步').click()
    await page.keyboard.insertText('9（同意）')
    await page.keyboard.press('Enter')
    await page.getByText('第 1 行“下一步”没有写入：没有第 9 号环节。').waitFor()
    await says(1, '下一步', '9（同意）')
    await page.keyboard.press('F2')
    await typing().press('Home')
    await typing().press('Delete')
    await page.keyboard.insertText('4')
    await page.keyboard.press('Enter')
    await says(1, '下一步', '4（同意）')
    await page.locator('.react-flow__edge').filter({ hasText: '同意' }).waitFor({ state: 'attached' })
    expect(person.complaints).toEqual([])
  })
})

describe('one thing, side by side', () => {
  it('[UI89] selects on the canvas what is selected in the table, and the other way round', async () => {
    const chosen = page.locator('.react-flow__node.selected')
    await cell(3, '时限').click()
    await expect
      .poll(async () => chosen.getAttribute('data-id'))
      .toBe(await node('审查').getAttribute('data-id'))
    await page.keyboard.press('Shift+ArrowDown')
    await expect.poll(async () => chosen.count()).toBe(2)
    await node('受理').click()
    await page.locator('[data-row="0"] .grid-active').waitFor()
    expect(await active()).not.toContain('第 1 行')
  })

  it('[UI90] goes on typing in a cell while the chart changes', async () => {
    await cell(3, '环节').click()
    await page.keyboard.insertText('实质审')
    await page.keyboard.insertText('查')
    await page.keyboard.press('Tab')
    await page.keyboard.insertText('判断')
    await node('实质审查').waitFor()
    expect(await typing().inputValue()).toBe('判断')
    await page.keyboard.press('Enter')
    await says(3, '类型', '判断')
  })
})
