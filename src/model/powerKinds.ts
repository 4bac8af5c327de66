/** 职权类别, the only list; used by types, file schema and gate. */

/** The ten kinds of the 权责清单: powers exercised towards the public. */
export const outwardPowerKinds = [
  'licensing', // 行政许可
  'penalty', // 行政处罚
  'compulsion', // 行政强制
  'levy', // 行政征收
  'payment', // 行政给付
  'inspection', // 行政检查
  'confirmation', // 行政确认
  'reward', // 行政奖励
  'adjudication', // 行政裁决
  'other', // 其他职权
] as const

/** Powers over people, money and things within the unit. */
export const internalPowerKinds = [
  'personnel', // 人事
  'finance', // 财务
  'procurement', // 采购
  'assets', // 资产
  'works', // 工程
] as const

export const powerKinds = [...outwardPowerKinds, ...internalPowerKinds] as const
