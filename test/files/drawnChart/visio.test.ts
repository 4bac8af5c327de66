import { describe, expect, it } from 'vitest'
import { drawnOf, packed, toldDrawn } from './drawings.ts'

const cells = (values: { readonly [name: string]: number }) =>
  Object.entries(values)
    .map(([name, value]) => `<Cell N="${name}" V="${value}"/>`)
    .join('')
const shape = (
  id: number,
  master: number | undefined,
  values: { readonly [name: string]: number },
  inside = '',
) => `<Shape ID="${id}" ${master === undefined ? '' : `Master="${master}"`}>${cells(values)}${inside}</Shape>`
const box = (id: number, master: number | undefined, text: string, x: number, y: number) =>
  shape(
    id,
    master,
    { PinX: x, PinY: y, Width: 1.5, Height: 0.6 },
    `<Section N="Geometry"/><Text><cp IX="0"/>${text}\n</Text>`,
  )

const lane = (id: number, name: string, x: number) =>
  shape(
    id,
    3,
    { PinX: x, PinY: 5, Width: 3, Height: 10 },
    `<Shapes><Shape ID="${id}0"><Text>${name}</Text></Shape></Shapes>`,
  )
const connect = (line: number, cell: string, to: number) =>
  `<Connect FromSheet="${line}" FromCell="${cell}" ToSheet="${to}"/>`
const line = (id: number, text = '') =>
  shape(id, 2, { BeginX: 0, BeginY: 0, EndX: 1, EndY: 1 }, text === '' ? '' : `<Text>${text}</Text>`)

/** A drawing with the masters 1 Decision, 2 Dynamic connector, 3 Swimlane, 4 Start/End. */
function visioFile(shapes: string, connects = ''): Uint8Array {
  const masters = ['Decision', 'Dynamic connector', 'Swimlane', 'Start/End']
  return packed({
    'visio/pages/pages.xml':
      '<Pages xmlns:r="r"><Page ID="0" Name="页-1"><PageSheet><Cell N="PageHeight" V="10"/></PageSheet><Rel r:id="rId1"/></Page></Pages>',
    'visio/pages/_rels/pages.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="page1.xml"/></Relationships>',
    'visio/pages/page1.xml': `<PageContents><Shapes>${shapes}</Shapes><Connects>${connects}</Connects></PageContents>`,
    'visio/masters/masters.xml': `<Masters>${masters.map((name, at) => `<Master ID="${at + 1}" NameU="${name}"/>`).join('')}</Masters>`,
  })
}

describe('a Visio drawing', () => {
  it('[DW12] reads masters, glue, labels of connectors and swimlanes', () => {
    const reading = drawnOf(
      visioFile(
        `${lane(11, '申请人', 1.5)}${lane(12, '审批科', 4.5)}${box(1, 4, '申请', 1.5, 8)}${box(2, 1, '是否准予', 4.5, 8)}${box(3, undefined, '制发批文\n3个工作日', 4.5, 4)}${line(21)}${line(22, '准予')}`,
        [
          connect(21, 'BeginX', 1),
          connect(21, 'EndX', 2),
          connect(22, 'BeginX', 2),
          connect(22, 'EndX', 3),
        ].join(''),
      ),
    )
    expect(toldDrawn(reading)).toEqual({
      steps: ['申请〔申请人〕', '是否准予〔审批科〕', '制发批文〔审批科〕3个工作日'],
      lines: ['申请→是否准予', '是否准予→制发批文（准予）'],
      doubts: [],
      left: [],
    })
    expect(reading.chart.steps.map(({ kind }) => kind)).toEqual(['terminator', 'decision', 'process'])
  })

  it('[DW2] [DW12] follows connectors that only touch', () => {
    const touching = shape(9, 2, { BeginX: 2, BeginY: 7.7, EndX: 2, EndY: 6.32 })
    const { lines } = toldDrawn(
      drawnOf(visioFile(`${box(1, undefined, '甲', 2, 8)}${box(2, undefined, '乙', 2, 6)}${touching}`)),
    )
    expect(lines).toEqual(['甲→乙'])
  })
})
