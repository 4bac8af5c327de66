/** Labels of the three home tabs. */
export const homeTabs = { catalogue: '职权目录', charts: '流程图', review: '审核' } as const

export const homeTabsLabel = '首页'
