/** Texts of the check panel: filter, fix, waive, time strip. */
export const findingList = {
  filter: '显示',
  all: '全部',
  fix: '修复',
  fixHint: '按规则修改，一步可以撤销',
  waive: '豁免',
  waiveHint: '确认这一处没有问题，写明理由',
  reason: '豁免理由（必填）',
  by: '豁免人',
  confirm: '确认豁免',
  cancel: '取消',
  waived: '已豁免',
  withdraw: '取消豁免',
  marked: (count: number, first: string) => (count > 1 ? `${first}（共 ${count} 处）` : first),
} as const

export const timeStrip = {
  heading: '最长用时的岗位分布',
  share: (percent: number) => `${percent}%`,
} as const
