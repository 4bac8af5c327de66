/** 评论: what those who work on a chart say to each other at a step. */
export const commentText = {
  heading: '评论',
  hint: '和一起编图的人商量。不算审核意见，不影响审定，也不会出现在任何导出和公开的内容里。',
  none: '还没有评论。选中一个环节，在上面写下想说的；用 @ 加姓名或岗位，可以叫某个人来看。',
  add: '评论',
  about: (target: string) => `评论${target}`,
  text: '想说的话（@ 可以叫人）',
  send: '发送',
  cancel: '取消',
  answer: '回复',
  close: '已处理',
  closed: (name: string) => `${name} 标为已处理`,
  showClosed: (count: number) => `已处理的 ${count} 条`,
  here: (count: number) => (count === 0 ? '评论这个环节' : `评论（${count}）`),
} as const
