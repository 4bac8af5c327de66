import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { readTsv } from '../../../src/files/tableSource/readDelimited.ts'
import { readTable } from '../../../src/files/tableReading/readTable.ts'
import { tableOf } from '../../../src/files/tableSource/table.ts'
import { counter } from '../counter.ts'
import { kinds, names, said, understand, ways, type Reading } from './readText.ts'

const marks = ({ chart }: Reading) =>
  chart!.steps.flatMap(({ name, parallel }) => (parallel ? [`${name} ${parallel}`] : []))
const flow = (next: string) =>
  understand('环节|下一步', `受理|${next}`, '规划科审|决定', '消防科审|决定', '决定|办结', '办结|')

describe('headings', () => {
  it('[FI7] are found below a title and a unit, with blanks, line ends, full width and notes in brackets', () => {
    const reading = understand(
      '印章管理权力运行流程图||',
      '单位：某局||',
      '序 号|环节⏎名称|办理时限（工作日）',
      '１|申请|',
      '2|用印|3',
    )
    expect(reading).toMatchObject({
      title: '印章管理权力运行流程图',
      unit: '某局',
      problems: [],
      ignoredColumns: [],
    })
    expect(reading.chart?.header).toEqual({ title: '印章管理权力运行流程图', unit: '某局' })
    expect(reading.rows[1]?.limit).toMatchObject({
      kind: 'span',
      amount: 3,
      unit: 'workday',
      wording: '3个工作日',
    })
  })

  it.each(['流程节点', '工作流程', '办理环节', '程序', '步骤', '风险防控环节'])(
    '[FI7] knows %s as the name',
    (heading) => {
      expect(names(understand(`${heading}|承办科室`, '受理|窗口'))).toEqual(['受理'])
    },
  )

  it('[FI7] takes 责任人 as the post, or beside a post as who answers for the risk', () => {
    expect(understand('环节|责任人', '受理|窗口').rows[0]?.posts).toEqual(['窗口'])
    const both = understand('环节|责任人|责任岗位|风险点', '受理|张三|窗口|超时')
    expect(both.rows[0]?.posts).toEqual(['窗口'])
    expect(both.chart?.risks[0]?.responsible).toBe('张三')
  })

  it('[FI7] names the columns that it does not know, and passes over empty ones', () => {
    expect(understand('环节|岗位|天气|', '受理|窗口|晴|').ignoredColumns).toEqual(['天气'])
  })

  it('takes one column without headings as names', () => {
    const reading = understand('受理', '审核', '办结')
    expect(names(reading)).toEqual(['受理', '审核', '办结'])
    expect(ways(reading)).toEqual(['2', '3', ''])
    expect(names(understand('环节名称', '1、受理', '审核'))).toEqual(['1、受理', '审核'])
    expect(names(understand('1、受理', '2、审核'))).toEqual(['受理', '审核'])
  })

  it('[FI8] refuses what is no table of steps', () => {
    expect(said(understand('', ''))).toEqual(['表格是空的'])
    expect(said(understand('a|b', 'c|d'))).toEqual(['没有找到表头，请保留“环节名称”“下一步”这样的标题行'])
    expect(said(understand('序号|风险点', '1|超时'))).toEqual(['没有“环节名称”这一列'])
    expect(said(understand('序号|环节名称'))).toEqual(['表格是空的'])
  })
})

describe('下一步', () => {
  const head = '序号|环节名称|下一步'
  const rows = ['2|审查|', '3|不予受理|', '4|补正|1']
  const next = (cell: string) => ways(understand(head, `1|受理|${cell}`, ...rows))[0]

  it.each([
    ['3（不予受理）；4（补正）', '4:不予受理 5:补正'],
    ['3(不予受理);4(补正)', '4:不予受理 5:补正'],
    ['不予受理→3；补正→4', '4:不予受理 5:补正'],
    ['不予受理：3；补正：4', '4:不予受理 5:补正'],
    ['同意转2；不同意转3', '3:同意 4:不同意'],
    ['3、4', '4 5'],
    ['３，４', '4 5'],
    ['转3', '4'],
    ['第3步', '4'],
    ['3⏎4', '4 5'],
    ['审查', '3'],
    ['审查（材料齐全）', '3:材料齐全'],
    ['2（1万元以内(运行经费不限)）', '3:1万元以内(运行经费不限)'],
    ['2（货物、服务；工程）；3', '3:货物、服务；工程 4'],
    ['→3', '4'],
    ['', '3'],
    ['无', ''],
  ])('[FI9] %s', (cell, expected) => {
    expect(next(cell)).toBe(expected)
  })

  it('[FI9] finds a step by a name that holds separators', () => {
    expect(ways(understand(head, '1|受理|审核、批准(初审)；3', '2|审核、批准(初审)|', '3|办结|'))[0]).toBe(
      '3 4',
    )
  })

  it('[FI8] names row and column of what is not there, and keeps the rest', () => {
    const reading = understand(head, '1|受理|2；14', '2|审查|批准')
    expect(said(reading)).toEqual([
      '第 2 行“下一步”：没有序号为 14 的环节',
      '第 3 行“下一步”：没有名为“批准”的环节',
    ])
    expect(reading.problems.every(({ severity }) => severity === 'error')).toBe(true)
    expect(ways(reading)).toEqual(['3', ''])
    expect(reading.rows[0]?.notes).toHaveLength(1)
  })

  it('[FI8] tells of two rows of one number, of a step that leads to itself, of 结束 without a row', () => {
    const reading = understand(head, '1|受理|1', '1|审查|结束', '2|办结|')
    expect(said(reading)).toEqual([
      '第 2 行“下一步”：下一步是它自己，没有读入',
      '第 3 行“序号”：序号 1 与第 2 行重复，流向以第 2 行为准',
      '第 3 行“下一步”：表里没有“结束”这个环节，流程就在这里结束',
    ])
    expect(ways(reading)).toEqual(['', '', ''])
  })

  it('[FI9] reads 同时送, 分送 … 会签 and a column 并行 as side by side, and says so', () => {
    const both = ['受理 fork', '决定 join']
    for (const next of [
      '同时送规划科审、消防科审',
      '分别报规划科审和消防科审',
      '并联审批：规划科审、消防科审',
    ]) {
      expect(marks(flow(next))).toEqual(both)
      expect(said(flow(next)).join()).toContain('读成了同时分办，在“决定”会合')
    }
    for (const next of ['规划科审、消防科审', '一般→规划科审；重大→消防科审', '规划科审或者消防科审'])
      expect(marks(flow(next))).toEqual([])
    const column = understand(
      '环节|下一步|并行',
      '受理|规划、消防|分送',
      '规划|决定|是',
      '消防|决定|',
      '决定|办结|会合',
      '办结||',
    )
    expect(marks(column)).toEqual(both)
    expect(said(column).join()).toContain('并行写的是“是”')
  })

  it('[FI9] goes on to the next row, but not from an end', () => {
    expect(ways(understand('环节名称|类型', '申请|开始', '不予受理|结束', '审查|', '办结|办结'))).toEqual([
      '3',
      '',
      '5',
      '',
    ])
  })
})

describe('类型', () => {
  it('[FI10] knows the words of the forms', () => {
    const reading = understand(
      '环节名称|类型',
      'a|起点',
      'b|处理',
      'c|判断',
      'd|文件',
      'e|预定义处理',
      'f|端点',
      'g|圆圈',
    )
    expect(kinds(reading)).toEqual([
      'terminator',
      'process',
      'decision',
      'document',
      'subprocess',
      'terminator',
      'process',
    ])
    expect(said(reading)).toEqual(['第 8 行“类型”：不认识类型“圆圈”，按一般环节处理'])
  })

  it('[FI10] infers what is not said', () => {
    const reading = understand(
      '序号|环节|下一步',
      '1|申请|',
      '2|材料是否齐全|3；4',
      '3|合格？|',
      '4|是否公开|',
      '5|结束|',
    )
    expect(kinds(reading)).toEqual(['terminator', 'decision', 'decision', 'process', 'terminator'])
  })
})

describe('posts', () => {
  it('[FI11] are split outside brackets, and are one post each', () => {
    const reading = understand(
      '环节|岗位',
      '受理|办公室、财务科；院长/书记',
      '审核|申请人(可委托村(居)委会、代办)、财务科',
    )
    expect(reading.chart?.posts.map(({ name }) => name)).toEqual([
      '办公室',
      '财务科',
      '院长',
      '书记',
      '申请人(可委托村(居)委会、代办)',
    ])
  })
})

describe('the rest of a row', () => {
  it('reads basis, materials, documents, duty, publicity and note', () => {
    const reading = understand(
      '环节|依据|申请材料|文书|职责|是否公开|备注|风险点|风险类别',
      '受理|《行政许可法》第三十二条|1.申请表⏎2.身份证|《受理通知书》、《补正通知书》|审核|否|说明|超时|业务流程',
    )
    expect(reading.problems).toEqual([])
    expect(reading.chart?.steps[0]).toMatchObject({
      legalBasis: [{ title: '《行政许可法》', article: '第三十二条' }],
      materials: ['申请表', '身份证'],
      documents: ['《受理通知书》', '《补正通知书》'],
      duty: 'review',
      internalOnly: true,
      note: '说明',
    })
    expect(reading.chart?.risks[0]?.category).toBe('process')
  })

  it('[FI8] reads 5,000 steps and says from where on it did not', () => {
    const lines = Array.from({ length: 5_002 }, (_, index) => `${index + 1}|环节${index}|`)
    const reading = understand('序号|环节名称|下一步', ...lines)
    expect(reading.chart?.steps).toHaveLength(5_000)
    expect(said(reading)).toEqual(['第 5002 行：环节太多，最多 5000 个，从这一行起没有读入'])
  })

  it('[FI8] never throws, and every flowline leads somewhere', () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '序号',
        '环节名称',
        '下一步',
        '风险点',
        '防控措施',
        '1',
        '2',
        '3',
        '审核',
        '1（是）；2',
        '结束',
        '同上',
        '①a②b',
        '',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 }), (rows) => {
        const { chart } = readTable(tableOf(rows, []), counter())
        const ids = new Set(chart?.steps.map(({ id }) => id))
        for (const { from, to } of chart?.flowlines ?? []) expect(ids.has(from) && ids.has(to)).toBe(true)
      }),
    )
  })

  it('names the row of the source, blank rows and line ends in cells counted as the spreadsheet does', () => {
    const table = readTsv('序号\t环节名称\t下一步\r\n\r\n1\t"受理\n登记表"\t9\r\n')
    expect(said(readTable(table, counter()))).toEqual(['第 3 行“下一步”：没有序号为 9 的环节'])
  })
})
