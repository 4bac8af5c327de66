/** The page for somebody whose machine asks for less motion (prefers-reduced-motion). */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Product } from '../support/product.ts'
import { startProduct } from '../support/product.ts'

describe('with less motion', () => {
  let product: Product
  let page: Page

  beforeAll(async () => {
    product = await startProduct()
    page = (await product.visitor()).page
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.goto(product.url)
  })
  afterAll(async () => product.close())

  it('[UI9] a dialog that closes leaves no mask over what is below it', async () => {
    const open = page.getByRole('button', { name: '粘贴表格' })
    for (const _ of ['first', 'second']) {
      await open.click()
      const dialog = page.getByRole('dialog')
      await dialog.waitFor()
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'hidden' })
      await page.locator('.ant-modal-mask').waitFor({ state: 'hidden' })
    }
    expect(await page.locator('.ant-modal-mask:visible').count()).toBe(0)
    // Clicking waits until nothing else lies over the button.
    await open.click({ timeout: 5000 })
  })
})
