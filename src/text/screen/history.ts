/** Texts of revisions, comparison, restore and journal. */
import type { RevisionKind } from '../../protocol/api.ts'

export const historyText = {
  heading: '历史',
  close: '关闭历史',
  revisions: '版本',
  journal: '修改记录',
  merges: '冲突',
  none: '还没有版本。改动停下两分钟后会自动留存一个，也可以现在保存。',
  now: '现在',
  save: '保存为版本',
  saveName: '版本名称',
  saveNameHint: '如：报局长办公会审议稿',
  savedAs: (name: string) => `已保存版本“${name}”`,
  authors: (names: readonly string[]) => names.join('、'),
  revisionKind: { auto: '自动', named: '命名', published: '公开', restored: '恢复' },
  titled: (time: string, name: string) => (name === '' ? time : `${time}　${name}`),
  compare: '比较',
  compareWith: '与它比较',
  same: '两个版本没有不同。',
  count: (count: number) => `${count} 处不同`,
  view: '查看此版本',
  restore: '恢复到此版本',
  restoreAsk: (title: string) => `恢复到 ${title}？`,
  restoreDo: '恢复',
  restoreNote: '恢复也是一次普通的修改：别人正在做的改动会保留，您也可以撤销。',
  restoreSame: '这个版本与现在没有不同，不用恢复。',
  restored: '已恢复，可以撤销。',
  restoredFrom: (title: string) => `恢复自 ${title}`,
  mayNot: '您可以查看历史，但不能保存版本或恢复。',
  unreadable: (why: string) => `这个版本读不出来：${why}`,
  before: (title: string) => `改动前：${title}`,
  after: (title: string) => `改动后：${title}`,
  journalNone: '还没有修改记录。',
  journalNobody: '未署名',
  journalRest: (count: number) => `还有 ${count} 处改动`,
  journalOmitted: (count: number) => `另有 ${count} 处改动太多，没有逐条留存；内容在历史版本里`,
  journalCut: '更早的记录太多，这里没有全部列出',
  journalKept: ({ days, bytes }: { readonly days: number; readonly bytes: number }) =>
    `修改记录保留 ${days} 天，每张图最多 ${Math.round(bytes / 1024 / 1024)} MB；很长的文字只留开头，全文在历史版本里。`,
  journalMore: '再早一些',
  mergesWhat: '两个人同时（或有人离线时）改了同一处，只能留下一个。箭头左边是没有留下的，右边是留下的。',
  mergesNone: '没有冲突。',
  mergeSides: (kept: string, lost: string) =>
    `留下的：${kept === '' ? '未署名' : kept}；没有留下的：${lost === '' ? '未署名' : lost}`,
  mergeGone: (words: string) => `写在已被删除的内容里，没有留下：${words}`,
  mergeTakeOther: '改用没有留下的',
} as const satisfies { readonly revisionKind: Record<RevisionKind, string>; readonly [word: string]: unknown }

/** 11月22日 09:05; with the year if it is not the current one. */
export function momentWords(at: Date, now: Date): string {
  const year = at.getFullYear() === now.getFullYear() ? '' : `${at.getFullYear()}年`
  return `${year}${at.getMonth() + 1}月${at.getDate()}日 ${two(at.getHours())}:${two(at.getMinutes())}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
