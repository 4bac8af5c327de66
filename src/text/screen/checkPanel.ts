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

export const checkPanel = {
  heading: '检查',
  close: '关闭检查',
  nothing: '没有发现问题。',
  /** `atLeast`: a limit on the way could not be read. */
  time: ({ workdays, days }: { readonly workdays: number; readonly days: number }, sum: 'all' | 'atLeast') =>
    `最长用时：${sum === 'atLeast' ? '至少 ' : ''}${[workdays > 0 ? `${workdays} 个工作日` : '', days > 0 ? `${days} 日` : ''].filter((part) => part !== '').join('，另 ')}`,
  noTime: '环节没有填写办理时限，算不出用时。',
  severity: { error: '错误', warning: '需要补充', hint: '提示' },
} as const
