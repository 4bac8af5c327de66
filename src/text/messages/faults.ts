/**
 * Closed lists of input faults with their Chinese sentences. `files` detects the faults; only this
 * module words them.
 */
import { plainLabels } from '../fieldWords.ts'
import { otherFiles } from './intake.ts'

/** A table cell or file field, as far as known. */
interface Wrong {
  /** The text found, or the text looked for. */
  readonly words?: string | undefined
  /** What it conflicts with: another row, or a limit. */
  readonly other?: number | undefined
}

/** Placeholder for missing names in a file, because a file without names would not open again. */
export const unnamed = '未命名'

type Sentences = { readonly [fault: string]: (wrong: Wrong) => string }

export const chartFileFaults = {
  tooLarge: () => '文件超过 20 MB，不能打开',
  /** `words` is the line, `other` the position in it. */
  notJson: ({ words, other }) =>
    `不是完整的 JSON 文件（第 ${words} 行第 ${other} 个字），可能没有下载完，或者被别的程序改坏了`,
  notChart: () => '不是清权图的流程图文件',
  newerVersion: ({ words }) => `这个文件来自更新的清权图（文件版本 ${words}），请先升级清权图`,
  unknownVersion: ({ words }) => `不认识文件版本“${words}”`,
  unsafeKey: ({ words }) => `不能使用“${words}”作名字，文件可能被人动过手脚`,
  tooDeep: () => '层次太深',
  tooMany: ({ other }) => `数量太多，最多 ${other} 个`,
  missing: () => '没有填写',
  wrongType: () => '写法不对',
  unknownWord: ({ words }) => `不认识“${words}”`,
  empty: () => '是空的',
  tooLong: ({ other }) => `太长，最多 ${other} 个字`,
  badForm: ({ words }) => `格式不对：“${words}”`,
  duplicateId: ({ words }) => `编号“${words}”重复`,
  noSuchStep: ({ words }) => `没有编号为“${words}”的环节`,
  noSuchPost: ({ words }) => `没有编号为“${words}”的岗位`,
  noSuchMeasure: ({ words }) => `没有编号为“${words}”的防控措施`,
  noSuchLevel: ({ words }) => `分级办法里没有“${words}”这一级`,
  // Notes: the file opens, but a part of it is not in the chart.
  ignoredField: ({ words }) => `不认识“${words}”这一项，没有读入`,
  ownerless: () => '不属于任何环节或岗位，没有读入',
  levelLeftOut: ({ words }) => `风险等级“${words}”没有读懂，没有读入`,
  levelAssumed: ({ words }) => `“${words}”的高低是推断的，请核对`,
} as const satisfies Sentences

export type ChartFileFault = keyof typeof chartFileFaults

/** The file or the pasted text is not a table. */
export const tableFileFaults = {
  tableTooLarge: () => '文件超过 20 MB，不能导入',
  ...otherFiles,
  brokenWorkbook: () => '不是完整的 Excel 文件（.xlsx），可能没有下载完',
  noTable: () => '里面没有表格',
} as const satisfies Sentences

export type TableFileFault = keyof typeof tableFileFaults

export const tableFaults = {
  // Errors: this part is left out.
  emptyTable: () => '表格是空的',
  noHeading: () => '没有找到表头，请保留“环节名称”“下一步”这样的标题行',
  noRiskHeading: () => '没有找到表头，请保留“风险点”“风险等级”“防控措施”这样的标题行',
  noNameColumn: () => '没有“环节名称”这一列',
  tooManyRows: ({ other }) => `环节太多，最多 ${other} 个，从这一行起没有读入`,
  noSuchNumber: ({ words }) => `没有序号为 ${words} 的环节`,
  noSuchName: ({ words }) => `没有名为“${words}”的环节`,
  sameNumber: ({ words, other }) => `序号 ${words} 与第 ${other} 行重复，流向以第 ${other} 行为准`,
  leadsToItself: () => '下一步是它自己，没有读入',
  cellTooLong: ({ other }) => `文字太长，最多 ${other} 个字，没有读入`,
  noStepAbove: () => '没有环节名称，上面也没有环节，没有读入',
  // Warnings: read, but should be checked.
  severalOfTheName: ({ words }) => `有几个名为“${words}”的环节，取了最前面的一个`,
  noEndRow: ({ words }) => `表里没有“${words}”这个环节，流程就在这里结束`,
  endAdded: ({ words }) => `表里没有“${words}”这个环节，已补上作为一个终点`,
  nearlyNamed: ({ words, other }) => `“${words}”按第 ${other} 行的环节读入，请核对`,
  unknownKind: ({ words }) => `不认识类型“${words}”，按一般环节处理`,
  unknownLevel: ({ words }) => `没有读懂风险等级“${words}”，没有定级`,
  levelAssumed: ({ words }) => `“${words}”的高低是推断的，请核对`,
  levelWithoutRisk: ({ words }) => `有等级“${words}”，但没有风险点，记在备注里`,
  measureWithoutRisk: () => '有防控措施，但没有风险点，暂时不属于任何风险点',
  pairedLines: ({ other }) => `风险点和防控措施各有 ${other} 行，按行一一对应，请核对`,
  unpaired: () => '风险点和防控措施的条数对不上，每条措施都对应这个环节的所有风险点，请核对',
  unknownParallel: ({ words }) => `并行写的是“${words}”，看不出从这里分办还是在这里会合，记在备注里`,
  readAsParallel: ({ words }) =>
    words
      ? `几个去向读成了同时分办，在“${words}”会合（等各路都办完），请核对`
      : '几个去向读成了同时分办，请核对',
  unknownDuty: ({ words }) => `不认识职责“${words}”，记在备注里`,
  unknownCategory: ({ words }) => `不认识风险类别“${words}”，记在备注里`,
  unknownPublic: ({ words }) => `没有读懂“${words}”，按仅内部可见处理`,
  unreadLimit: ({ words }) => `没有读懂时限“${words}”，按原文保留，不参与计算`,
  limitFromSentence: ({ words }) => `时限“${words}”是从说明文字里读出的，请核对`,
  endUnsaid: () => '没有写下一步，按到这里结束读入，请核对',
  goesOnUnsaid: ({ words }) => `没有写下一步，按接到下一行“${words}”读入，请核对`,
  branchInText: ({ words }) => `说明文字里还有分支“${words}”，没有画成流线，请核对`,
  bracketKept: ({ words }) => `名称后括号里的“${words}”没有拆成岗位和时限，请核对`,
  severalNames: ({ words }) => `“${words}”像是几个环节写在一格里，请核对`,
  sharedLimit: ({ words }) => `时限“${words}”由几个环节合用，只记在第一个环节`,
  takenFromAbove: ({ words }) => `“同上”已换成：${words}`,
  aboveKept: ({ words }) => `“${words}”按原文保留`,
  personLeftOut: ({ words }) => `“${words}”像是人名，流程图对岗不对人，只记在备注里`,
  lineLeftOut: ({ words }) => `“${words}”没有读入`,
  lineKept: ({ words }) => `“${words}”不是环节，记在备注里`,
  stageRead: ({ words }) => `“${words}”读成了下面各环节的阶段`,
  sameFlowline: ({ words }) => `重复的流向“${words}”只记一次`,
} as const satisfies Sentences

export type TableFault = keyof typeof tableFaults

/** Faults that leave out a part of the table; the others are to be checked only. */
export const tableErrors: ReadonlySet<TableFault> = new Set<TableFault>([
  'emptyTable',
  'noHeading',
  'noRiskHeading',
  'noNameColumn',
  'tooManyRows',
  'noSuchNumber',
  'noSuchName',
  'sameNumber',
  'leadsToItself',
  'cellTooLong',
  'noStepAbove',
])

/** The cell's text is kept in the note of its step, so that nothing of a table is lost. */
export const tableLeavesOut: ReadonlySet<TableFault> = new Set<TableFault>([
  'noSuchNumber',
  'noSuchName',
  'leadsToItself',
  'cellTooLong',
  'unknownKind',
  'unknownLevel',
  'levelWithoutRisk',
  'unknownDuty',
  'unknownParallel',
  'unknownCategory',
  'unknownPublic',
  'personLeftOut',
])

type Fault = ChartFileFault | TableFileFault | TableFault

export interface PlacedFault extends Wrong {
  readonly fault: Fault
  /** In a file: path, ['steps', 3, 'kind']. */
  readonly path?: readonly (string | number)[] | undefined
  /** In a table: row number, from 1. */
  readonly row?: number | undefined
  /** Column heading, or its letter if there is none. */
  readonly column?: string | undefined
  /** The table is transposed: `row` counts columns. */
  readonly turned?: boolean | undefined
}

const sentences: Readonly<Record<Fault, (wrong: Wrong) => string>> = {
  ...tableFileFaults,
  ...chartFileFaults,
  ...tableFaults,
}

/** 第 6 行“下一步”：没有序号为 14 的环节 */
export function sayFault(problem: PlacedFault): string {
  const sentence = sentences[problem.fault](problem)
  const place = problem.path ? sayPath(problem.path) : sayCell(problem)
  return place === '' ? sentence : `${place}：${sentence}`
}

function sayCell({ row, column, turned }: PlacedFault): string {
  const line = row === undefined ? '' : `第 ${row} ${turned ? '列' : '行'}`
  return column === undefined ? line : `${line}“${column}”`
}

const sections: { readonly [key: string]: string } = {
  steps: '环节',
  posts: '岗位',
  flowlines: '流线',
  risks: '风险点',
  measures: '防控措施',
  stage: '防控阶段',
  means: '措施类别',
  schedule: '完成时间或频次',
  evidence: '要求的证据',
}

const fields: { readonly [key: string]: string } = {
  ...plainLabels,
  id: '编号',
  kind: '类型',
  name: '名称',
  title: '标题',
  publicTitle: '公开标题',
  publicName: '公开名称',
  unit: '单位',
  office: '承办处室',
  code: '职权编码',
  powerKind: '职权类别',
  legalBasis: '依据',
  statutoryLimit: '法定期限',
  promisedLimit: '承诺期限',
  consultPhone: '咨询电话',
  supervisionPhone: '监督投诉电话',
  place: '办理地点',
  openingHours: '办理时间',
  issuedOn: '公布日期',
  versionMark: '版本标识',
  preparedBy: '编制人',
  note: '备注',
  hasExternal: '有无外部流程图',
  header: '表头',
  grading: '分级办法',
  edition: '内部或外部',
  posts: '责任岗位',
  duty: '职责',
  parallel: '并行',
  timeLimit: '办理时限',
  materials: '材料',
  documents: '文书',
  persons: '人数',
  internalOnly: '内部环节',
  withheld: '不公开的内容',
  flowPosition: '位置',
  lanesPosition: '位置',
  externalFlowPosition: '位置',
  externalLanesPosition: '位置',
  from: '起点',
  to: '终点',
  label: '标签',
  side: '画在哪一侧',
  step: '所属环节',
  post: '所属岗位',
  text: '内容',
  category: '风险类别',
  factors: '评定因素',
  level: '风险等级',
  source: '查找途径',
  cause: '形成原因',
  consequence: '可能后果',
  filledBy: '填写人',
  responsible: '责任人',
  leader: '责任领导',
  measures: '防控措施',
  wording: '原文',
  counts: '是否计时',
  amount: '数目',
  levels: '等级',
  colour: '颜色',
  shape: '形状',
  rank: '轻重',
  word: '标记',
  article: '条款',
  extension: '可延长',
  steps: '环节',
  flowlines: '流线',
  risks: '风险点',
}

/** The name of a record's field in a message. */
export function fieldName(field: string): string {
  return fields[field] ?? field
}

/** steps[3].kind → 第 4 个环节的“类型” */
function sayPath(path: readonly (string | number)[]): string {
  const [section, index, ...rest] = path
  const name = sections[String(section)]
  if (name && typeof index === 'number') return `第 ${index + 1} 个${name}${sayFields(rest)}`
  return sayFields(path).replace(/^的/, '')
}

function sayFields(path: readonly (string | number)[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `第 ${part + 1} 项` : `的“${fields[part] ?? part}”`))
    .join('')
}
