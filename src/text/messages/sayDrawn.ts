/** Closed lists of what can be wrong with a drawn chart (Word, PowerPoint, draw.io, BPMN, Visio, Mermaid), and their sentences. */

interface Wrong {
  readonly words?: string | undefined
  readonly other?: number | undefined
}

type Sentences = { readonly [fault: string]: (wrong: Wrong) => string }

/** Recognised, but not read. */
const refusals = {
  drawingTooLarge: () => '文件太大，不能读入里面的图（最多 20 MB，展开后最多 24 MB）',
  tooManyShapes: ({ other }) => `图形太多，读不了${other === undefined ? '' : `（最多 ${other} 个）`}`,
  tooCrowded: () => '图形成百地叠在一起，读不了',
  brokenXml: () => '文件不完整或格式不对，可能没有下载完，或者被别的程序改坏了',
  brokenPackage: () => '压缩包打不开，文件可能没有下载完',
  noShapes: ({ words }) => `${words ?? '文件'}里没有画出来的流程图（没有带文字的图形）`,
  otherDiagram: ({ words }) => `这是 Mermaid 的“${words}”图，不是流程图（flowchart、graph），不能读入`,
} as const satisfies Sentences

export type DrawnFault = keyof typeof refusals

/** Read, but a person should look. */
const doubts = {
  directionGuessed: ({ words }) => `${words}：线上没有箭头，方向按从上到下、从左到右，请核对`,
  stackJoined: ({ words }) => `${words}：图里没有连线，按上下排列的顺序连接，请核对`,
  endGuessed: ({ words }) => `${words}：线没有连到图形上，按箭头所指的方向连接，请核对`,
  unnamedStep: ({ words }) => `有 ${words} 没有文字，请补上名称`,
  postGuessed: ({ words }) => `“${words}”读成了责任岗位，请核对`,
  stageKept: ({ words }) => `框“${words}”读成了阶段，请核对`,
  sideGuessed: ({ words }) => `“${words}”放在最近的环节上，请核对`,
  measureWithoutRisk: ({ words }) => `“${words}”有防控措施，但没有风险点，请核对`,
  unreadLevel: ({ words }) => `没有读懂风险等级“${words}”，没有定级`,
  unreadLimit: ({ words }) => `没有读懂时限“${words}”，按原文保留，不参与计算`,
  forkBridged: ({ other }) => `图里有 ${other} 处并行的分开或汇合，读成了同时的几条流线，请核对`,
  junctionBridged: ({ other }) => `图里有 ${other} 个没有文字的连接点，两边的线已经接上`,
  linkedByName: ({ words }) => `两处“${words}”是同一个连接点，已经接上，请核对`,
  systemWork: ({ words }) => `“${words}”由系统办理，已记在备注里`,
  boundaryEvent: ({ words }) => `“${words}”上的边界事件读成了一条流线，请核对`,
  partOpened: ({ words }) => `子流程“${words}”里面的环节已经展开`,
  severalSteps: ({ words }) => `“${words}”在几处出现，各读成一个环节`,
} as const satisfies Sentences

export type DrawnDoubt = keyof typeof doubts

/** In the drawing, but not in the chart. */
const leftOut = {
  otherPage: ({ words, other }) => `另有一张图“${words}”（${other} 个图形）没有读，可以选择读它`,
  tableBeside: ({ other }) =>
    `文件里另有一张表（可读成 ${other} 个环节），这里读的是画好的图；要读表，请把它复制后粘贴`,
  riskOutside: ({ words }) => `表里的风险点“${words}”没有找到它的环节或岗位，没有读入`,
  looseText: ({ words }) => `文字“${words}”不属于任何环节，没有读入`,
  looseLine: ({ other }) => `有 ${other} 条线没有连到两个图形，没有读入`,
  labelledLine: ({ words }) => `线上的文字“${words}”没有找到它的流线，没有读入`,
  selfLine: ({ words }) => `“${words}”有一条线连回自己，没有读入`,
  emptyShapes: ({ other }) => `有 ${other} 个没有文字的图形没有读入`,
  pictures: ({ other }) => `有 ${other} 张图片没有读入（图片里的字认不出来）`,
  textCut: ({ words, other }) => `“${words}…”太长，只读入了前 ${other} 个字`,
  collapsedInside: ({ words }) => `折叠的子流程“${words}”里面的内容没有读入`,
  eventSubProcess: ({ words }) => `事件子流程“${words}”没有读入`,
  dataFlow: ({ words }) => `数据“${words}”没有读入`,
  messageFlow: ({ words }) => `消息流“${words}”没有读入`,
  bpmnElement: ({ words }) => `${words}没有读入`,
  mermaidLine: ({ words }) => `这一行没有读懂，没有读入：${words}`,
} as const satisfies Sentences

export type DrawnLeft = keyof typeof leftOut

const sentences: Sentences = { ...refusals, ...doubts, ...leftOut }

/** The sentence for a problem. */
export function sayDrawn({
  fault,
  ...wrong
}: Wrong & { readonly fault: DrawnFault | DrawnDoubt | DrawnLeft }): string {
  return sentences[fault]!(wrong)
}
