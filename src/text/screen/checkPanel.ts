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

export const timeSum = {
  heading: '怎么算的',
  why: {
    starts: '从这里起算，本环节不计',
    said: '写明不计入',
    statute: '依法不计入',
    after: '在决定之后，不计入',
    remedy: '救济程序另计',
  },
  unread: (names: readonly string[]) => `算不出长短、没有算入的：${names.join('、')}`,
  by: (law: string) => `依据：${law}`,
} as const
