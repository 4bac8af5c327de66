/** 查找替换. */
export const replaceWords = {
  heading: '查找替换',
  find: '查找',
  by: '替换为',
  hint: '在本图的全部文字里查找：名称、岗位、流线文字、风险、措施、依据、材料、备注、图的信息。不含时限、日期和填写人。',
  none: (find: string) => `没有找到“${find}”。`,
  found: (hits: number, chosen: number) => `找到 ${hits} 处，已选 ${chosen} 处`,
  more: (count: number) => `另有 ${count} 处没有列出，也会替换。`,
  limits: (count: number) => `另有 ${count} 处在办理时限的文字里，不会替换，请在表单里改。`,
  all: '全选',
  nothing: '全不选',
  internal: '内部',
  emptied: '（清空）',
  apply: (count: number) => `替换 ${count} 处`,
  cancel: '取消',
  done: (count: number, by: string) => (by === '' ? `已删去 ${count} 处文字` : `已替换 ${count} 处`),
  risk: (owner: string) => `${owner} 的风险点`,
  whyNot: {
    'empty-name': '替换后没有文字了，不能替换',
    'too-long': '替换后太长，不能替换',
    'post-exists': '已有同名的岗位，不能替换',
  },
} as const
