/** What `qingquan render` says. */

const paperWording = (paper: string): string => (paper === '600x900' ? '600×900 毫米' : paper)

const pageWording = ({ paper, landscape }: { readonly paper: string; readonly landscape: boolean }): string =>
  `${paperWording(paper)} ${landscape ? '横向' : '纵向'}`

export const renderWords = {
  usage: [
    'qingquan render 图.json [选项] -o 文件',
    '  把一张图画成可以打印、可以张贴的文件。',
    '  --view flow|lanes|columns      流程图（默认）、泳道图、三栏图',
    '  --edition internal|external    内部流程图、外部流程图；不写时以文件为准',
    '  --paper A4|A3|A2|A1|A0|600x900 纸张，默认 A3',
    '  --landscape                    横向',
    '  --disclose-risks               外部流程图也印出风险点和防控措施',
    '  --format png|svg|pdf|json|txt  默认看输出文件的扩展名',
    '  --outlined                     SVG 的文字转成轮廓，给没有字体的印刷厂',
    '  -o, --output 文件              写到哪里，必填；写 - 为标准输出',
  ].join('\n'),
  noChart: '请写明要画哪一个图文件',
  oneChart: '一次只能画一个图文件',
  noOutput: '请用 -o 写明输出文件',
  unknownFormat: (known: readonly string[]) => `看不出输出格式，请用 --format 写明：${known.join('、')}`,
  missingGlyph: (character: string, code: string, where: string) =>
    `字体里没有“${character}”字（${code}），出现在“${where}”。请换用常用字，或改用图片以外的格式。`,
  smallText: (
    millimetres: number,
    least: number,
    page: { readonly paper: string; readonly landscape: boolean } | undefined,
  ) =>
    `提示：最小的字只有 ${millimetres.toFixed(1)} 毫米，低于 ${least} 毫米不易看清。` +
    (page === undefined ? '请把图拆成几张。' : `建议改用 ${pageWording(page)}。`) +
    '\n',
} as const
