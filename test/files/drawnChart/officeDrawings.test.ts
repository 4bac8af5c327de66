import { describe, expect, it } from 'vitest'
import { readDrawnChart } from '../../../src/files/drawnChart/readDrawnChart.ts'
import { counter } from '../counter.ts'
import { drawnOf, packed, toldDrawn, wordBox, wordFile, wordGroup, wordLine, wordText } from './drawings.ts'

const box = (id: number, text: string, row: number, preset = 'rect') =>
  wordBox(id, text, [100, row * 80, 120, 40], { preset })

const read = (bytes: Uint8Array) => readDrawnChart(bytes, '文件', { newId: counter() })

describe('a chart drawn in Word', () => {
  it('[DW1] has every box as a step, of the kind that its figure shows', () => {
    const { chart } = drawnOf(
      wordFile(
        wordGroup(
          box(1, '提出申请', 0, 'flowChartTerminator'),
          box(2, '材料齐全？', 1, 'flowChartDecision'),
          box(3, '受理通知书', 2, 'flowChartDocument'),
          box(4, '专家评审', 3, 'flowChartPredefinedProcess'),
          box(5, '登记', 4),
          wordLine(6, [160, 40, 0, 40], { from: 1, to: 2 }),
        ),
      ),
    )
    expect(chart.steps.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      '提出申请 terminator',
      '材料齐全？ decision',
      '受理通知书 document',
      '专家评审 subprocess',
      '登记 process',
    ])
  })

  it('[DW2] follows glue, and without glue the ends of the lines', () => {
    const shapes = [box(1, '申请', 0), box(2, '受理', 1), box(3, '办结', 2)]
    const glued = wordFile(
      wordGroup(
        ...shapes,
        wordLine(4, [0, 0, 1, 1], { from: 1, to: 2 }),
        wordLine(5, [0, 0, 1, 1], { from: 2, to: 3 }),
      ),
    )
    // Off by some points, as drawn by hand.
    const touching = wordFile(
      wordGroup(...shapes, wordLine(4, [163, 44, 0, 31]), wordLine(5, [158, 118, 2, 47])),
    )
    expect(toldDrawn(drawnOf(glued)).lines).toEqual(['申请→受理', '受理→办结'])
    expect(toldDrawn(drawnOf(touching)).lines).toEqual(['申请→受理', '受理→办结'])
  })

  it('[DW2] follows elbows of separate lines and arrows that merge into a line', () => {
    const { lines, left } = toldDrawn(
      drawnOf(
        wordFile(
          wordGroup(
            box(1, '审查', 0),
            box(2, '办结', 3),
            wordBox(3, '退回', [300, 80, 80, 40]),
            // 审查 → right → down → left to 办结, in three pieces; 退回 comes in from the side.
            wordLine(4, [220, 20, 40, 0], { arrow: 'none' }),
            wordLine(5, [260, 20, 0, 240], { arrow: 'none' }),
            wordLine(6, [220, 260, 40, 0], { flip: 'flipH="1"' }),
            wordLine(7, [260, 100, 40, 0], { flip: 'flipH="1"' }),
          ),
        ),
      ),
    )
    expect(lines.toSorted()).toEqual(['审查→办结', '退回→办结'])
    expect(left).toEqual([])
  })

  it('[DW2] follows corners that lines drawn by hand miss by some points, past the texts beside', () => {
    const { lines, left } = toldDrawn(
      drawnOf(
        wordFile(
          wordGroup(
            box(1, '是否公示', 0, 'flowChartDecision'),
            wordBox(2, '张贴公告', [300, 160, 100, 40]),
            wordLine(3, [223, 18, 130, 3], { arrow: 'none' }),
            wordLine(4, [347, 24, 6, 132]),
            wordBox(5, '需要公示', [300, 26, 44, 16], { bare: true }),
          ),
        ),
      ),
    )
    expect(lines).toEqual(['是否公示→张贴公告（需要公示）'])
    expect(left).toEqual([])
  })

  it('[DW3] gives each text beside a line to that line, not twice to one', () => {
    const { lines } = toldDrawn(
      drawnOf(
        wordFile(
          wordGroup(
            box(1, '是否同意', 0, 'flowChartDecision'),
            box(2, '签发', 2),
            wordBox(3, '退回经办人', [300, 160, 100, 40]),
            wordLine(4, [160, 40, 0, 120], { from: 1, to: 2 }),
            wordLine(5, [220, 20, 130, 140], { from: 1, to: 3, preset: 'bentConnector2' }),
            wordBox(6, '同意', [165, 80, 30, 16], { bare: true }),
            wordBox(7, '不同意', [230, 2, 40, 16], { bare: true }),
          ),
        ),
      ),
    )
    expect(lines).toEqual(['是否同意→签发（同意）', '是否同意→退回经办人（不同意）'])
  })

  it('[DW3] gives a text between two lines to the exit of a branch', () => {
    const { lines } = toldDrawn(
      drawnOf(
        wordFile(
          wordGroup(
            box(1, '是否勘查', 0, 'flowChartDecision'),
            box(2, '出具意见', 2),
            wordBox(3, '现场勘查', [260, 0, 100, 40]),
            wordLine(4, [160, 40, 0, 120], { from: 1, to: 2 }),
            wordLine(5, [220, 20, 40, 0], { from: 1, to: 3 }),
            wordLine(6, [190, 40, 100, 120], { from: 3, to: 2, flip: 'flipH="1"' }),
            wordBox(7, '不需要', [163, 128, 44, 12], { bare: true }),
            wordBox(8, '需要', [228, 4, 24, 12], { bare: true }),
          ),
        ),
      ),
    )
    expect(lines).toEqual(['是否勘查→出具意见（不需要）', '是否勘查→现场勘查（需要）', '现场勘查→出具意见'])
  })

  it('[DW4] reads 岗位 and 时限 in a second line and in brackets, and leaves sentences alone', () => {
    const { steps } = toldDrawn(
      drawnOf(
        wordFile(
          wordGroup(
            box(1, '受理\n（政务窗口，1个工作日）', 0),
            box(2, '审查（法制科）\n5个工作日内', 1),
            box(3, '公示（在门户网站公示）', 2),
            box(4, '责任岗位：分管领导\n签发', 3),
            box(5, '送达\n当事人签收后', 4),
            wordLine(6, [160, 40, 0, 40], { from: 1, to: 2 }),
          ),
        ),
      ),
    )
    expect(steps).toEqual([
      '受理〔政务窗口〕1个工作日',
      '审查〔法制科〕5个工作日内',
      '公示（在门户网站公示）',
      '签发〔分管领导〕',
      '送达当事人签收后',
    ])
  })

  it('[DW5] gives the boxes beside to their steps: risks, levels, measures', () => {
    const { chart } = drawnOf(
      wordFile(
        wordGroup(
          box(1, '初审', 0),
          box(2, '终审', 1),
          wordLine(3, [160, 40, 0, 40], { from: 1, to: 2 }),
          wordBox(4, '风险点：1.放宽条件；2.收受礼金\n风险等级：高', [250, 0, 120, 50]),
          wordBox(5, '防控措施：1.双人审查；2.定期抽查', [400, 0, 120, 50]),
          wordBox(6, '风险点：越权审批', [250, 160, 120, 40]),
          wordLine(7, [220, 110, 40, 60], { from: 2, to: 6, arrow: 'none' }),
        ),
      ),
    )
    const told = chart.risks.map(({ text, step, level, id }) => ({
      step: chart.steps.find((one) => one.id === step)?.name,
      text,
      level,
      measures: chart.measures.filter(({ risks }) => risks.includes(id)).map((measure) => measure.text),
    }))
    expect(told).toEqual([
      { step: '初审', text: '放宽条件', level: 'high', measures: ['双人审查'] },
      { step: '初审', text: '收受礼金', level: 'high', measures: ['定期抽查'] },
      { step: '终审', text: '越权审批', level: undefined, measures: [] },
    ])
    expect(chart.flowlines).toHaveLength(1)
  })

  it('[DW5] reads the three columns 工作流程, 廉政风险点, 防控措施', () => {
    const { chart, left } = drawnOf(
      wordFile(
        wordGroup(
          wordBox(1, '工作流程', [0, 0, 150, 30]),
          wordBox(2, '廉政风险点', [150, 0, 150, 30]),
          wordBox(3, '防控措施', [300, 0, 150, 30]),
          wordBox(4, '申报预算', [20, 60, 110, 40]),
          wordBox(5, '询价比选', [20, 160, 110, 40]),
          wordLine(6, [75, 100, 0, 60], { from: 4, to: 5 }),
          wordBox(7, '指定供应商（高）', [170, 160, 110, 40]),
          wordBox(8, '三家以上比价', [320, 160, 110, 40]),
        ),
      ),
    )
    expect(chart.posts).toEqual([])
    expect(chart.steps.map(({ name }) => name)).toEqual(['申报预算', '询价比选'])
    expect(chart.risks).toMatchObject([{ step: chart.steps[1]!.id, text: '指定供应商', level: 'high' }])
    expect(chart.measures).toMatchObject([{ text: '三家以上比价', risks: [chart.risks[0]!.id] }])
    expect(left).toEqual([])
  })

  it('[DW6] takes lanes from frames with headings, and from a row of headings that touch', () => {
    const steps = [
      wordBox(1, '申报', [20, 60, 80, 30]),
      wordBox(2, '审核', [140, 60, 80, 30]),
      wordBox(8, '归档', [140, 160, 80, 30]),
      wordLine(3, [100, 75, 40, 0], { from: 1, to: 2 }),
      wordLine(9, [180, 90, 0, 70], { from: 2, to: 8 }),
    ]
    const headings = [wordBox(4, '经办员', [0, 0, 120, 30]), wordBox(5, '财务科', [120, 0, 120, 30])]
    const frames = [wordBox(6, '', [0, 0, 120, 300]), wordBox(7, '', [120, 0, 120, 300])]
    const told = ['申报〔经办员〕', '审核〔财务科〕', '归档〔财务科〕']
    expect(toldDrawn(drawnOf(wordFile(wordGroup(...frames, ...headings, ...steps)))).steps).toEqual(told)
    expect(toldDrawn(drawnOf(wordFile(wordGroup(...headings, ...steps)))).steps).toEqual(told)
  })

  it('[DW7] says what it guessed and what it left', () => {
    const { doubts, left, lines } = toldDrawn(
      drawnOf(
        wordFile(
          wordGroup(
            box(1, '申请', 0),
            box(2, '受理', 1),
            wordLine(3, [160, 40, 0, 40], { from: 1, to: 2, arrow: 'none' }),
            wordBox(4, '本图由办公室解释', [600, 900, 200, 20], { bare: true }),
            wordLine(5, [700, 300, 60, 60]),
          ),
        ),
      ),
    )
    expect(lines).toEqual(['申请→受理'])
    expect(doubts).toEqual(['“申请”到“受理”：线上没有箭头，方向按从上到下、从左到右，请核对'])
    expect(left).toEqual([
      '文字“本图由办公室解释”不属于任何环节，没有读入',
      '有 1 条线没有连到两个图形，没有读入',
    ])
  })

  it('[DW7] joins boxes without lines in reading order, and says so', () => {
    const stack = [0, 1, 2].map((row) =>
      wordBox(row, ['接收', '核对', '入库'][row]!, [100, row * 50, 120, 40]),
    )
    const { lines, doubts } = toldDrawn(drawnOf(wordFile(wordGroup(...stack))))
    expect(lines).toEqual(['接收→核对', '核对→入库'])
    expect(doubts).toHaveLength(2)
  })

  it('[DW8] has the paragraph above as its title, and reads the larger of two drawings unless told', () => {
    const one = wordGroup(box(1, '甲', 0), box(2, '乙', 1), wordLine(3, [160, 40, 0, 40], { from: 1, to: 2 }))
    const two = wordGroup(
      box(1, '立项', 0),
      box(2, '论证', 1),
      box(3, '批复', 2),
      wordLine(4, [160, 40, 0, 40], { from: 1, to: 2 }),
    )
    const file = wordFile(wordText('附件流程'), one, wordText('项目立项流程图'), two)
    expect(drawnOf(file).chart.header.title).toBe('项目立项流程图')
    expect(toldDrawn(drawnOf(file)).left).toEqual(['另有一张图“附件流程”（2 个图形）没有读，可以选择读它'])
    expect(toldDrawn(drawnOf(file, 1)).steps).toEqual(['甲', '乙'])
  })

  it('[DW9] refuses figures that lie on top of each other by the hundred, in time', () => {
    const heap = Array.from({ length: 700 }, (_, at) => wordBox(at, `环节${at}`, [0, 0, 100, 40]))
    expect(read(wordFile(wordGroup(...heap, wordLine(900, [50, 40, 0, 60]))))).toMatchObject({
      fault: 'tooCrowded',
    })
    const start = performance.now()
    const long = ['（'.repeat(80_000), '风险点 '.repeat(20_000), '乙'].map((text, at) =>
      wordBox(at, text, [0, at * 100, 90, 40]),
    )
    expect(drawnOf(wordFile(wordGroup(...long))).left).toContainEqual(
      expect.objectContaining({ fault: 'textCut' }),
    )
    expect(performance.now() - start).toBeLessThan(2_000)
  })

  it('[DW9] leaves files without a drawing to other readers, and refuses what is broken', () => {
    expect(read(wordFile(wordText('只有文字')))).toBeUndefined()
    expect(read(new TextEncoder().encode('环节\t下一步\n受理\t办结'))).toBeUndefined()
    expect(read(new Uint8Array())).toBeUndefined()
    expect(read(packed({ 'word/document.xml': '<w:document><w:body>' }))).toMatchObject({
      fault: 'brokenXml',
    })
  })
})
