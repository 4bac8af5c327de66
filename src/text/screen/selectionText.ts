/** The form of several selected steps. */
export const selectionText = {
  several: (count: number) => `已选 ${count} 个环节`,
  note: '这里改的，所选环节都改。',
  mixed: '（各不相同）',
  internal: '仅内部可见',
  level: '风险等级（所选环节的全部风险点）',
  noRisks: '所选环节没有风险点',
  align: '对齐',
  alignments: {
    left: '左对齐',
    centre: '左右居中',
    right: '右对齐',
    top: '上对齐',
    middle: '上下居中',
    bottom: '下对齐',
    across: '横向等距',
    down: '纵向等距',
  },
  noAlign: '三栏图由系统排版，不能手工对齐',
  formatCopied: (name: string) =>
    `已复制“${name}”的格式：类型、职责角色、不公开的内容。选中其他环节后按 Ctrl+Alt+V`,
  formatPasted: (count: number) => `${count} 个环节已套用格式（类型、职责角色）；原来不公开的仍不公开`,
  remove: '删除所选环节',
  done: (field: string, count: number) => `${count} 个环节的“${field}”已修改`,
  levels: (count: number) => `${count} 个风险点的等级已修改`,
} as const
