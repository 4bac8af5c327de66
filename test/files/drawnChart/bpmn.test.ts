import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { drawnOf, toldDrawn } from './drawings.ts'

const bpmn = (process: string, around = '') =>
  strToU8(
    `<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">${around}<process id="p" name="用印审批">${process}</process></definitions>`,
  )
const flow = (id: string, from: string, to: string, name = '') =>
  `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}" name="${name}"/>`

describe('a BPMN file', () => {
  it('[DW10] gives tasks, lanes, gateways, data and remarks', () => {
    const reading = drawnOf(
      bpmn(
        `<laneSet id="ls"><lane id="l1" name="经办人"><flowNodeRef>s</flowNodeRef><flowNodeRef>a</flowNodeRef></lane><lane id="l2" name="办公室主任"><flowNodeRef>g</flowNodeRef><flowNodeRef>b</flowNodeRef></lane></laneSet>
        <startEvent id="s" name="提出申请"/><userTask id="a" name="填写用印单"><documentation>附原件</documentation><dataOutputAssociation id="o"><targetRef>d</targetRef></dataOutputAssociation></userTask>
        <dataObjectReference id="d" name="用印审批单"/>
        <exclusiveGateway id="g" name="是否同意"/><serviceTask id="b" name="登记台账"/><endEvent id="e" name="办结"/><endEvent id="x"/>
        ${flow('1', 's', 'a')}${flow('2', 'a', 'g')}${flow('3', 'g', 'b', '同意')}${flow('4', 'g', 'x', '不同意')}${flow('5', 'b', 'e')}`,
      ),
    )
    const { chart } = reading
    expect(toldDrawn(reading)).toEqual({
      steps: [
        '提出申请〔经办人〕',
        '填写用印单〔经办人〕',
        '是否同意〔办公室主任〕',
        '登记台账〔办公室主任〕',
        '结束',
        '办结',
      ],
      lines: [
        '提出申请→填写用印单',
        '填写用印单→是否同意',
        '是否同意→登记台账（同意）',
        '是否同意→结束（不同意）',
        '登记台账→办结',
      ],
      doubts: ['有 1 个“结束” 没有文字，请补上名称'],
      left: [],
    })
    expect(chart.header.title).toBe('用印审批')
    expect(chart.steps.map(({ kind }) => kind)).toEqual([
      'terminator',
      'process',
      'decision',
      'process',
      'terminator',
      'terminator',
    ])
    expect(chart.steps[1]).toMatchObject({ documents: ['用印审批单'], note: '附原件' })
    expect(chart.steps[3]).toMatchObject({ note: '由系统办理（服务任务）' })
  })

  it('[DW10] joins forks, opens sub-processes, makes boundary events exits of their host', () => {
    const reading = drawnOf(
      bpmn(
        `<task id="a" name="受理"/><parallelGateway id="f"/><task id="b" name="勘查"/><task id="c" name="公示"/><parallelGateway id="j"/>
        <subProcess id="sp" name="审批"><startEvent id="is"/><task id="i1" name="初审"/><task id="i2" name="终审"/>${flow('i', 'i1', 'i2')}${flow('i0', 'is', 'i1')}</subProcess>
        <boundaryEvent id="t" attachedToRef="c" cancelActivity="true"><timerEventDefinition><timeDuration>P7D</timeDuration></timerEventDefinition></boundaryEvent>
        <endEvent id="e" name="办结"/><endEvent id="z" name="终止"/>
        ${flow('1', 'a', 'f')}${flow('2', 'f', 'b')}${flow('3', 'f', 'c')}${flow('4', 'b', 'j')}${flow('5', 'c', 'j')}${flow('6', 'j', 'sp')}${flow('7', 'sp', 'e')}${flow('8', 't', 'z')}`,
      ),
    )
    const marks = reading.chart.steps.flatMap(({ name, parallel }) =>
      parallel ? [`${name} ${parallel}`] : [],
    )
    expect(marks).toEqual(['受理 fork', '初审 join'])
    const { lines, doubts, left } = toldDrawn(reading)
    expect(lines.toSorted()).toEqual(
      [
        '受理→勘查',
        '受理→公示',
        '勘查→初审',
        '公示→初审',
        '初审→终审',
        '终审→办结',
        '公示→终止（到时间P7D）',
      ].toSorted(),
    )
    expect(doubts).toContain('子流程“审批”里面的环节已经展开')
    expect(left).toEqual([])
  })

  it('[DW7] [DW10] names what a chart has no place for', () => {
    const { left } = toldDrawn(
      drawnOf(
        bpmn(
          `<task id="a" name="申报"/><task id="b" name="复核"/><subProcess id="sp" name="撤回" triggeredByEvent="true"><task id="i" name="撤回申请"/></subProcess><textAnnotation id="n"><text>每年三月</text></textAnnotation><dataStoreReference id="ds" name="台账"/>${flow('1', 'a', 'b')}${flow('2', 'b', 'gone')}`,
          '<message id="m"/>',
        ),
      ),
    )
    expect(left.toSorted()).toEqual(
      [
        '事件子流程“撤回”没有读入',
        '文字“每年三月”不属于任何环节，没有读入',
        '数据“台账”没有读入',
        '有 1 条线没有连到两个图形，没有读入',
      ].toSorted(),
    )
  })
})
