/** `qingquan batch`: usage and output. */
import { publishCommand } from './batchPublish.ts'

export const batchCommand = {
  usage: [
    'qingquan batch check 文件夹或图.json…',
    '  检查每一张图，列出错误、警告、提示的数目。',
    'qingquan batch export 文件夹或图.json… -o 结果.zip',
    '  每张图的 PDF、PNG 和全部图的登记表，放进一个压缩包。',
    '  --format pdf,png,register,json   不写时是 pdf,register；还可以要 docx、pptx、xlsx、drawio、vsdx、bpmn 等',
    '  --edition internal|external      内部（默认）或外部流程图',
    '  --paper A3  --style plain|blue|red|mono   纸张和配色；内部流程图带“内部公开”水印，--no-watermark 去掉',
    '  --steps plain|numbered|noted  --phases   环节编号（noted 还附依据、文书、材料）；画出阶段的分界',
    '  一张图不成，其余照做；最后列出没有成的，返回值为 1。',
    publishCommand.usage,
  ].join('\n'),
  wrongJob: '请写明 check、export 或 publish',
  noChart: '请写明图文件或放图的文件夹',
  noneInside: (path: string) => `“${path}”里没有 .json 图文件`,
  noOutput: '请用 -o 写明压缩包写到哪里，如 -o 结果.zip',
  line: (title: string, error: number, warning: number, hint: number) =>
    `${title}：错误 ${error}，警告 ${warning}，提示 ${hint}`,
  leaves: (what: readonly string[]) => `提示：给别的软件的文件里可能没有这些内容：${what.join('；')}\n`,
  failed: (path: string, why: string) => `没有成功：${path}：${why}`,
  summary: (good: number, bad: number) =>
    bad === 0 ? `共 ${good} 张图，全部完成` : `共 ${good + bad} 张图，完成 ${good} 张，${bad} 张没有成功`,
} as const
