/** Texts of the sheet of keys. */
export const helpText = {
  heading: '快捷键',
  typing: '选中环节直接打字',
  typingDo: '改写名称',
  enter: '打字时 Enter / Shift+Enter',
  enterDo: '确认 / 换行',
  clipboard: 'Ctrl+C / X / V',
  clipboardDo: '复制、剪切、粘贴环节（可在图之间、窗口之间）；粘贴几行文字即成几个环节',
  box: 'Shift+拖动',
  boxDo: '框选',
  snap: '拖动时按住 Ctrl',
  snapDo: '暂不吸附对齐',
} as const
