/** Drawing by hand: the keyboard alone, the mouse alone, and an input method that must never be disturbed. */
import type { CDPSession, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { blankChart, ownerOf } from '../support/guests.ts'
import type { Person, Product } from '../support/product.ts'
import { paste, startProduct } from '../support/product.ts'

let product: Product
let person: Person
let page: Page

beforeAll(async () => {
  product = await startProduct()
})
afterEach(async () => product.leave())
afterAll(async () => product.close())

beforeEach(async () => {
  person = await ownerOf(product, blankChart)
  page = person.page
})

const step = (name: string) => page.locator('.react-flow__node').filter({ hasText: name }).first()
const steps = async () => page.locator('.react-flow__node').count()
const typingField = () => page.locator('textarea.in-place:not(.in-place-waiting)')
const waitingField = () => page.locator('textarea.in-place-waiting')

/** Types a name into the step that was just made, and confirms it. */
async function name(text: string): Promise<void> {
  await typingField().waitFor()
  await page.keyboard.insertText(text)
  await page.keyboard.press('Enter')
  await step(text.slice(0, 4)).waitFor()
  await expect.poll(async () => waitingField().count()).toBe(1)
}

async function waiting(selected: string): Promise<CDPSession> {
  await step(selected).click()
  await expect
    .poll(async () => page.evaluate(() => document.activeElement?.getAttribute('data-waiting')))
    .toBe('')
  return person.context.newCDPSession(page)
}

/** A person's next key comes a while after the one that closed the input method. */
async function anotherKeyPress(): Promise<void> {
  await page.waitForFunction(() => {
    const field = document.activeElement as HTMLElement
    return performance.now() - Number(field.dataset['composedAt']) > 60
  })
}

describe('a whole chart without the mouse', () => {
  it('[UI40] draws 行政许可 with its exits from keys alone', async () => {
    await step('开始').focus()
    await step('开始').click()
    await page.keyboard.press('Tab')
    await name('受理申请')
    await page.keyboard.press('Control+Enter')
    await name('材料是否齐全')
    await page.keyboard.press('Control+ArrowRight')
    await name('一次性告知补正')
    await page.keyboard.press('Alt+ArrowUp')
    await page.keyboard.press('Control+ArrowRight')
    await name('不予受理')
    await expect.poll(steps).toBe(6)
    await page.keyboard.press('Delete')
    await expect.poll(steps).toBe(5)
    await page.keyboard.press('Control+z')
    await expect.poll(steps).toBe(6)
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(steps).toBe(5)
    expect(person.complaints).toEqual([])
  })

  it('[UI41] copies, cuts and pastes steps, duplicates them, and makes steps of pasted lines', async () => {
    await step('开始').click()
    await page.keyboard.press('Control+d')
    await expect.poll(steps).toBe(3)
    await paste(page, '1、受理\n2、审查\n3、决定')
    await expect.poll(steps).toBe(6)
    await step('审查').click()
    await page.keyboard.press('Control+x')
    await expect.poll(steps).toBe(5)
    await page.keyboard.press('Control+v')
    await expect.poll(steps).toBe(6)
    await step('审查').waitFor()
  })

  it('[UI42] finds commands by pinyin and steps by name', async () => {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: /拼音/ }).fill('kjj')
    await page.getByRole('option', { name: /快捷键/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByText('添加下一环节').waitFor()
    await page.keyboard.press('Escape')
  })
})

describe('an input method', () => {
  it('[UI43] has the first letter when one types over a selected step', async () => {
    const ime = await waiting('开始')
    await ime.send('Input.imeSetComposition', { text: 's', selectionStart: 1, selectionEnd: 1 })
    await expect.poll(async () => typingField().inputValue()).toBe('s')
    await ime.send('Input.imeSetComposition', { text: "shen'qing", selectionStart: 9, selectionEnd: 9 })
    await ime.send('Input.insertText', { text: '申请' })
    await anotherKeyPress()
    await page.keyboard.press('Enter')
    await step('申请').waitFor()
    expect(await step('开始').count()).toBe(0)
  })

  it('[UI44] keeps every key to itself while composing over a step', async () => {
    const ime = await waiting('开始')
    for (const key of ['Enter', 'Escape', 'Backspace', 'Tab', 'Delete', 'ArrowDown', ' ']) {
      await ime.send('Input.imeSetComposition', { text: 'shen', selectionStart: 4, selectionEnd: 4 })
      await typingField().waitFor()
      await ime.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, windowsVirtualKeyCode: 229 })
      await ime.send('Input.dispatchKeyEvent', { type: 'keyUp', key, windowsVirtualKeyCode: 229 })
      expect(await typingField().count(), key).toBe(1)
      expect(await typingField().inputValue(), key).toBe('shen')
      expect(await steps(), key).toBe(2)
    }
    await ime.send('Input.insertText', { text: '审' })
    await expect.poll(async () => typingField().inputValue()).toBe('审')
  })

  it('[UI45] may send the Enter that confirms after compositionend: the name stays open', async () => {
    const ime = await waiting('开始')
    await ime.send('Input.imeSetComposition', { text: 'shen', selectionStart: 4, selectionEnd: 4 })
    await typingField().waitFor()
    await page.evaluate(() => {
      const field = document.activeElement!
      field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: '审' }))
      field.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', keyCode: 13, bubbles: true, cancelable: true }),
      )
    })
    expect(await typingField().count()).toBe(1)
  })

  it('[UI46] loses no name and saves no pinyin when the focus leaves in mid-composition', async () => {
    const ime = await waiting('开始')
    await ime.send('Input.imeSetComposition', { text: "shen'cha", selectionStart: 8, selectionEnd: 8 })
    await typingField().waitFor()
    await page.locator('.react-flow__pane').click({ position: { x: 700, y: 720 } })
    await expect.poll(async () => typingField().count()).toBe(0)
    await step('开始').waitFor()
    expect(await page.getByText("shen'cha").count()).toBe(0)
  })

  it('[UI47] belongs to itself in the fields of the panel too', async () => {
    const ime = await person.context.newCDPSession(page)
    const unit = page.getByRole('textbox', { name: '单位', exact: true })
    await unit.click()
    await ime.send('Input.imeSetComposition', { text: 'ju', selectionStart: 2, selectionEnd: 2 })
    await ime.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', windowsVirtualKeyCode: 229 })
    expect(await unit.evaluate((field) => field === document.activeElement)).toBe(true)
    await ime.send('Input.insertText', { text: '某局' })
    await anotherKeyPress()
    await unit.press('Enter')
    await page.getByText('已保存', { exact: true }).waitFor()
    await page.reload()
    await step('开始').waitFor()
    expect(await unit.inputValue()).toBe('某局')
  })
})

describe('an input method in dialogs', () => {
  it('[UI57] finishes a word in the search before Enter runs what was found', async () => {
    await page.keyboard.press('Control+k')
    const search = page.getByRole('combobox', { name: /拼音/ })
    await search.focus()
    const ime = await person.context.newCDPSession(page)
    await ime.send('Input.imeSetComposition', { text: 'dao', selectionStart: 3, selectionEnd: 3 })
    await ime.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', windowsVirtualKeyCode: 229 })
    await ime.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Escape',
      windowsVirtualKeyCode: 229,
    })
    expect(await search.isVisible()).toBe(true)
    await ime.send('Input.insertText', { text: '导出' })
    await expect
      .poll(async () => page.locator('.command-list [role=option]').first().textContent())
      .toContain('导出')
    await anotherKeyPress()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByText('纸张').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  })

  it('[UI58] finishes a word in the import dialog', async () => {
    await page.goto(product.url)
    await page.getByRole('button', { name: '看一个示例' }).click()
    const unit = page.getByRole('textbox', { name: '单位' })
    await unit.focus()
    const ime = await person.context.newCDPSession(page)
    await ime.send('Input.imeSetComposition', { text: 'ju', selectionStart: 2, selectionEnd: 2 })
    await ime.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', windowsVirtualKeyCode: 229 })
    await ime.send('Input.insertText', { text: '某局' })
    expect(await unit.inputValue()).toBe('某局')
    await page.getByRole('button', { name: '生成流程图' }).click()
    await step('提出申请').waitFor()
    expect(await page.getByRole('textbox', { name: '单位', exact: true }).inputValue()).toBe('某局')
  })
})

describe('offers and checks', () => {
  it('[UI59] offers usual risks with their measures, and lists what the rules find', async () => {
    await page.goto(product.url)
    await page.getByRole('button', { name: /^行政许可/ }).click()
    await step('受理申请').click()
    await page.getByRole('button', { name: /常见风险/ }).click()
    const before = await page.locator('.risk').count()
    await page.locator('.offers li button').first().click()
    await expect.poll(async () => page.locator('.risk').count()).toBe(before + 1)
    await page.keyboard.press('F7')
    const checks = page.getByRole('region', { name: '检查' })
    await checks.getByText(/最长用时/).waitFor()
    await checks.getByRole('button', { name: /监督/ }).waitFor()
  })
})

describe('a chart without the keyboard', () => {
  it('[UI48] adds the next step with a click on a handle, changes its kind, marks a risk', async () => {
    await step('开始').hover()
    await step('开始').locator('.step-handle[data-handlepos="bottom"]').click()
    await typingField().waitFor()
    await page.locator('.react-flow__pane').click({ position: { x: 700, y: 720 } })
    await expect.poll(steps).toBe(3)
    await step('新环节').click()
    await page.locator('.selection-bar').getByRole('button', { name: '判断' }).click()
    await page.locator('.selection-bar').getByRole('button', { name: '添加风险点：高' }).click()
    await page.getByRole('radio', { name: '高', checked: true }).waitFor()
  })

  it('[UI49] asks for the kind where a line is drawn into the empty', async () => {
    const handle = step('开始').locator('.step-handle[data-handlepos="right"]')
    await step('开始').hover()
    const box = (await handle.boundingBox())!
    await page.mouse.move(box.x + 5, box.y + 5)
    await page.mouse.down()
    await page.mouse.move(box.x + 160, box.y + 60, { steps: 5 })
    await page.mouse.up()
    await page.getByRole('menuitem', { name: '文书' }).click()
    await typingField().waitFor()
    await expect.poll(steps).toBe(3)
  })

  it('[UI50] offers what may be done by right click', async () => {
    // At the size of most screens the menu has room neither below nor above the step.
    await page.setViewportSize({ width: 1366, height: 660 })
    await step('开始').click({ button: 'right' })
    const items = page.locator('.canvas-menu').getByRole('menuitem')
    await items.first().waitFor()
    await expect.poll(async () => (await items.first().boundingBox())!.y).toBeGreaterThanOrEqual(0)
    const last = (await items.last().boundingBox())!
    expect(last.y + last.height).toBeLessThanOrEqual(660)
    await page.getByRole('menuitem', { name: /添加判断/ }).click()
    await typingField().waitFor()
    await expect.poll(steps).toBe(3)
  })

  it('[UI51] keeps a step where the hand put it, and lets it go again', async () => {
    const before = (await step('结束').boundingBox())!
    await page.mouse.move(before.x + 20, before.y + 20)
    await page.mouse.down()
    await page.mouse.move(before.x + 220, before.y + 60, { steps: 6 })
    await page.mouse.up()
    await expect.poll(async () => (await step('结束').boundingBox())!.x).toBeGreaterThan(before.x + 150)
    await page.getByRole('button', { name: '整理布局' }).click()
    await expect.poll(async () => Math.abs((await step('结束').boundingBox())!.x - before.x)).toBeLessThan(60)
  })
})

describe('bad input', () => {
  it('[UI52] is answered in Chinese: the last step, a line twice, a picture, a name of 5,000 characters', async () => {
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
    await page.getByText('图上至少要留一个环节').waitFor()
    expect(await steps()).toBe(2)
    await step('开始').click()
    await page.getByRole('textbox', { name: '环节名称' }).last().fill('长'.repeat(5_000))
    await page.getByRole('textbox', { name: '单位', exact: true }).count()
    await page.locator('.react-flow__pane').click({ position: { x: 700, y: 720 } })
    await page.getByText('文字太长了').waitFor()
    await page.evaluate(() => {
      const clipboardData = new DataTransfer()
      clipboardData.items.add(new File([new Uint8Array(8)], 'a.png', { type: 'image/png' }))
      document.body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
    })
    await page.getByText('剪贴板里是图片').waitFor()
    await step('开始').waitFor()
  })
})
