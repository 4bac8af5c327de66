/** 职权目录 to be posted, from the page: the real server, a real browser. */
import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { writeChartFile } from '../../src/files/chartFile/writeChartFile.ts'
import { chartOf } from '../support/chartOf.ts'
import type { Product } from '../support/product.ts'
import { savedDownload, startProduct } from '../support/product.ts'
import { reopened } from '../support/registers.ts'

let product: Product

beforeAll(async () => {
  product = await startProduct()
})
afterEach(async () => product.leave())
afterAll(async () => product.close())

async function asked(method: string, path: string, body: object): Promise<Record<string, unknown>> {
  const answer = await fetch(product.url + path, {
    method,
    headers: { Authorization: `Bearer ${product.server.administrator}` },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(await answer.text())
  return (await answer.json()) as Record<string, unknown>
}

async function chart(title: string, header: object): Promise<string> {
  const made = chartOf('申请 → 审查 → 决定', {}, { title, powerKind: 'licensing', ...header })
  return String((await asked('POST', '/api/charts', JSON.parse(writeChartFile(made)) as object))['id'])
}

describe('导出目录', () => {
  it('[CT7] for the public: external titles with their addresses, no notes, no powers over money', async () => {
    const permit = await chart('内部叫法', { publicTitle: '食品经营许可流程图' })
    const reviewed = { reviewedBy: '王审查（办公室）', despite: '试用' }
    const { link } = await asked('POST', `/api/charts/${permit}/publications`, reviewed)
    const given = [
      { name: '食品经营许可', kind: 'licensing', chart: permit, note: '内部备注' },
      { name: '行政处罚', kind: 'penalty', chart: await chart('没有公开的图', {}) },
      { name: '费用报销', kind: 'finance' },
    ]
    const changes = given.map((fields, i) => ({
      kind: 'put',
      id: `p${i}`,
      fields: { ...fields, order: `a${i}` },
    }))
    await asked('PATCH', '/api/catalogue', { changes })
    const { page, complaints } = await product.visitor()
    await page.goto(product.administrator)
    await page.getByLabel('姓名').fill('王管理')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '职权目录', exact: true }).click()
    for (const item of ['公开用 Excel（不含风险）', '公开用 Word（不含风险）']) {
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: '导出目录' }).click()
      await page.getByRole('menuitem', { name: item }).click()
      expect((await download).suggestedFilename()).toMatch(/^职权目录（公开） .*\.(xlsx|docx)$/)
      const { text } = reopened(readFileSync(await savedDownload(await download)))
      expect(text).toMatch(/食品经营许可\n[^]*食品经营许可流程图/)
      expect(text).toContain(String(link))
      expect(text).toContain('行政处罚')
      expect(text).not.toMatch(/内部|没有公开|费用报销|风险|备注/)
      await page.getByText('未列入 1 项').first().waitFor()
    }
    expect(complaints).toEqual([])
  })
})
