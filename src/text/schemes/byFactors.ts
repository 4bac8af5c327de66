/** Schemes whose level follows from factors: by table, by product, by weighted points. */
import type { GradingScheme } from '../../model/grading.ts'
import { levels } from './levels.ts'

/** Likely and grave → 一级; likely and fairly grave, or grave but unlikely → 二级; else 三级 [W3]. */
export const likelihoodTimesSeverity: GradingScheme = {
  id: 'likelihood-severity',
  name: '一二三级（可能性×后果）',
  source: '某区环保局《廉政风险点分类分级说明》',
  levels: levels(
    {
      id: 'likelihood-severity-1',
      name: '一级',
      definition: '发生可能性较大，后果严重：可能承担刑事责任，或者造成重大损失、重大不良影响',
    },
    {
      id: 'likelihood-severity-2',
      name: '二级',
      definition:
        '发生可能性较大，后果较严重：可能承担党纪、政纪责任，或者造成较大损失、不良影响；以及后果严重但是发生可能性较低',
    },
    {
      id: 'likelihood-severity-3',
      name: '三级',
      definition: '发生可能性较小、后果较轻微',
    },
  ),
  factors: [
    { id: 'likelihood-2', name: '发生可能性', values: ['较小', '较大'] },
    {
      id: 'severity-3',
      name: '后果',
      values: ['较轻微', '较严重', '严重'],
      help: '严重：刑事责任、重大损失、重大不良影响；较严重：党纪政纪责任、较大损失、不良影响',
    },
  ],
  rule: {
    kind: 'table',
    lines: [
      { when: { 'likelihood-2': [2], 'severity-3': [3] }, level: 'likelihood-severity-1' },
      { when: { 'likelihood-2': [2], 'severity-3': [2] }, level: 'likelihood-severity-2' },
      { when: { 'severity-3': [3] }, level: 'likelihood-severity-2' },
      { when: {}, level: 'likelihood-severity-3' },
    ],
  },
}

/**
 * The source defines three dimensions and three levels and leaves weighing to a panel [W4]. The
 * limits between levels are our proposal; units change them in a copy.
 */
export const threeDimensions: GradingScheme = {
  id: 'three-dimensions',
  name: '重点、防范、一般（概率×影响×可控性）',
  source: '上海检修公司《廉政风险防控》：三个维度和三个等级；分界按乘积建议，可以复制后修改',
  levels: levels(
    { id: 'three-dimensions-1', name: '重点', word: '重', definition: '需建立制度，重点监管' },
    { id: 'three-dimensions-2', name: '防范', word: '防', definition: '需完善制度，强化监督' },
    { id: 'three-dimensions-3', name: '一般', word: '般', definition: '需落实制度，加强提醒' },
  ),
  factors: [
    { id: 'probability-3', name: '发生概率', values: ['低', '中', '高'] },
    { id: 'impact-3', name: '影响程度', values: ['小', '中', '大'] },
    { id: 'control-3', name: '可控性', values: ['易控', '一般', '难控'] },
  ],
  rule: {
    kind: 'score',
    combine: 'product',
    first: 1,
    thresholds: [
      { atLeast: 12, level: 'three-dimensions-1' },
      { atLeast: 4, level: 'three-dimensions-2' },
      { atLeast: 1, level: 'three-dimensions-3' },
    ],
  },
}

/** L and C have four values each. The source gives no thresholds; these are our proposal [P42]. */
export const likelihoodByConsequence: GradingScheme = {
  id: 'likelihood-consequence',
  name: 'L×C 风险值',
  source: '岗位风险信息系统（L、C、D 值）；分界值为建议，可以复制后修改',
  levels: levels(
    { id: 'likelihood-consequence-1', name: '一级', definition: 'D 值 9 以上' },
    { id: 'likelihood-consequence-2', name: '二级', definition: 'D 值 4 至 8' },
    { id: 'likelihood-consequence-3', name: '三级', definition: 'D 值 3 以下' },
  ),
  factors: [
    { id: 'likelihood-4', name: '可能性 L', values: ['极小', '较小', '较大', '极大'] },
    { id: 'consequence-4', name: '严重性 C', values: ['极小', '较小', '较大', '极大'] },
  ],
  rule: {
    kind: 'score',
    combine: 'product',
    first: 1,
    thresholds: [
      { atLeast: 9, level: 'likelihood-consequence-1' },
      { atLeast: 4, level: 'likelihood-consequence-2' },
      { atLeast: 1, level: 'likelihood-consequence-3' },
    ],
  },
}

const points = ['0 分', '1 分', '2 分', '3 分', '4 分', '5 分'] as const

/** Five scores of 0 to 5 with weights: A from 4, B from 3, C from 2, D below [P41]. */
export const weightedLetters: GradingScheme = {
  id: 'weighted-letters',
  name: 'A、B、C、D 四级（加权评分）',
  source: '供水集团《廉洁风险排查流程分析》：五项 0 至 5 分，加权',
  levels: levels(
    { id: 'weighted-letters-a', name: 'A', definition: '极高：4 分以上' },
    { id: 'weighted-letters-b', name: 'B', definition: '高：3 分以上' },
    { id: 'weighted-letters-c', name: 'C', definition: '中：2 分以上' },
    { id: 'weighted-letters-d', name: 'D', definition: '低：不到 2 分' },
  ),
  factors: [
    { id: 'completeness-6', name: '节点完整度', values: points, help: '问题越大，分数越高' },
    { id: 'clarity-6', name: '岗位清晰度', values: points },
    { id: 'concentration-6', name: '权力集中度', values: points },
    { id: 'agreement-6', name: '应然、实然匹配', values: points },
    { id: 'awareness-6', name: '自查自觉度', values: points },
  ],
  rule: {
    kind: 'score',
    combine: 'weighted',
    first: 0,
    weights: {
      'completeness-6': 0.25,
      'clarity-6': 0.2,
      'concentration-6': 0.2,
      'agreement-6': 0.2,
      'awareness-6': 0.15,
    },
    thresholds: [
      { atLeast: 4, level: 'weighted-letters-a' },
      { atLeast: 3, level: 'weighted-letters-b' },
      { atLeast: 2, level: 'weighted-letters-c' },
      { atLeast: 0, level: 'weighted-letters-d' },
    ],
  },
}
