/** Labels of the first pages. */
export const homeTabs = { catalogue: '职权目录', charts: '流程图', review: '审核', control: '防控' } as const

export const homeTabsLabel = '首页'
