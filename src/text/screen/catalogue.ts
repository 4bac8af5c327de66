/** 职权目录: texts of its forms, page, server and command line. */
import type { RenamePlace } from '../../model/catalogue/rename.ts'
import type { PowerState, PublicStanding } from '../../model/catalogue/row.ts'
import { dateWording } from '../paper/paper.ts'
import { calendarNote } from './publicNoteText.ts'

export const catalogueFormWords = {
  title: '职权目录',
  tab: '职权目录',
  columns: {
    number: '序号',
    code: '职权编码',
    name: '职权名称',
    kind: '类别',
    content: '职权内容',
    exercisedBy: '行使主体',
    office: '承办科室',
    legalBasis: '实施依据',
    statutoryLimit: '法定期限',
    promisedLimit: '承诺期限',
    chartTitle: '流程图',
    derived: '风险点数',
    note: '备注',
  },
  levelCount: (name: string, count: number) => `${name}${count}`,
  empty: '（目录中没有职权）',
  /** Heading for ungrouped rows that follow a group; imported as no group. */
  ungrouped: '未分组',
  noted: (heading: string, text: string) => `${heading}：${text}`,
  powers: (count: number, charts: number) => `共${count}项职权，${charts}张流程图。`,
  fileName: '职权目录',
} as const

/** 职权目录, the public version. */
export const publicCatalogueWords = {
  fileName: '职权目录（公开）',
  date: (date: string | undefined) =>
    `公布日期：${date === undefined ? '　　　　年　　月　　日' : dateWording(date)}`,
  leftOut: (count: number) => `未列入 ${count} 项：内部权力（人、财、物），流程图没有公开的不对外列出。`,
} as const

export const catalogueTrouble = {
  wrongValue: '这一项不能填这样的内容',
  foreignPower: (name: string) => `“${name}”按别人的流程图运行，只有那张图的所有者或管理员可以改。`,
  noChangeSet: '没有这一次修改的记录，可能太早，已不再保留。',
  damaged: '这张图的数据已损坏，请管理员运行 qingquan doctor 查看。',
  noName: (row: number) => `第 ${row} 行没有职权名称，没有读入：`,
  unknownKind: (row: number, words: string) => `第 ${row} 行的类别“${words}”不认识，已记入备注`,
  noChart: (row: number, words: string) => `第 ${row} 行的流程图“${words}”在这里没有，已记入备注`,
  twice: (row: number, name: string, first: number) =>
    `第 ${row} 行的“${name}”与第 ${first} 行重复（同编码，或同名同主体），已合并到前一行`,
  closing: (row: number, words: string) => `第 ${row} 行“${words}”不是职权，没有读入`,
  noHeading: '没有找到表头。职权目录至少要有“职权名称”一列，上面各列写明是什么。',
  notCatalogue: '这不是清权图的职权目录文件。',
} as const

export const powerStateName: { readonly [S in PowerState]: string } = {
  noChart: '未绘图',
  hidden: '不可查看',
  drafting: '未送审',
  reviewing: '审核中',
  approved: '已审定',
  changed: '审定后有改动',
  published: '已公开',
  outdated: '公开版已过时',
}

export const renamePlaceName: { readonly [P in RenamePlace]: string } = {
  post: '责任岗位',
  publicPost: '岗位的公开名称',
  responsible: '风险点责任人',
  leader: '风险点责任领导',
  unit: '单位',
  office: '承办处室',
  consultPhone: '咨询电话',
  supervisionPhone: '监督电话',
  exercisedBy: '目录的行使主体',
  powerOffice: '目录的承办科室',
}

export const catalogueText = {
  heading: '职权目录',
  loading: '正在读取职权目录…',
  count: (shown: number, all: number) => (shown === all ? `${all} 项职权` : `${shown} / ${all} 项职权`),
  search: '按名称、编码、内容、依据查找，可用拼音',
  anyKind: '全部类别',
  anyOffice: '全部科室',
  anyState: '全部状态',
  noOffice: '未定科室',
  clear: '清除条件',
  none: '目录里还没有职权。导入单位的职权目录（Excel），或者新建一项。',
  noneLocal: '这台电脑上还没有图。图的标题、编码、科室会在这里列成目录。',
  noneShown: '没有符合条件的职权。',
  derived: '没有连上服务器：这里按本机各图的标题栏列出职权，只供查看和批量检查、导出。',
  import: '导入目录',
  exportXlsx: '导出 Excel',
  exportDocx: '导出 Word',
  exportPublicXlsx: '公开用 Excel（不含风险）',
  exportPublicDocx: '公开用 Word（不含风险）',
  exportList: '导出目录',
  add: '新建职权',
  rename: '统一更名',
  fromCharts: '从流程图建立',
  refresh: '刷新',
  heads: {
    code: '编码',
    name: '职权名称',
    kind: '类别',
    office: '承办科室',
    limits: '法定 / 承诺',
    chart: '流程图',
    risks: '风险点',
    review: '审核',
    published: '最近公开',
  },
  sortBy: (heading: string) => `按“${heading}”排序`,
  ungrouped: '未分组',
  ungraded: '未定级',
  groupCount: (count: number) => `${count} 项`,
  open: (title: string) => `打开“${title}”`,
  makeChart: '绘制',
  linkChart: '选用已有的图',
  hiddenChart: '无权查看',
  risks: (count: number) => `${count} 个`,
  rung: (name: string) => `待：${name}`,
  unsettled: (count: number) => `待处理意见 ${count} 条`,
  stale: (published: PublicStanding) =>
    published.updateBy === undefined
      ? '已过时'
      : `已过时，${published.updateBy} 前更新${calendarNote(published)}`,
  total: '合计',
  select: (name: string) => `选择“${name}”`,
  selectAll: '选择列出的全部职权',
  selected: (count: number) => `已选 ${count} 项`,
  unselect: '取消选择',
  edit: '修改',
  bulkEdit: '批量修改',
  remove: '移除',
  removed: (count: number) => `已移除 ${count} 项职权`,
  undo: '撤销',
  up: '上移',
  down: '下移',
  move: (name: string) => `拖动“${name}”调整次序或分组`,
  sorted: '按目录次序排列时才能拖动',
  check: '批量检查',
  export: '批量导出',
  publish: '批量公开',
  readOnly: '您可以查看目录。要修改，请用管理员的链接打开，或先有自己的流程图。',
  done: '已保存',
} as const

export const powerDialog = {
  add: '新建职权',
  edit: '修改职权',
  bulk: (count: number) => `批量修改 ${count} 项职权`,
  bulkHint: '只写入这里改动过的栏目，其余不动。',
  various: '各不相同，不动',
  clear: '清空这一栏',
  noChart: '（未绘图）',
  save: '保存',
  cancel: '取消',
  noName: '请填写职权名称。',
} as const

export const catalogueHistory = {
  heading: '修改记录',
  hint: '谁在什么时候改了目录。撤回一次修改（含批量修改、导入、移除），以后又改过的栏目不动；撤回本身也在记录里，可以再撤回。',
  none: '还没有修改。',
  by: (name: string) => (name === '' ? '未署名' : name),
  count: (count: number) => `${count} 项职权`,
  added: (name: string) => `新增“${name}”`,
  removed: (name: string) => `移除“${name}”`,
  changed: (name: string, fields: readonly string[]) => `“${name}”：${fields.join('；')}`,
  field: (label: string, before: string, after: string) =>
    `${label} ${before || '（空）'} → ${after || '（空）'}`,
  order: '次序',
  chart: '流程图',
  more: (count: number) => `……另 ${count} 项`,
  takeBack: '撤回这次修改',
  older: '更早的',
  done: (changed: number) =>
    changed === 0 ? '没有可以撤回的：以后都又改过了。' : `已撤回，${changed} 项职权恢复原样`,
  left: (names: readonly string[]) =>
    `以后又改过、没有动的 ${names.length} 项：${names.map((name) => (name === '' ? '（已移除的一项）' : name)).join('、')}`,
  close: '关闭',
} as const

export const importCatalogue = {
  heading: '导入职权目录',
  choose: '选择文件',
  hint: '支持 .xlsx、.csv、.tsv、.html，也可以从 Excel、WPS 复制后直接粘贴到这里。列名按常见的职权目录、权责清单认读，导入前可以逐列更改。',
  columns: '各列的含义',
  example: '示例',
  column: (heading: string) => `“${heading}”这一列`,
  counts: (added: number, changed: number, same: number) =>
    `新增 ${added} 项，更新 ${changed} 项，不变 ${same} 项`,
  matching: '编码相同的（没有编码时，名称和行使主体相同的）算同一项；表格里空着的栏目不会清掉已有的内容。',
  problems: (count: number) => `需要留意的 ${count} 处`,
  take: '导入',
  again: '换一个文件',
  cancel: '取消',
  done: (added: number, changed: number) => `已导入：新增 ${added} 项，更新 ${changed} 项`,
} as const

export const renameDialog = {
  heading: '统一更名',
  hint: '机构改革、岗位调整后，在您能改的全部图和目录里一次改好。先预览，再执行。',
  what: { post: '岗位', unit: '单位', office: '科室', phone: '电话' },
  from: '原来是',
  to: '改为',
  preview: '预览',
  run: (count: number) => `执行更名（${count} 处）`,
  heads: { title: '图或职权', place: '位置', before: '现在', after: '改后' },
  merges: '与同名岗位合并',
  none: '没有找到。请核对名称：要与图上的写法完全相同。',
  failed: (count: number) => `${count} 张图没有改成：`,
  done: (places: number) => `已更名 ${places} 处`,
  close: '关闭',
  failure: (title: string, why: string) => `${title}：${why}`,
} as const

export const batchText = {
  heading: { check: '批量检查', export: '批量导出', publish: '批量公开' },
  counts: (charts: number, without: number) =>
    without === 0
      ? `所选职权共 ${charts} 张图（同一张图只处理一次）。`
      : `所选职权共 ${charts} 张图（同一张图只处理一次）；${without} 项没有可用的图，不处理。`,
  formats: '要哪些文件',
  noRegisters: '登记表是内部资料，不与外部流程图放在一起。',
  format: { pdf: 'PDF', png: 'PNG 图片', register: '登记表（Excel）', json: '图文件' },
  others: '给别的软件',
  leaves: (what: readonly string[]) => `给别的软件的文件里可能没有：${what.join('；')}`,
  editions: { internal: '内部流程图', external: '外部流程图' },
  edition: '版本',
  start: '开始',
  cancel: '停止',
  stopping: '正在停止…',
  close: '关闭',
  progress: (done: number, all: number) => `${done} / ${all}`,
  stopped: (done: number, all: number) => `已停止：完成 ${done} 张，共 ${all} 张。`,
  finished: (good: number, bad: number) =>
    bad === 0 ? `全部完成：${good} 张。` : `完成 ${good} 张，${bad} 张没有成功：`,
  count: (severity: 'error' | 'warning' | 'hint', count: number) =>
    `${{ error: '错误', warning: '警告', hint: '提示' }[severity]} ${count}`,
  open: '打开这张图',
  clean: '没有发现问题',
  zipName: (day: string) => `职权流程图 ${day}`,
  registerFolder: '登记表',
  failedFile: '未能导出的图.txt',
  failure: (title: string, why: string) => `${title}：${why}`,
  notHere: '这张图不在本机',
} as const
