import { execFileSync } from 'node:child_process'
import { writeXlsx } from 'hucre/xlsx'
import { zipSync } from 'fflate'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCsv, readTsv } from '../../../src/files/tableSource/readDelimited.ts'
import { readHtmlTables } from '../sourceTables.ts'
import { readTable } from '../../../src/files/tableReading/readTable.ts'
import { readTableFile, readTableText } from '../../../src/files/readTableFile.ts'
import type { Table } from '../../../src/files/tableSource/table.ts'
import { sayFault } from '../../../src/text/messages/faults.ts'
import { counter } from '../counter.ts'

const texts = (table: Table | undefined) => table?.rows.map((row) => row.map(({ text }) => text))
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
const bytes = (text: string) => new TextEncoder().encode(text)

describe('pasted cells', () => {
  it.each([
    [
      'a\tb\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a\t"1.x\n2.y"\tb', [['a', '1.x\n2.y', 'b']]],
    ['"1.x\r\n2.y"\tb', [['1.x\n2.y', 'b']]],
    ['"说""好""了"\tb', [['说"好"了', 'b']]],
    ['5"屏\t6"', [['5"屏', '6"']]],
    ['"三重一大"事项\tb', [['"三重一大"事项', 'b']]],
    ['"没有收尾\tb', [['"没有收尾', 'b']]],
    ['a\t\tb\t', [['a', '', 'b', '']]],
    ['a\n\nb', [['a'], [''], ['b']]],
    ['', []],
  ])('[FI16] %j', (text, cells) => {
    expect(texts(readTsv(text))).toEqual(cells)
  })

  it('[FI16] gives back whatever was written as cells', () => {
    const cell = fc.string({ unit: fc.constantFrom('"', '\t', '\n', 'a', '流', ',') })
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1 }), { minLength: 1 }), (rows) => {
        expect(texts(readTsv(rows.map((row) => row.map(quoted).join('\t')).join('\n')))).toEqual(rows)
      }),
    )
  })
})

describe('CSV', () => {
  it.each([
    ['commas', '序号,环节名称\n1,"受理,登记"'],
    ['semicolons', '序号;环节名称\n1;受理,登记'],
    ['tabs', '序号\t环节名称\n1\t受理,登记'],
    ['a mark of UTF-8', '\uFEFF序号,环节名称\n1,"受理,登记"'],
  ])('[FI16] with %s', (_, text) => {
    const expected = [
      ['序号', '环节名称'],
      ['1', '受理,登记'],
    ]
    expect(texts(readCsv(text))).toEqual(expected)
    expect(texts(readCsv(bytes(text)))).toEqual(expected)
  })

  it('[FI16] in GB18030, as Excel saves it', () => {
    const gb = execFileSync('iconv', ['-f', 'utf-8', '-t', 'gb18030'], { input: '序号,环节名称\n1,受理㐀\n' })
    expect(texts(readCsv(gb))).toEqual([
      ['序号', '环节名称'],
      ['1', '受理㐀'],
    ])
  })
})

describe('HTML', () => {
  it('[FI17] spreads merged cells and says that they are', () => {
    const html =
      '<table><tr><td rowspan=2>A</td><th colspan="2">B</th></tr><tr><td>C</td><td>D</td></tr></table>'
    expect(readHtmlTables(html)[0]?.rows).toEqual([
      [{ text: 'A' }, { text: 'B' }, { text: 'B', covered: 'left' }],
      [{ text: 'A', covered: 'above' }, { text: 'C' }, { text: 'D' }],
    ])
  })

  it('[FI17] reads what Excel, Word and browsers put into cells', () => {
    const html = `<html xmlns:o="x"><head><style>td{color:red}<!-- </td> --></style></head><body>
      <!--StartFragment--><TABLE border=0><tbody><TR height=19 title="a > b"><TD class='x'>1.甲<br>
      2.乙&nbsp;&amp;&#65;&#x4e2d;</TD><td><p class=MsoNormal>受理<o:p></o:p></p><p>登记</p></td>
      <td>外<table><tr><td>内</td></tr></table></td><td><script>alert(1)</script></td></TR></table><!--EndFragment-->`
    expect(texts(readHtmlTables(html)[0])).toEqual([['1.甲\n2.乙 &A中', '受理\n登记', '外', '']])
    // A table inside a cell is a table of its own.
    expect(texts(readHtmlTables(html)[1])).toEqual([['内']])
  })

  it('[FI17] makes nothing of what is no table, and does not stall on what never ends', () => {
    expect(readHtmlTables('<p>受理</p>')).toEqual([])
    const started = performance.now()
    readHtmlTables(`<table><tr><td>${'<a '.repeat(30_000)}`)
    readHtmlTables(`<table><tr><td rowspan=65534 colspan=99999>x${'<tr><td>'.repeat(3_000)}`)
    expect(performance.now() - started).toBeLessThan(3_000)
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '"', '/', 'td', 'tr', 'table', ' ', 'a', '!--') }),
        (html) => {
          readHtmlTables(html)
        },
      ),
    )
  })
})

describe('workbooks', () => {
  const form = [
    ['印章管理流程', null, null],
    ['序号', '环节名称', '办理时限'],
    [1, '申请', new Date(Date.UTC(2026, 0, 5))],
    [2, '1.甲\n2.乙', 0.5],
  ]

  it('[FI18] are read as shown, with merged cells spread', async () => {
    const book = await writeXlsx({
      sheets: [
        { name: '封面', rows: [['说明']] },
        {
          name: '表',
          rows: form,
          merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 2 }],
          cells: new Map([['3,2', { value: 0.5, type: 'number', style: { numFmt: '0%' } }]]),
        },
      ],
    })
    const table = await readTableFile(book)
    expect(texts(table)).toEqual([
      ['印章管理流程', '印章管理流程', '印章管理流程'],
      ['序号', '环节名称', '办理时限'],
      ['1', '申请', '2026-01-05'],
      ['2', '1.甲\n2.乙', '50%'],
    ])
    expect(readTable(table, counter())).toMatchObject({ title: '印章管理流程', rows: [{}, {}] })
  })

  it('[FI18] say when they are encrypted, old, cut off, or something else', async () => {
    const encrypted = await writeXlsx({
      sheets: [{ name: '表', rows: form }],
      encryption: { password: 'x', spinCount: 10 },
    })
    const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array(600).fill(0)])
    const whole = await writeXlsx({ sheets: [{ name: '表', rows: form }] })
    expect(await faultOf(encrypted)).toContain('有打开密码')
    expect(await faultOf(old)).toContain('另存为 .docx 或 .xlsx')
    expect(await faultOf(whole.slice(0, whole.length / 2))).toContain('文件不完整')
    expect(await faultOf(zipSync({ 'a.txt': bytes('x') }))).toContain('压缩包')
    expect(await faultOf(new Uint8Array(21 * 1024 * 1024))).toContain('超过 20 MB')
  })
})

describe('a table of unknown kind', () => {
  const head = '序号\t环节名称\n1\t受理'
  it.each([
    ['tabs', head],
    ['commas', head.replaceAll('\t', ',')],
    ['HTML', '<table><tr><td>目录</td></tr></table><table><tr><td>序号<td>环节名称<tr><td>1<td>受理</table>'],
  ])('[FI18] is told by its content: %s', (_, text) => {
    expect(texts(readTableText(text))).toEqual([
      ['序号', '环节名称'],
      ['1', '受理'],
    ])
  })
})

it('[FI18] reads lines of names, commas and all', () => {
  expect(texts(readTableText('受理,登记\n审核\n办结'))).toEqual([['受理,登记'], ['审核'], ['办结']])
  expect(texts(readTableText('1,受理\n2,审核'))).toEqual([
    ['1', '受理'],
    ['2', '审核'],
  ])
})

it('[FI18] refuses a workbook that would unpack to 400 MB', async () => {
  // The member says its size, and nobody needs to write 400 MB to find out.
  const bomb = zipSync({ a: new Uint8Array(100 * 1024 * 1024) }, { level: 1 })
  const sizes = new DataView(bomb.buffer)
  const central = bomb.length - 22 - 47
  expect(sizes.getUint32(central, true)).toBe(0x02014b50)
  for (const at of [22, central + 24]) sizes.setUint32(at, 400 * 1024 * 1024, true)
  expect(await faultOf(bomb)).toMatch(/太大|超过 20 MB|压缩包/)
})

async function faultOf(file: Uint8Array): Promise<string> {
  const answer: unknown = await readTableFile(file).catch((error: unknown) => error)
  return sayFault(answer as Parameters<typeof sayFault>[0])
}
