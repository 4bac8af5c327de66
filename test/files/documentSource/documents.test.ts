import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readDocument, readDocumentText } from '../../../src/files/documentSource/readDocument.ts'
import type { SourceDocument } from '../../../src/files/documentSource/sourceDocument.ts'
import { tablesOf } from '../../../src/files/documentSource/tablesOf.ts'
import { sayFault } from '../../../src/text/messages/faults.ts'
import { saySourceNote } from '../../../src/text/messages/intake.ts'
import { TableFileError } from '../../../src/files/tableSource/tableFileError.ts'
import { cell, p, r, table, wordFile } from './wordFile.ts'

const shown = ({ blocks }: SourceDocument) =>
  blocks.map((block) =>
    block.kind === 'paragraph'
      ? block.text
      : block.table.rows.map((row) =>
          row.map(({ text, covered }) => (covered ? `^${text}` : text)).join('|'),
        ),
  )
const notes = ({ notes: said }: SourceDocument) => said.map(saySourceNote)
const said = async (bytes: Uint8Array, name = '') =>
  readDocument(bytes, name).then(
    () => 'read',
    (error: TableFileError) => sayFault({ fault: error.fault }),
  )

const continuedTable = (row: string) => `<table><tr><td>序号<td>环节<td>岗位<tr>${row}</table>`
const compound = (stream: string) =>
  new Uint8Array([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    ...strToU8(
      stream
        .split('')
        .map((c) => `${c}\0`)
        .join(''),
    ),
  ])

describe('Word files', () => {
  it('[FI24] paragraphs come with the numbers that their lists show', async () => {
    const body =
      p('办理流程') +
      p('申请', 0) +
      p('填表', 1) +
      '<w:p><w:pPr><w:pStyle w:val="a1"/></w:pPr><w:r><w:t>签字</w:t></w:r></w:p>' +
      p('受理', 0)
    expect(shown(await readDocument(wordFile(body)))).toEqual([
      '办理流程',
      '（一）申请',
      '1.填表',
      '2.签字',
      '（二）受理',
    ])
  })

  it('[FI24] merged and nested cells, content controls and text boxes are read in their place', async () => {
    const inner = table([cell(p('环节')), cell(p('岗位'))], [cell(p('受理')), cell(p('窗口'))])
    const body =
      table(
        [cell(p('流程'), '<w:gridSpan w:val="2"/>')],
        [
          cell(p('一'), '<w:vMerge w:val="restart"/>'),
          `<w:sdt><w:sdtContent>${cell(p('二'))}</w:sdtContent></w:sdt>`,
        ],
        [cell('<w:p/>', '<w:vMerge/>'), cell(inner)],
      ) +
      `<w:p><w:r><w:pict><v:textbox><w:txbxContent>${p('框中')}</w:txbxContent></v:textbox></w:pict></w:r></w:p>`
    expect(shown(await readDocument(wordFile(body)))).toEqual([
      ['流程|^流程', '一|二', '^一|'],
      ['环节|岗位', '受理|窗口'],
      '框中',
    ])
  })

  it('[FI25] deleted and hidden text is left out, and said', async () => {
    const body = `<w:p>${r('受')}<w:del>${r('x').replaceAll('w:t>', 'w:delText>')}</w:del><w:ins>${r('理')}</w:ins>${r('暗', '<w:vanish/>')}</w:p>`
    const document = await readDocument(wordFile(body))
    expect([shown(document), notes(document)]).toEqual([
      ['受理'],
      ['修订中已删除的文字没有读入（1 处）', '隐藏的文字没有读入（1 处）'],
    ])
  })
})

describe('pages', () => {
  it('[FI25] hidden rows and columns, deleted text and comments do not count as shown', () => {
    const document = readDocumentText(
      '<table><col><col style="display:none"><tr><td>受<del>错</del>理<td>密<tr style="display:none"><td>旧</table>' +
        '<div style="mso-element:comment-list">批注</div>',
    )
    expect(shown(document)[0]).toEqual(['受理|'])
    expect(notes(document)).toEqual([
      '修订中已删除的文字没有读入（1 处）',
      '隐藏的文字没有读入（1 处）',
      '隐藏的 1 列没有读入',
    ])
  })

  it('[FI24] a table in a cell stands for itself, under the label of its row', () => {
    const document = readDocumentText(
      '<table><tr><td>实施主体<td>某局<tr><td>办理流程<td><table><tr><td>环节</table></table>',
    )
    expect(shown(document)).toEqual([['实施主体|某局', '办理流程|'], ['环节']])
    expect(tablesOf(document)[1]?.caption).toBe('办理流程')
  })

  it('[FI24] lists and paragraphs without a table are lines', () => {
    expect(shown(readDocumentText('<p>流程</p><ol><li>申请<li>受理</ol>'))).toEqual([
      '流程',
      '1. 申请',
      '2. 受理',
    ])
  })

  it('[FI24] a continued table goes on', () => {
    const [joined, ...others] = tablesOf(
      readDocumentText(
        `${continuedTable('<td>1<td>申请<td>甲')}<p>续表</p>${continuedTable('<td>2<td>受理<td>乙')}`,
      ),
    )
    expect(joined?.rows.map((row) => row.map(({ text }) => text).join('|'))).toEqual([
      '序号|环节|岗位',
      '1|申请|甲',
      '2|受理|乙',
    ])
    expect(others).toEqual([])
  })

  it('[FI4] unclosed markup takes linear time', () => {
    const started = performance.now()
    for (const bit of ['<a "', '<a x="', '<td', '<!--', "<b '>"]) readDocumentText(`<p>${bit.repeat(80_000)}`)
    expect(performance.now() - started).toBeLessThan(3_000)
  })
})

describe('other sources', () => {
  it('[FI24] rich text: paragraphs, cells and characters of every kind', async () => {
    const rtf = String.raw`{\rtf1\ansi\ansicpg936{\fonttbl{\f0 Song;}}\pard {\listtext 1.}\'ca\'dc\'c0\'ed\par\trowd\clvmgf\cellx1\cellx2\pard\intbl \u29615?\cell B\cell\row\trowd\clvmrg\cellx1\cellx2 \cell D\cell\row\pard {\v x}\u23436?\par}`
    expect(shown(await readDocument(strToU8(rtf)))).toEqual([
      '1.受理',
      ['环节'.slice(0, 1) + '|B', '^环|D'],
      '完',
    ])
  })

  it('[FI24] a web archive gives its page', async () => {
    const mht =
      'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b1"\r\n\r\n--b1\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>=E5=8F=97=\r\n=E7=90=86</p>\r\n--b1--'
    expect(shown(await readDocument(strToU8(mht)))).toEqual(['受理'])
  })

  it('[FI24] tables of bars, and text around them, as chats give them', () => {
    expect(
      shown(readDocumentText('# 流程\n\n| **环节** | 岗位 |\n|---|---|\n| 受理 | 窗口 |\n\n完')),
    ).toEqual(['流程', ['环节|岗位', '受理|窗口'], '完'])
  })

  it('[FI24] a tab after a number is a list, not a table', () => {
    expect(shown(readDocumentText('1.\t拟稿\n起草\n2.\t审核'))).toEqual(['1. 拟稿', '起草', '2. 审核'])
  })
})

describe('files that are not ours to read', () => {
  it.each([
    ['doc', compound('WordDocument'), '旧版 Word'],
    ['wps', compound('WordDocument'), 'WPS 文字'],
    ['et', compound('Workbook'), 'WPS 表格'],
    ['docx', compound('EncryptedPackage'), '打开密码'],
    ['pptx', zipSync({ 'ppt/presentation.xml': strToU8('<p/>') }), 'PowerPoint'],
    ['vsdx', zipSync({ 'visio/document.xml': strToU8('<p/>') }), 'Visio'],
    ['odt', zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text') }), '.odt'],
    ['ofd', zipSync({ 'OFD.xml': strToU8('<o/>') }), 'OFD'],
    ['zip', zipSync({ 'a.txt': strToU8('a') }), '压缩包'],
    ['zip', strToU8('PK\u0003\u0004half'), '不完整'],
    ['pdf', strToU8('%PDF-1.7'), 'PDF'],
    ['png', new Uint8Array([0x89, 0x50, 0x4e, 0x47]), '图片'],
    ['drawio', strToU8('<mxfile host="a"><diagram>x</diagram></mxfile>'), 'draw.io'],
    [
      'bpmn',
      strToU8(
        '<?xml version="1.0"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"/>',
      ),
      'BPMN',
    ],
    ['mmd', strToU8('---\ntitle: x\n---\nflowchart TD\n  a-->b'), 'Mermaid'],
    ['puml', strToU8('@startuml\n:受理;\n@enduml'), 'PlantUML'],
    ['xml', strToU8('<?xml version="1.0"?><flow><step/></flow>'), 'XML'],
    ['', new Uint8Array(), '空的'],
    ['bin', new Uint8Array([1, 2, 3, 4, 5, 6]), '不认识'],
  ])('[FI18] .%s is named as what it is', async (name, bytes, words) => {
    expect(await said(bytes, `x.${name}`)).toContain(words)
  })
})
