/** Schemes of two, three and four marks, graded by hand or by one question. */
import type { GradingScheme } from '../../model/grading.ts'
import { levels } from './levels.ts'

/** ▲▲▲ ▲▲ ▲, and 一般 without a mark [P21][P21c]. */
export const fourTriangles: GradingScheme = {
  id: 'four-triangles',
  name: '四级（▲▲▲、▲▲、▲、一般）',
  source: '《公路管理处廉政风险防控手册》、台州市交通局《交通工程廉政风险防控手册》',
  levels: levels(
    { id: 'four-triangles-1', name: '▲▲▲', definition: '危害和影响程度最大' },
    { id: 'four-triangles-2', name: '▲▲', definition: '危害和影响程度较大' },
    { id: 'four-triangles-3', name: '▲', definition: '有一定的危害和影响' },
    { id: 'four-triangles-4', name: '一般', word: '般', definition: '一般风险，手册中不加标记' },
  ),
  rule: { kind: 'byHand' },
}

/** Here stars are the size of the risk; in the handbooks above, the strength of the measure [P22]. */
export const threeStars: GradingScheme = {
  id: 'three-stars',
  name: '高★★★、中★★、低★',
  source: '《水利行业廉政风险防控体系建设实务指南》',
  levels: levels(
    {
      id: 'three-stars-1',
      name: '高★★★',
      word: '★★★',
      definition: '重大决策审批、大额资金：双重审核加集体决策',
    },
    { id: 'three-stars-2', name: '中★★', word: '★★', definition: '验收、考核：痕迹管理' },
    { id: 'three-stars-3', name: '低★', word: '★', definition: '程序性事务' },
  ),
  rule: { kind: 'byHand' },
}

/** The source marks 高 and 一般 without defining them [P4]. */
export const highAndOrdinary: GradingScheme = {
  id: 'high-ordinary',
  name: '高、一般两级',
  source: '《水务局廉政风险防控流程图》',
  levels: levels({ id: 'high-ordinary-1', name: '高' }, { id: 'high-ordinary-2', name: '一般', word: '般' }),
  rule: { kind: 'byHand' },
}

/** Here 一级 is the lighter level [P23]: numerals rise with gravity, and `rank` reflects that. */
export const risingTwo: GradingScheme = {
  id: 'rising-two',
  name: '一级、二级（二级更重）',
  source: '政府投资工程腐败风险预警处置办法',
  levels: levels(
    {
      id: 'rising-two-2',
      name: '二级',
      definition: '已经出现的腐败风险：发《腐败风险处置通知书》',
    },
    {
      id: 'rising-two-1',
      name: '一级',
      definition: '倾向性、苗头性的腐败风险：发《腐败风险防控通知书》',
    },
  ),
  factors: [{ id: 'stage-2', name: '状态', values: ['倾向性、苗头性', '已经出现'] }],
  rule: {
    kind: 'table',
    lines: [
      { when: { 'stage-2': [2] }, level: 'rising-two-2' },
      { when: { 'stage-2': [1] }, level: 'rising-two-1' },
    ],
  },
}
