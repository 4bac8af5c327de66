/** Texts around the templates on screen. */
export const templateWords = {
  heading: '从模板开始',
  lead: '点一下就生成一张可以修改的图。岗位、时限、金额请按本单位的规定调整。',
  external: '对外职权',
  internal: '内部管理',
  steps: (count: number) => `${count} 个环节`,
  loading: '正在载入模板…',
  making: '正在生成…',
  failed: '模板没有载入成功，请检查网络后刷新。',
} as const
