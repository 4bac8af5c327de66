/** Texts of the search for commands and steps. */
export const paletteText = {
  hint: '输入汉字、拼音或首字母，查找命令或环节',
  none: '没有找到',
  step: '环节',
  notNow: '现在不能用，请先选中环节',
  connect: (from: string) => `从“${from}”连到哪个环节？输入名称、拼音或首字母`,
} as const
