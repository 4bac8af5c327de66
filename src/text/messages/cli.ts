/** Output of the command line. */

/** 提示: input that was interpreted; 错误: input that was left out. */
export const severityWord = { error: '错误', warning: '提示' } as const

export const cliWords = {
  usage: (commands: readonly string[]) =>
    [
      '清权图：权力运行流程图的绘制与公开',
      '',
      '用法：qingquan 命令 …',
      '',
      ...commands.flatMap((usage) => [usage, '']),
      '文件名写 - 表示从标准输入读取。',
      '返回值：0 完成，1 输入有误，2 用法不对。',
      '',
    ].join('\n'),
  unknownCommand: (name: string) => `没有“${name}”这个命令。运行 qingquan --help 查看用法。`,
  unknownOption: (option: string) => `没有“${option}”这个选项`,
  optionWithoutValue: (option: string) => `“${option}”后面要写值`,
  wrongCall: '命令写法不对',
  unknownValue: (option: string, value: string, known: readonly string[]) =>
    `--${option} 不认识“${value}”，可以写：${known.join('、')}`,
  cannotRead: (path: string, why: string) => `读不了“${path}”：${why}`,
  cannotWrite: (path: string, why: string) => `写不了“${path}”：${why}`,
  cannotOpen: (path: string) => `打不开“${path}”：`,
  ourFault: '程序出错了，这不是您的错。请把下面这一行告诉开发者：',
} as const

/** System error codes that are known, in words. */
const systemFaults: { readonly [code: string]: string } = {
  ENOENT: '没有这个文件或文件夹',
  EACCES: '没有权限',
  EPERM: '没有权限',
  EISDIR: '这是一个文件夹',
  ENOTDIR: '路径中有一段不是文件夹',
  ENOSPC: '磁盘已满',
  EDQUOT: '磁盘配额已用完',
  EROFS: '磁盘是只读的',
  EFBIG: '文件太大',
  EBUSY: '文件正被别的程序占用',
  ENAMETOOLONG: '文件名太长',
  EIO: '磁盘读写出错',
}

/** A system error code in words. */
export function saySystemFault(code: string): string {
  return systemFaults[code] ?? `系统错误 ${code}`
}

export const importWords = {
  usage: [
    'qingquan import 文件 [选项] -o 图.json',
    '  把文档里的流程或别的软件画的流程图读成一张图：文档可以是 .docx、.xlsx、.xls、.csv、.tsv、.txt、.html、.mht 或 .rtf；',
    '  画出来的图可以是 Word、PowerPoint、Excel 里的图形，draw.io（也在 SVG、PNG 里）、Visio（.vsdx）、BPMN、Mermaid。',
    '  --page 数目        文件里有几张画出来的图时，读第几张；不写时读最大的一张',
    '  --title 名称       图的标题；不写时用表格上方的标题',
    '  --unit 单位        单位名称',
    '  --reading N        换第 N 种读法',
    '  --sheet 名称       只读这一张工作表',
    '  --accept-roles    采用按名称推断的职权类别和职责角色；不写时只说，不写入图里',
    '  --columns 列=意思  某一列是什么，如 --columns 责任部门/岗位=责任岗位；“不用”不读这一列',
    '  --json             不写图，以 JSON 写出读到了什么、哪里存疑、什么没有用到',
    '  -o, --output 文件  写到哪里；不写时写到标准输出',
  ].join('\n'),
  badPage: (written: string) => `--page 后面要写第几张，不能是“${written}”`,
  noTable: '请写明要导入哪一个文件',
  oneTable: '一次只能导入一个文件',
  noReading: (count: number) => `只有 ${count} 种读法`,
  unknownColumnChoice: (words: string) => `没有读懂“${words}”，请写成 列名=意思，如 责任部门=责任岗位`,
  ignoredColumns: (columns: readonly string[]) => `这些列不认识，内容记在环节的备注里：${columns.join('、')}`,
  read: (steps: number, flowlines: number, risks: number) =>
    `读入 ${steps} 个环节、${flowlines} 条流线、${risks} 个风险点`,
} as const

export const arrangeWords = {
  usage: [
    'qingquan arrange 图.json [选项]',
    '  给出每个环节、流线、泳道的位置，以 JSON 写到标准输出。',
    '  --view flow|lanes|columns      流程图（默认）、泳道图、三栏图',
    '  --edition internal|external    内部流程图、外部流程图；不写时以文件为准',
    '  -o, --output 文件              写到文件',
  ].join('\n'),
  noChart: '请写明要排版哪一个图文件',
  oneChart: '一次只能排版一个图文件',
} as const
