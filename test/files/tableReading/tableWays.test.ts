import { describe, expect, it } from 'vitest'
import { readHtmlTables } from '../sourceTables.ts'
import { readTable } from '../../../src/files/tableReading/readTable.ts'
import { tableOf } from '../../../src/files/tableSource/table.ts'
import { counter } from '../counter.ts'
import { kinds, names, said, understand, ways } from './readText.ts'

const rows = ['1|申请|申请人|', '2|审核|窗口|', '3|局长审批|局长|', '4|送达|窗口|']
const head = '序号|环节名称|责任岗位|下一步'

function next(cell: string) {
  return understand(head, rows[0]!, `2|审核|窗口|${cell}`, rows[2]!, rows[3]!)
}

function posts(...lines: readonly string[]) {
  return understand(...lines).rows.map((row) => row.posts.join('、'))
}

function limit(heading: string, cell: string) {
  return understand(`环节|${heading}`, `审核|${cell}`).rows[0]?.limit
}

describe('下一步 in words', () => {
  it.each([
    ['合格进入第3步，不合格退回第1步', '4:合格 2:不合格'],
    ['合格的，进入第3步；不合格的，退回第1步修改', '4:合格 2:不合格'],
    ['是→3 否→退回1', '4:是 2:否'],
    ['5万元以下的转3，5万元以上的转4', '4:5万元以下 5:5万元以上'],
    ['合格→3；不合格→1（整改）', '4:合格 2:不合格（整改）'],
    ['通过：第三步；不通过：第一步', '4:通过 2:不通过'],
    ['通过进入③', '4:通过'],
    ['3和4', '4 5'],
    ['转局长审批环节', '4'],
  ])('[FI9] %s', (cell, expected) => {
    const reading = next(cell)
    expect(ways(reading)[1]).toBe(expected)
    expect(said(reading)).toEqual([])
  })

  it.each([
    ['审批', '4', '“审批”按第 4 行的环节读入，请核对'],
    ['材料不齐，退回申请人', '2:材料不齐', '“申请人”按第 2 行的环节读入，请核对'],
    ['退回补正', '2', '“补正”按第 2 行的环节读入，请核对'],
    ['退回上一步', '2', '“上一步”按第 2 行的环节读入，请核对'],
  ])('[FI9] %s is nearly a step, and it is said', (cell, expected, sentence) => {
    const reading = next(cell)
    expect(ways(reading)[1]).toBe(expected)
    expect(said(reading)).toEqual([`第 3 行“下一步”：${sentence}`])
  })

  it('[FI9] gives an end without a row its own box, in the lane of who names it', () => {
    const reading = next('符合的进入局长审批，不符合的不予受理')
    const end = reading.chart!.steps.at(-1)!
    expect(end).toMatchObject({ kind: 'terminator', name: '不予受理' })
    expect(reading.chart!.posts.find(({ id }) => id === end.posts?.[0])?.name).toBe('窗口')
    expect(reading.chart!.flowlines.find(({ to }) => to === end.id)?.label).toBe('不符合')
    expect(reading.rows.at(-1)).toMatchObject({ added: true, name: '不予受理' })
    expect(said(reading)).toEqual(['第 3 行“下一步”：表里没有“不予受理”这个环节，已补上作为一个终点'])
  })

  it('[FI20] keeps in the note what it did not understand', () => {
    expect(next('同意→3；其他→另外处理').chart?.steps[1]?.note).toBe('下一步：同意→3；其他→另外处理')
  })
})

describe('kinds that nobody has said', () => {
  it('[FI10] come from the place in the flow and from what the exits say', () => {
    const reading = understand(
      head,
      rows[0]!,
      '2|审核|窗口|同意→3；不同意→4',
      '3|批准|局长|无',
      '4|退件|窗口|',
    )
    expect(kinds(reading)).toEqual(['terminator', 'decision', 'terminator', 'terminator'])
  })

  it('[FI10] leave a part of a chart without ends', () => {
    const table = tableOf(
      [
        ['环节', '岗位'],
        ['审核', '窗口'],
        ['批准', '局长'],
      ],
      [],
    )
    const { chart } = readTable(table, counter(), 'part')
    expect(chart?.steps.map(({ kind }) => kind)).toEqual(['process', 'process'])
  })
})

describe('who does it', () => {
  it.each([
    ['药剂科', '主任', '药剂科主任'],
    ['需求部门', '部门经理', '需求部门经理'],
    ['财务科', '会计、出纳', '财务科会计、财务科出纳'],
    ['局党组', '局长', '局党组、局长'],
    ['财务科', '审计科', '财务科、审计科'],
    ['院领导', '分管院长', '分管院长'],
  ])('[FI21] %s and %s', (office, post, expected) => {
    expect(posts('环节|责任部门|责任岗位', `审核|${office}|${post}`)).toEqual([expected])
  })

  it.each(['科长 张三', '张三（科长）', '科长：张三'])('[FI21] %s is the post 科长', (cell) => {
    const reading = understand('环节|责任人', `审核|${cell}`)
    expect(reading.rows[0]?.posts).toEqual(['科长'])
    expect(reading.chart?.steps[0]?.note).toBe(`责任人：${cell}`)
    expect(said(reading)).toEqual(['第 2 行“责任人”：“张三”像是人名，流程图对岗不对人，只记在备注里'])
  })
})

describe('limits', () => {
  it.each([
    ['时限', '3个工作日（法定20个工作日）', 3],
    ['时限', '法定20个工作日，承诺5个工作日', 5],
    ['承诺时限（工作日）', '2', 2],
  ])('[FI22] %s: %s', (heading, cell, amount) => {
    expect(limit(heading, cell)).toMatchObject({ kind: 'span', amount, unit: 'workday' })
  })

  it('[FI22] of two columns the step has what is promised, the other stands in the note', () => {
    const reading = understand('环节|法定时限|承诺时限', '审核|20个工作日|5个工作日')
    expect(reading.rows[0]?.limit).toMatchObject({ amount: 5 })
    expect(reading.chart?.steps[0]?.note).toBe('法定时限：20个工作日')
  })

  it('[FI22] says nothing where only a dash stands, and takes no length from another column', () => {
    expect(limit('时限', '/')).toBeUndefined()
    expect(understand('环节|岗位|审批权限', '审核|科长|1天以内').rows[0]?.limit).toBeUndefined()
  })
})

describe('shapes of tables', () => {
  it('[FI19] a chain in one line, with posts and limits in brackets', () => {
    const reading = understand('申请→受理（窗口，1个工作日）→办结')
    expect(names(reading)).toEqual(['申请', '受理', '办结'])
    expect(reading.rows[1]).toMatchObject({ posts: ['窗口'], limit: { amount: 1 } })
  })

  it('[FI19] lines around a table in a document are its title and its notes', () => {
    const [table] = readHtmlTables(
      '<p>用印审批流程</p><table><tr><td>环节</td><td>岗位</td></tr><tr><td>申请</td><td>经办人</td></tr></table><p>注：急件除外。</p>',
    )
    expect(readTable(table!, counter()).chart?.header).toEqual({
      title: '用印审批流程',
      note: '急件除外。',
    })
  })

  it('[FI8] names columns where the steps run across', () => {
    const reading = understand('环节名称|申请|审核', '办理时限|改天|3个工作日', '责任岗位|经办人|科长')
    expect(said(reading)).toEqual(['第 2 列“办理时限”：没有读懂时限“改天”，按原文保留，不参与计算'])
  })
})

it('[FI19] what is handed in and what is made stand at their step, and at no other', () => {
  const { chart } = understand('环节|申请材料|文书', '受理|申请书；身份证|', '决定||决定书')
  expect(chart!.steps.map(({ materials, documents }) => [materials, documents])).toEqual([
    [['申请书', '身份证'], undefined],
    [undefined, ['决定书']],
  ])
})
