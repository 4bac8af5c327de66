import { deflateSync, strToU8, zlibSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readDrawnChart } from '../../../src/files/drawnChart/readDrawnChart.ts'
import { counter } from '../counter.ts'
import { drawnOf, toldDrawn } from './drawings.ts'

const cell = (id: string, value: string, style: string, geometry: string, parent = '1') =>
  `<mxCell id="${id}" value="${value}" style="${style}" vertex="1" parent="${parent}"><mxGeometry ${geometry} as="geometry"/></mxCell>`
const place = (x: number, y: number, width = 120, height = 40) =>
  `x="${x}" y="${y}" width="${width}" height="${height}"`
const edge = (id: string, ends: string, inside = '<mxGeometry relative="1" as="geometry"/>', style = '') =>
  `<mxCell id="${id}" style="${style}" edge="1" parent="1" ${ends}>${inside}</mxCell>`
const model = (...cells: readonly string[]) =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells.join('')}</root></mxGraphModel>`
const file = (...cells: readonly string[]) =>
  strToU8(`<mxfile><diagram name="立案">${model(...cells)}</diagram></mxfile>`)

const read = (bytes: Uint8Array) => readDrawnChart(bytes, '图', { newId: counter() })

const flow = [
  cell('lane', '执法科', 'swimlane;startSize=20', place(0, 0, 200, 400)),
  cell(
    'a',
    '受理线索&lt;br&gt;&lt;b&gt;2个工作日&lt;/b&gt;',
    'rounded=1;arcSize=50;html=1',
    place(20, 30),
    'lane',
  ),
  cell('b', '是否立案', 'rhombus;html=1', place(20, 150), 'lane'),
  `<UserObject label="制作文书" 责任岗位="承办人" 风险点="拖延办理" 版本="二" id="c"><mxCell style="shape=document" vertex="1" parent="1"><mxGeometry ${place(300, 150)} as="geometry"/></mxCell></UserObject>`,
  edge('1e', 'source="a" target="b"'),
  edge('2e', 'source="b" target="c"'),
  `<mxCell id="l" value="立案" style="edgeLabel;html=1" vertex="1" connectable="0" parent="2e"><mxGeometry relative="1" as="geometry"/></mxCell>`,
]

describe('a draw.io file', () => {
  it('[DW1] [DW4] [DW6] gives steps, labels, lanes, and the data of its figures', () => {
    const reading = drawnOf(file(...flow))
    expect(toldDrawn(reading)).toEqual({
      steps: ['受理线索〔执法科〕2个工作日', '是否立案〔执法科〕', '制作文书〔承办人〕'],
      lines: ['受理线索→是否立案', '是否立案→制作文书（立案）'],
      doubts: [],
      left: [],
    })
    const { steps, risks, header } = reading.chart
    expect(steps.map(({ kind }) => kind)).toEqual(['terminator', 'decision', 'document'])
    expect(risks.map(({ text }) => text)).toEqual(['拖延办理'])
    expect(steps[2]!.note).toBe('版本：二')
    expect(header.title).toBe('立案')
  })

  it('[DW2] follows loose ends by their places', () => {
    const ends =
      '<mxGeometry relative="1" as="geometry"><mxPoint x="60" y="50" as="sourcePoint"/><mxPoint x="62" y="92" as="targetPoint"/></mxGeometry>'
    const { lines } = toldDrawn(
      drawnOf(
        file(cell('a', '甲', '', place(0, 0)), cell('b', '乙', '', place(0, 100)), edge('e', '', ends)),
      ),
    )
    expect(lines).toEqual(['甲→乙'])
  })

  it('[DW9] is the same compressed, in an SVG and in a PNG', () => {
    const plain = toldDrawn(drawnOf(file(...flow)))
    const packed = deflateSync(strToU8(encodeURIComponent(model(...flow))))
    const xml = `<mxfile><diagram name="立案">${Buffer.from(packed).toString('base64')}</diagram></mxfile>`
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" content="${xml.replaceAll('<', '&lt;').replaceAll('"', '&quot;')}"><g/></svg>`
    const png = pngWith(strToU8(encodeURIComponent(xml)), 'tEXt')
    const zipped = pngWith(zlibSync(strToU8(encodeURIComponent(xml))), 'zTXt')
    for (const bytes of [strToU8(xml), strToU8(svg), png, zipped])
      expect(toldDrawn(drawnOf(bytes))).toEqual(plain)
  })

  it('[DW9] leaves pictures of others alone and refuses what expands without end', () => {
    expect(read(strToU8('<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>'))).toBeUndefined()
    const bomb = Buffer.from(deflateSync(new Uint8Array(25_500_000))).toString('base64')
    expect(read(strToU8(`<mxfile><diagram>${bomb}</diagram></mxfile>`))).toMatchObject({
      fault: 'drawingTooLarge',
    })
    const laughs = `<!DOCTYPE m [<!ENTITY a "哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;">]>${model(cell('a', '&b;', '', place(0, 0)), cell('b', '乙', '', place(0, 100)), edge('e', 'source="a" target="b"'))}`
    expect(toldDrawn(drawnOf(strToU8(laughs))).steps).toEqual(['&b;', '乙'])
  })
})

function pngWith(content: Uint8Array, kind: 'tEXt' | 'zTXt'): Uint8Array {
  const data = Buffer.concat([strToU8(kind === 'tEXt' ? 'mxfile\0' : 'mxfile\0\0'), content])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    length,
    strToU8(kind),
    data,
    Buffer.alloc(4),
  ])
}
