/** Words of 办件分析, as workbook and document print them. */
import type { FindingJudgement } from '../../model/cases/findingState.ts'
import { findingStateName } from '../terms.ts'

export const replayFormText = {
  title: (power: string, form: string) => `${power}办件分析：${form}`,
  internal: '内部资料，不得公开',
  byMonth: '按月汇总',
  byStep: '环节运行',
  findings: '问题清单',
  reading: '核对说明',
  month: '受理月份',
  sum: '合计',
  cases: '办件数',
  closed: '办结数',
  fitting: '与图一致',
  fittingShare: '一致率',
  procedure: '违程序',
  authority: '超权限',
  late: '超总时限',
  lateStep: '环节超时',
  step: '环节',
  casesHere: '经过件数',
  shareHere: '占比',
  median: '中位用时（小时）',
  medianNote: '用时只算工作日 9:00–12:00、13:30–17:30，并且只算有开始和结束时间的记录。',
  skipped: '被跳过件数',
  case: '办件编号',
  began: '开始日期',
  finding: '发现的问题',
  noTrace: '不留痕',
  judged: '核实情况',
  judgedAs: (said: Pick<FindingJudgement, 'state' | 'reason'> | undefined) =>
    said === undefined || said.state === 'open'
      ? ''
      : `${findingStateName[said.state]}${said.reason && `：${said.reason}`}`,
  reservation: '核对时的假定和未采用的记录',
  count: (findings: number) => `共 ${findings} 条，须逐条核实后认定。`,
} as const
