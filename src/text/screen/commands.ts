/** Texts of commands, keys and the canvas. */

export const commandLabel = {
  addNext: '添加下一环节',
  drawOn: '接着画下一环节（新画或点中环节之后）',
  addBefore: '在前面添加环节',
  addBranch: '添加分支',
  addLeftBranch: '在左边添加分支',
  addDecision: '添加判断',
  splitDecision: '拆分判断',
  connectTo: '连到环节…',
  addRisk: '添加风险点',
  duplicate: '复制一份',
  copyFormat: '复制格式',
  pasteFormat: '粘贴格式',
  selectAll: '全选环节',
  replace: '查找替换',
  commandPalette: '查找命令和环节',
  actualSize: '实际大小',
  help: '快捷键',
  leave: '取消选择',
  fitSelection: '看所选环节',
  minimap: '缩略图',
  table: '表格',
  posts: '岗位',
  goAround: '画布、属性、工具栏、表格之间切换',
  goBackAround: '反过来切换',
  catalogue: '职权目录',
  newChart: '回到首页（新建、打开、最近的图）',
  check: '检查',
  history: '历史',
  review: '审核',
  comment: '评论',
  workList: '审核工作台',
  riskOverview: '风险一览',
  replay: '办件回放',
  importRisks: '导入上年一览表',
  share: '分享',
  publication: '公开',
  save: '保存',
  walk: { down: '走到下一环节', up: '走到上一环节', left: '走到左边环节', right: '走到右边环节' },
} as const

export const commandGroupName = { steps: '环节', edit: '编辑', look: '查看', chart: '图' } as const

export const splitWords = { name: '其他情形', otherwise: '其他' } as const

export const canvasText = {
  nameKept: (name: string) => `环节要有名称，仍为“${name}”`,
  pasted: (count: number) => `已粘贴 ${count} 个环节`,
  copied: (count: number) => `已复制 ${count} 个环节`,
  picture: '剪贴板里是图片。清权图不能从图片里认出流程，请复制表格或文字。',
  tooManyLines: (count: number) => `剪贴板里有 ${count} 行，一次最多粘贴 500 行。请用首页的“粘贴表格”。`,
  copy: '复制',
  cut: '剪切',
  paste: '粘贴',
  pasteHere: '粘贴到此处',
  pasteByKey: '浏览器不让网页读取剪贴板，请按 Ctrl+V 粘贴',
  chooseKind: '选择图形',
  label: '流线文字',
  reverse: '掉转方向',
  insert: '在流线上插入',
  mergeAsk: (name: string) => `已有岗位“${name}”，要合并成一个岗位吗？`,
  merge: '合并',
  theme: '浅色 / 深色',
  stepRole: '环节',
  flowlineRole: '流线',
  flowlineName: (from: string, to: string, label = '') =>
    `从「${from}」到「${to}」${label === '' ? '' : `，${label}`}`,
  foldMinimap: '收起缩略图',
  unfoldMinimap: '展开缩略图',
} as const

/**
 * Asked before deleting steps that others are editing, or that have open review marks; either may
 * be empty.
 */
export function deleteAsk(names: string, marks: number): string {
  const working = names === '' ? [] : [`${names} 正在编辑要删除的环节`]
  const where = names === '' ? '要删除的环节' : '上面'
  const marked = marks === 0 ? [] : [`${where}还有 ${marks} 条审核意见没有复核通过（意见会保留）`]
  return `${[...working, ...marked].join('，')}，确定删除吗？`
}

export const asksYesOrNo = /是否|[？?]$/
export const yesAndNo = ['是', '否'] as const
