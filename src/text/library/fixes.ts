/** Words that fixes write into a chart, and words that tell answers apart. */
export const fixWords = {
  start: '开始',
  end: '结束',
  correction: '一次告知补正',
  correctionLabel: '材料不齐',
  correctionDocument: '《补正通知书》',
  refusal: '不予受理',
  refusalLabel: '不符合受理条件',
  refusalDocument: '《不予受理通知书》',
  accepted: '符合条件',
} as const

/** The opposite answer, in both directions. */
export const answerPairs: readonly (readonly [yes: string, no: string])[] = [
  ['是', '否'],
  ['同意', '不同意'],
  ['通过', '不通过'],
  ['批准', '不予批准'],
  ['合格', '不合格'],
  ['齐全', '不齐全'],
  ['符合', '不符合'],
  ['合规', '不合规'],
  ['成立', '不成立'],
  ['受理', '不予受理'],
  ['有异议', '无异议'],
]

/** The step to which a negative answer leads. */
export const negativeStep = /不予|不批准|不同意|不通过|不合格|退回|补正|终止|撤销|整改|重新|驳回/

/** Separators of two listed acts: 采购、验收. */
export const merelyListed = /^(?:和|与|及|以及|并|、|\/|／|＋|\+)?$/

/** The new step of a split keeps the text before the first act: 设备采购和验收 → 设备验收. */
export const mostPrefix = 8
