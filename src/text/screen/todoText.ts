import type { TodoKind } from '../../model/review/todoKinds.ts'

/** 待我处理: the entry on every page, and what it opens. */
export const todoText = {
  heading: '待我处理',
  entry: (count: number) => (count === 0 ? '待我处理' : `待我处理，${count} 项`),
  kinds: {
    answer: '意见待整改',
    check: '整改待复核',
    pass: '等我审定',
    receipt: '文书待回执',
    mention: '@我的',
  } satisfies Record<TodoKind, string>,
  none: '没有要您处理的事。别人给您提意见、@您，或者轮到您审定时，这里会出现数字。',
  unknown: '您还没有凭链接进来，没有要处理的事。',
  failed: '现在连不上服务器，下面是上次读到的。',
  all: '打开审核工作台',
  untitled: '未命名',
  deadline: (day: string) => `限 ${day}`,
  overdue: (day: string) => `已逾期（${day}）`,
  more: (count: number) => `还有 ${count} 项，见审核工作台`,
} as const
