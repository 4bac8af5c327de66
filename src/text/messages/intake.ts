/** What is said of documents brought in: what they are, what was left out, what is doubtful. */

type Sentence = (wrong: {
  readonly words?: string | undefined
  readonly other?: number | undefined
}) => string
type Sentences = { readonly [fault: string]: Sentence }

const copyInstead = '也可以打开后全选（Ctrl+A）、复制，再粘贴到这里'

/** Files that are not read, each with the way that works. */
export const otherFiles = {
  empty: () => '文件是空的',
  encrypted: () => '文件有打开密码，请先在 Office 或 WPS 里去掉密码再导入',
  brokenZip: () => '文件不完整（打不开的 .xlsx、.docx 或压缩包），可能没有下载完',
  brokenDocument: () => 'Word 文件（.docx）不完整，可能没有下载完，请在 Word 或 WPS 里打开后另存一次',
  doc: () => `这是旧版 Word 文件（.doc），请在 Word 或 WPS 里另存为 .docx 再导入；${copyInstead}`,
  wps: () => `这是 WPS 文字文件（.wps），请在 WPS 里另存为 .docx 再导入；${copyInstead}`,
  et: () => `这是 WPS 表格文件（.et），请在 WPS 里另存为 .xlsx 再导入；${copyInstead}`,
  dps: () => `这是 WPS 演示文件（.dps），请把里面的表格或文字复制后粘贴到这里`,
  ppt: () => '这是旧版 PowerPoint 演示文稿（.ppt），请把里面的表格或文字复制后粘贴到这里',
  pptx: () => '这是 PowerPoint 演示文稿（.pptx），请把里面的表格或文字复制后粘贴到这里',
  vsd: () => '这是旧版 Visio 图（.vsd），不能直接导入，请在 Visio 里另存为 .vsdx',
  vsdx: () => '这是 Visio 图（.vsdx），里面没有读到可以成图的框和线，请把环节列成表格再导入',
  odt: () => `这是 OpenDocument 文字文件（.odt），请另存为 .docx 再导入；${copyInstead}`,
  ods: () => `这是 OpenDocument 表格文件（.ods），请另存为 .xlsx 再导入；${copyInstead}`,
  odp: () => '这是 OpenDocument 演示或绘图文件，请把里面的表格或文字复制后粘贴到这里',
  ofd: () =>
    '这是 OFD 版式文件，不能直接导入，请找到它的 Word 或 Excel 原稿，或者在阅读器里复制文字后粘贴到这里',
  pdf: () => '这是 PDF 文件，不能直接导入，请找到它的 Word 或 Excel 原稿，或者在阅读器里复制文字后粘贴到这里',
  picture: () =>
    '这是图片（照片或扫描件），里面没有清权图的图文件，读不出环节；请找到原稿，或者用文字识别软件转成文字、表格后粘贴到这里',
  archive: () => '这是压缩包，请先解压，再导入里面的文件',
  drawio: () => '这是 draw.io 图（.drawio），不是表格，没有读入；请把环节列成表格再导入',
  bpmn: () => '这是 BPMN 流程模型，不是表格，没有读入；请把环节列成表格再导入',
  mermaid: () => '这是 Mermaid 图的源码，不是表格，没有读入；请把环节列成表格再导入',
  plantuml: () => '这是 PlantUML 图的源码，不是表格，没有读入；请把环节列成表格再导入',
  xml: () => '这是 XML 文件，不是表格，不认识里面的内容，没有读入',
  json: () => '这是 JSON 文件，但不是清权图的流程图文件，没有读入',
  binary: () => `不认识这种文件，没有读入；请另存为 .docx 或 .xlsx 再导入；${copyInstead}`,
  documentTooLarge: () => '文件解开后太大，不能导入；请只留下需要的部分再导入',
  brokenOldWorkbook: () => '旧版 Excel 文件（.xls）读不出来，请在 Excel 或 WPS 里另存为 .xlsx 再导入',
} as const satisfies Sentences

/** Parts of the document that were left out as they are not shown in it. */
export const sourceNotes = {
  deletedText: ({ other }) => `修订中已删除的文字没有读入（${other} 处）`,
  hiddenText: ({ other }) => `隐藏的文字没有读入（${other} 处）`,
  hiddenRows: ({ words, other }) =>
    `${words === undefined ? '' : `工作表“${words}”里`}隐藏的 ${other} 行没有读入`,
  hiddenColumns: ({ words, other }) =>
    `${words === undefined ? '' : `工作表“${words}”里`}隐藏的 ${other} 列没有读入`,
  hiddenSheets: ({ words }) => `隐藏的工作表没有读入：${words}`,
  cutRows: ({ words, other }) => `工作表“${words}”只读入了前 ${other} 行`,
  cutText: ({ words, other }) => `有 ${other} 处文字超过 ${words} 字，后面的没有读入`,
  cutBlocks: ({ other }) => `文档太长，只读入了前 ${other} 段`,
  formulaWithoutValue: ({ words, other }) =>
    `工作表“${words}”里有 ${other} 个公式没有结果，请在 Excel 或 WPS 里打开后重新保存`,
  formulaError: ({ words, other }) => `有 ${other} 个单元格是公式错误 ${words}，按原样读入，请核对`,
  drawing: ({ other }) => `文档里还有 ${other} 处图形或图片，没有读入`,
  guessedEncoding: ({ words }) => `文字编码按 ${words} 读入，请核对有没有乱码`,
} as const satisfies Sentences

export interface SourceNote {
  readonly note: keyof typeof sourceNotes
  readonly words?: string
  readonly other?: number
}

export function saySourceNote(note: SourceNote): string {
  const sentence: Sentence = sourceNotes[note.note]
  return sentence(note)
}

/** Why a reading may be wrong: said before a chart is made of it. */
export const readingDoubts = {
  oneStep: () => '只读到一个环节，可能没有分行，或者流程在别的地方',
  longNames: ({ words, other }) => `有 ${other} 个环节的名称超过 40 个字，像是整句话：“${words}…”`,
  oddNames: ({ words }) => `“${words}”不像环节名称`,
  flowNames: ({ words }) => `“${words}”像是写在一格里的一整条流程，不是一个环节`,
  registerTitle: ({ words }) =>
    `“${words}”像是风险登记表，各行不一定是先后的环节；如果不是流程，请打开要补充的流程图，用“导入上年一览表”导入`,
  lonelySteps: ({ words }) => `环节“${words}”没有流线`,
  noHeadings: () => '没有表头，每一行当作一个环节，请核对',
  weakName: ({ words }) => `没有“环节名称”这样的列，把“${words}”一列当作环节，请核对`,
  sections: ({ words }) => `“${words}”等像是文件的章节，不像环节`,
  cellLines: ({ other }) =>
    other === undefined
      ? '没有表格线，按序号分出各行，请核对'
      : `没有表格线，按表头每 ${other} 行一条读入，请核对`,
  joinedTables: () => '环节在一张表、风险点在另一张表，按环节名称合在一起，请核对',
  lanesAsPosts: () => '表头是岗位、格子里是步骤，按从上到下的顺序读入，请核对',
  onePower: ({ words, other }) => `这张表里有 ${other} 项职权，这里只读了“${words}”，其余的可以换一种读法`,
  unnumbered: () => '步骤没有编号，把下面有说明的短行当作环节，请核对',
  uncertainList: () => '不能确定这个清单就是流程，请核对',
  namesInSentence: () => '环节是从一句话里读出的，岗位、时限和分支都没有，请核对',
  textAbove: ({ other, words }) =>
    `清单前面还有 ${other} 行文字没有当作环节，记在备注里，请核对：“${words}…”`,
  severalFlows: ({ other, words }) => `另外还有 ${other} 处可以读成流程：${words}，这里只读了一处`,
  unknownColumns: ({ words }) => `多数列不认识：${words}`,
  branchedArrows: () => '箭头有竖有横，横的可能是分支，这里按先后连成一条线，请核对',
  branchesMeet: () => '分支下面还有步骤，没有画出从哪里接，这里各支都接到下一步，请核对',
  arrowWords: ({ words }) => `箭头旁的“${words}”当作流线上的条件，请核对`,
  belowStages: () => '各阶段下面的步骤当作环节，阶段记在“阶段”里，请核对',
  onlyStages: () => '只读了各个阶段，阶段下面的步骤在备注里，请核对',
} as const satisfies Sentences

export type ReadingDoubt = keyof typeof readingDoubts

export interface SaidDoubt {
  readonly doubt: ReadingDoubt
  readonly words?: string
  readonly other?: number
}

export function sayDoubt(doubt: SaidDoubt): string {
  const sentence: Sentence = readingDoubts[doubt.doubt]
  return sentence(doubt)
}

/** How a reading came about, as the choice names it. */
export const readingKindName = {
  table: '流程表',
  list: '编号清单',
  leaves: '各阶段下的步骤',
  chain: '箭头文字',
  cell: '格子里的流程',
  lines: '逐行清单',
} as const

export const intakeWords = {
  doubtful: '存疑',
  unused: '没有用到的内容',
  powerKind: (name: string) => `职权类别：${name}`,
  proposed: (roles: string) =>
    `按名称推断的职权类别和职责角色，没有写入图里（--accept-roles 采用）：${roles}`,
  others: (names: string) => `还可以这样读：${names}`,
  otherSheets: (count: number, names: string) => `另有 ${count} 张工作表没有读入：${names}`,
  otherTables: (count: number) => `还有 ${count} 张表没有读入`,
  onlyRisks: '这是风险登记表（风险清单），里面没有流程环节：请先打开要补充的流程图，再用“导入上年一览表”导入',
  onlyPowers: '这是职权目录（职权清单），里面没有流程环节：请到“职权目录”里导入',
  cellsAsLines:
    '这是一张表，但粘贴成了一格一行，分不清哪些格在同一行：请在原来的网页、Word 或 Excel 里选中整张表重新复制，或者另存为 .docx、.xlsx 再导入',
  noFlow: '没有读到流程：里面没有环节表、编号清单，也没有箭头连起来的步骤',
  readingName: (kind: string, where: string, steps: number) =>
    `${kind}${where && `“${where}”`}（${steps} 个环节）`,
} as const
