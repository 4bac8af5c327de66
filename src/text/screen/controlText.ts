/** Words of the page 防控. */
import type { MeasureFilter } from '../../model/control/measureList.ts'
import type { ScheduleFault } from '../../model/time/readSchedule.ts'
import type { DayOfMonth, Schedule } from '../../model/time/schedule.ts'
import { dateWording } from '../paper/paper.ts'

export const controlText = {
  heading: '防控',
  measures: '措施台账',
  lead: '流程图里写了“如何落实”的防控措施，按时间逐次列在这里：该什么时候落实、落实了没有、证据交了没有。只有本单位的人看得到，不进图的文件、链接和公开页。',
  refresh: '刷新',
  loading: '正在读取台账…',
  noRight:
    '措施台账只给本单位的人看。请用单位链接进入（由管理员在“链接与登录”里生成），再用各张图的链接打开要管的图。',
  none: '还没有防控措施。在流程图里给环节添加风险点和防控措施，展开措施下面的“如何落实”，写上责任人、完成时间或频次（如 每季度末），这里就会按时间列出来。',
  noneShown: '没有符合条件的措施。',
  clear: '清除条件',
  search: '搜措施、事项、环节、责任人',
  from: '应落实日期从',
  until: '到',
  overdueOnly: (count: number) => `逾期 ${count} 次`,
  rate: (done: number, due: number) => `到期 ${due} 次，已落实 ${done} 次`,
  rateOf: (words: string) => `落实率 ${words}`,
  notDone: (count: number) => `未落实 ${count}`,
  partly: (count: number) => `部分落实 ${count}`,
  missing: (count: number) => `缺证据 ${count}`,
  count: (shown: number, total: number) =>
    shown < total ? `列出前 ${shown} 次，共 ${total} 次` : `共 ${total} 次`,
  more: '再列出一些',
  any: '全部',
  empty: '（空）',
  filterBy: (head: string) => `按${head}筛选`,
  heads: {
    due: '应落实',
    state: '状态',
    text: '防控措施',
    title: '权力事项',
    place: '环节',
    level: '等级',
    stage: '阶段',
    means: '类别',
    responsible: '责任人',
    schedule: '频次',
    evidence: '证据',
    office: '科室',
  } satisfies Record<MeasureFilter | 'due' | 'text', string>,
  moved: (scheduled: string) => `原定 ${scheduled}`,
  noDay: '—',
  overdue: '逾期',
  changed: '措施已变',
  gone: '图上已删',
  unsure: '该年放假安排尚未公布，按周一至周五推算',
  unread: '看不懂',
  suggestions: (count: number) => `${count} 条措施连续两次未落实，请考虑修改措施或重新评定风险等级：`,
  failed: (titles: readonly string[]) => `有 ${titles.length} 张图的措施读不出来：${titles.join('、')}`,
  form: '落实情况表',
  reminder: '本月提醒',
  cutShort: (count: number) => `一次最多导出 ${count} 次，请先用条件缩小范围`,
} as const

export const measureDialog = {
  openChart: '打开流程图',
  risks: '针对的风险点',
  evidenceWanted: '要求的证据',
  enter: '登记落实',
  result: '落实情况',
  doneOn: '落实日期',
  note: '情况说明',
  noteHint: '怎样落实的；没有落实的写明原因',
  save: '登记',
  close: '关闭',
  saved: '已登记',
  move: '改期',
  due: '改到',
  reason: '理由',
  records: '落实记录',
  noRecords: '还没有登记。',
  said: (who: string, on: string, entered: string) => `${on}（${who}，${entered} 登记）`,
  wordingThen: (wording: string) => `当时的措施：${wording}`,
  revoke: '撤销',
  revoked: (who: string, reason: string) => `已由${who}撤销：${reason}`,
  movedTo: (due: string, who: string, reason: string) => `改到 ${due}（${who}：${reason}）`,
  handIn: '交证据',
  evidenceName: '证据名称',
  evidenceText: '内容',
  evidenceOn: '证据日期',
  chooseFile: '选择文件',
  fileHint: 'PDF、Word、Excel、图片或 txt，10 MB 以内',
  orText: '没有文件的，写明内容或文号',
  replaced: '（已有新版）',
  dated: (on: string) => `（${on}）`,
  readOnly: '您可以查看，不能登记（单位链接的目录权限为“看”）。',
  who: '登记要写明是谁：',
  settled: '这一次已经办结；登记错了可以撤销原记录。',
  unnamed: '（未署名）',
} as const

const faults: { readonly [F in ScheduleFault]: string } = {
  'not-understood': '看不懂这个时间，不会排期。可以写：每季度末、每月15日、每年6月和12月、2026-11-30、随时',
  'no-such-day': '没有这一天，不会排期',
  'no-year': '没有写是哪一年，不会排期：每年都做的写“每年11月30日”，只做一次的写“2026-11-30”',
}

export function sayScheduleFault(fault: ScheduleFault): string {
  return faults[fault]
}

const weekdays = '一二三四五六日'

/** What a rule was understood as: 每年3月31日、6月30日 … */
export function saySchedule(schedule: Schedule): string {
  switch (schedule.kind) {
    case 'running':
      return '日常进行，不排日期，随时可以登记'
    case 'once':
      return `只做一次，${dateWording(schedule.day)}`
    case 'weekly':
      return `每周${weekdays.charAt(schedule.weekday - 1)}`
    case 'yearly': {
      const { points, shift } = schedule
      const moved = shift === undefined ? '' : shift === 'later' ? '，遇休息日顺延' : '，遇休息日提前'
      const days = new Map<string, number[]>()
      for (const { month, on } of points) days.set(sayDay(on), [...(days.get(sayDay(on)) ?? []), month])
      const said = [...days].map(([day, months]) =>
        months.length === 12 ? `每月${day}` : `每年${months.join('、')}月的${day}`,
      )
      return said.join('，') + moved
    }
  }
}

function sayDay(on: DayOfMonth): string {
  switch (on.kind) {
    case 'last':
      return '月末'
    case 'date':
      return on.date > 28 ? `${on.date}日（没有这一天的月份按月末）` : `${on.date}日`
    case 'workday':
      return on.nth > 0 ? `第${on.nth}个工作日` : '最后一个工作日'
  }
}
