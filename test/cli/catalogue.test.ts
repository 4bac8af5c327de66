import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { totalOf } from '../../src/files/registers/totalOf.ts'
import { writeChartFile } from '../../src/files/chartFile/writeChartFile.ts'
import { wholeRegister } from '../../src/model/registers/registers.ts'
import { chartOf } from '../support/chartOf.ts'
import { expenses, reopened } from '../support/registers.ts'
import { called } from './called.ts'

/** A folder of charts as a unit has them; one file is none. */
function folder(...broken: readonly string[]) {
  const dir = mkdtempSync(join(tmpdir(), 'qingquan-batch-'))
  const permit = chartOf('申请 → 决定', {}, { title: '许可/审批', powerKind: 'licensing' })
  writeFileSync(join(dir, '1.json'), writeChartFile(expenses()))
  writeFileSync(join(dir, '2.json'), writeChartFile(permit))
  for (const name of broken) writeFileSync(join(dir, name), '{')
  return { dir, in: (name: string) => join(dir, name) }
}

describe('qingquan catalogue', () => {
  it('[CT30] reads a table, says what its columns are, and writes it as a workbook with the registers’ totals', async () => {
    const at = folder()
    writeFileSync(
      at.in('目录.tsv'),
      '职权名称\t类别\t流程图\t监督方式\n报销\t财务\t财务报销\t公示\n用印\t其他\t\t\n',
    )
    const read = await called('catalogue', 'import', at.in('目录.tsv'), at.in('1.json'), '-o', at.in('目录'))
    expect([read.code, read.said]).toEqual([0, expect.stringContaining('列“监督方式” → 备注')])
    expect(readFileSync(at.in('目录'), 'utf8')).toContain('监督方式：公示')
    const written = await called(
      'catalogue',
      'export',
      at.in('目录'),
      at.in('1.json'),
      '-o',
      at.in('目录.xlsx'),
    )
    expect([written.code, written.said]).toEqual([0, '写出 2 项职权\n'])
    const { text } = reopened(readFileSync(at.in('目录.xlsx')))
    expect(text).toContain(totalOf(wholeRegister([expenses()]).counts))
    expect(text).toContain('用印')
  })

  it('[CT30] lists what the headers of charts tell where there is no catalogue', async () => {
    const at = folder()
    expect((await called('catalogue', 'export', at.dir, '-o', at.in('目录.docx'))).code).toBe(0)
    expect(reopened(readFileSync(at.in('目录.docx'))).text).toContain('财务报销')
  })

  it('[CT30] says how to call, and what is wrong', async () => {
    const at = folder('x.json')
    writeFileSync(at.in('无表头.tsv'), '甲\t乙\n')
    expect((await called('catalogue')).code).toBe(2)
    expect((await called('catalogue', 'import')).code).toBe(2)
    expect((await called('catalogue', 'export', at.in('1.json'), '-o', 'x.pdf')).code).toBe(2)
    expect(await called('catalogue', 'import', at.in('无表头.tsv'))).toMatchObject({
      code: 1,
      said: expect.stringContaining('没有找到表头'),
    })
    expect((await called('catalogue', 'export', at.in('x.json'), '-o', at.in('y.xlsx'))).code).toBe(1)
  })
})

describe('qingquan batch', () => {
  it('[CT30] checks a folder, names what fails, and does the rest', async () => {
    const at = folder('3.json')
    const { code, out, said } = await called('batch', 'check', at.dir)
    expect(code).toBe(1)
    expect(out.split('\n').filter(Boolean)).toHaveLength(2)
    expect(said).toContain('3.json')
    expect(said).toContain('共 3 张图，完成 2 张，1 张没有成功')
    expect((await called('batch', 'check', at.in('1.json'))).code).toBe(0)
  })

  it('[CT30] exports files of Chinese names, and says inside what is missing', async () => {
    const at = folder('3.json')
    const { code } = await called(
      'batch',
      'export',
      at.dir,
      '--format',
      'pdf,register,json',
      '-o',
      at.in('全部.zip'),
    )
    expect(code).toBe(1)
    const files = unzipSync(readFileSync(at.in('全部.zip')))
    expect(Object.keys(files).sort()).toEqual(
      [
        '财务报销（内部流程图）.pdf',
        '财务报销（内部流程图）.json',
        '许可 审批（内部流程图）.pdf',
        '许可 审批（内部流程图）.json',
        '登记表/廉政风险点及防控措施一览表.xlsx',
        '登记表/廉政风险等级汇总表.xlsx',
        '登记表/廉政风险防控责任清单.xlsx',
        '未能导出的图.txt',
      ].sort(),
    )
    expect(Buffer.from(files['未能导出的图.txt']!).toString()).toContain('3.json')
  })

  it('[CT30] puts nothing internal beside charts for the public', async () => {
    const at = folder()
    const { code, said } = await called(
      'batch',
      'export',
      at.dir,
      '--edition',
      'external',
      '-o',
      at.in('公开.zip'),
    )
    expect([code, said]).toEqual([0, expect.stringContaining('全部完成')])
    expect(
      Object.keys(unzipSync(readFileSync(at.in('公开.zip')))).every((name) =>
        name.endsWith('（外部流程图）.pdf'),
      ),
    ).toBe(true)
  })

  it('[CT30] says how to call', async () => {
    for (const args of [
      [],
      ['check'],
      ['export', 'x.json'],
      ['export', 'x.json', '--format', 'doc', '-o', 'x.zip'],
    ])
      expect((await called('batch', ...args)).code).toBe(2)
  })
})
