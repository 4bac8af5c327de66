/** The step table: headings, suggestions, and refusals of cells. */
import { plainShort, stepFieldWords as step } from '../fieldWords.ts'

export const gridHeading = {
  name: step.name.short,
  kind: step.kind.short,
  posts: step.posts.short,
  limit: step.timeLimit.short,
  next: '下一步',
  risk: '风险点',
  level: '等级',
  measures: '措施',
  duty: step.duty.short,
  parallel: step.parallel.short,
  public: step.internalOnly.short,
  ...plainShort,
  note: step.note.short,
} as const

/** Help for columns whose heading does not explain the format. */
export const gridHint = {
  posts: '多个岗位用顿号隔开，第一个决定所在泳道',
  limit: step.timeLimit.hint,
  next: '写序号或环节名称，如：3（不予受理）；4（补正）',
  risk: '一行一个风险点（Alt+Enter 换行）',
  level: '一行一个等级，编号与风险点对应；只写一个，适用于本格全部风险点',
  measures: '有多个风险点时，编号就是风险点的编号，如：1. 双人核验；1、2. 全程留痕',
  parallel: '同时分办、会合后办，或会合后再分办；不是并行的不填',
  public: '公开，或仅内部',
  note: '备注不对外公开',
} as const

export const grid = {
  label: '环节表格',
  help: '方向键移动，输入即替换，F2 修改，Enter 向下，Tab 向右，Alt+Enter 换行，Esc 放弃。在最后一格按 Tab 离开表格。',
  keys: 'F2 修改 · Alt+Enter 换行 · Ctrl+D 向下填充 · Ctrl+Enter 填入所选各格',
  number: '序号',
  insertAbove: '上方插入',
  insertBelow: '下方插入',
  moveUp: '上移',
  moveDown: '下移',
  removeRows: '删除行',
  append: '在末尾加一行',
  suggestions: '可选内容',
  public: '公开',
  internal: '仅内部',
  unwritten: '（未填写）',
  ungraded: '—',
  exit: (number: number, label: string) => (label === '' ? String(number) : `${number}（${label}）`),
  cell: (row: number, heading: string, text: string) =>
    `第 ${row} 行，${heading}：${text === '' ? '空' : text}`,
  sum: (steps: number) => `${steps} 个环节`,
  chosen: (rows: number, columns: number) => `已选 ${rows} 行 × ${columns} 列`,
  refused: (row: number, heading: string, why: string) => `第 ${row} 行“${heading}”没有写入：${why}`,
  refusedMore: (count: number) => `另有 ${count} 格没有写入，已标红。`,
  refusedHint: (why: string) => `没有写入：${why}\n按 F2 修改，按 Esc 恢复原来的内容。`,
  risksRemoved: (risks: number, measures: number) =>
    `删除了 ${risks} 个风险点${measures > 0 ? `和 ${measures} 条措施` : ''}，可按 Ctrl+Z 撤销。`,
  tooMany: (most: number) => `一张图最多 ${most} 个环节，没有粘贴。`,
  nothingToPaste: '剪贴板里没有可以粘贴的文字。',
} as const

export const gridFault = {
  emptyName: () => '环节名称不能为空；要去掉整行，请用“删除行”。',
  tooLong: () => '文字太长。',
  unknownKind: (words: string) => `不认识的类型“${words}”，可填：端点、环节、判断、文书、子流程。`,
  unknownDuty: (words: string) => `不认识的角色“${words}”，可填：发起、经办、审核、决定、执行、验收、监督。`,
  unknownParallel: (words: string) => `不认识的并行“${words}”，可填：同时分办、会合后办、会合后再分办。`,
  unknownPublic: (words: string) => `“${words}”看不出是否公开，可填：公开、仅内部。`,
  noSuchNumber: (words: string) => `没有第 ${words} 号环节。`,
  noSuchName: (words: string) => `没有叫“${words}”的环节。`,
  severalOfTheName: (words: string) => `有几个环节都叫“${words}”，请改写序号。`,
  noEnd: (words: string) => `没有叫“${words}”的环节，请先加一行，再填它的序号。`,
  unknownLevel: (words: string) => `不认识的等级“${words}”。`,
  levelCount: (words: string) => `等级有 ${words}，请一行一个对应。`,
  levelWithoutRisk: () => '这个环节还没有风险点，请先填风险点。',
  measureWithoutRisk: () => '这个环节还没有风险点，请先填风险点。',
  noSuchRisk: (words: string) => `没有编号 ${words} 的风险点。`,
} as const satisfies Record<string, (words: string) => string>

export type GridFault = keyof typeof gridFault
export const gridCounts = (levels: number, risks: number) => `${levels} 个而风险点有 ${risks} 个`
