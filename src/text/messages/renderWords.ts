/** Output of `qingquan render`. */

export const renderWords = {
  usage: [
    'qingquan render 图.json [选项] -o 文件',
    '  把一张图画成可以打印、可以张贴的文件。',
    '  --view flow|lanes|columns      流程图（默认）、泳道图、三栏图',
    '  --edition internal|external    内部流程图、外部流程图；不写时以文件为准',
    '  --paper 纸张                   A4、A3（默认）、A2、A1、A0、600x900、800x1200（毫米）',
    '  --landscape                    横放的纸；不写时竖放',
    '  --auto-turn                    按图选竖放或横放',
    '  --direction down|right         流程从上到下、从左到右；不写时按纸张自动选',
    '  --fold 栏数                    长流程折成几栏，1 为不折；不写时自动选',
    '  --listed-lanes                 泳道按岗位在图里的顺序；不写时字太小就换成连线最短的顺序',
    '  --disclose-risks               外部流程图也印出风险点和防控措施',
    '  --format png|svg|pdf|json|txt  默认看输出文件的扩展名',
    '  --outlined                     SVG 的文字转成轮廓，给没有字体的印刷厂',
    '  --style plain|blue|red|mono    简洁（默认）、政务蓝、党建红、黑白（适合复印）；',
    '                                 或单位自己的两色“主色+辅色”，如 "#8b1a1a+#fdf3e1"',
    '  --qr 网址                      外部流程图上印公开页的二维码',
    '  --emblem 图.png                单位标识（8 位 PNG）',
    '  --steps plain|numbered|noted   环节不编号（默认）、编号、编号并在图下附依据、文书、材料',
    '  --phases                       流程图、泳道图上画出各阶段的分界（环节填了“阶段”的图）',
    '  --watermark                    内部流程图加“内部公开”水印',
    '  --for page|word|wechat         整页（默认）、Word 插图（只有图，宽 160 毫米）、微信长图（宽 1080 像素）',
    '  --tiles A4|A3                  PDF：一张海报拼贴在多页上，用办公打印机打',
    '  --split 张数                   拆成几张，用连接符接续；PDF 为多页，PNG、SVG 为多个文件',
    '  --distance 米                  在多远处看；字太小时提示怎么办',
    '  --carry                        PNG、SVG 里带上图文件，以后可以再打开编辑；外部流程图只带公开内容',
    '  -o, --output 文件              写到哪里，必填；写 - 为标准输出',
  ].join('\n'),
  noChart: '请写明要画哪一个图文件',
  oneChart: '一次只能画一个图文件',
  noOutput: '请用 -o 写明输出文件',
  unknownFormat: (known: readonly string[]) => `看不出输出格式，请用 --format 写明：${known.join('、')}`,
  unseen: (characters: readonly string[]) =>
    `提示：图里有看不见的字符（${characters.map(codeOf).join('、')}），画出来时已略去。\n`,
  smallText: (millimetres: number, least: number, ways: readonly string[]) =>
    `提示：最小的字只有 ${millimetres.toFixed(1)} 毫米，低于 ${least.toFixed(1)} 毫米不易看清。` +
    (ways.length === 0 ? '请把图拆成几张。' : `建议${ways.join('；或')}。`) +
    '\n',
  noPhases: '提示：没有画阶段：至少要有两个阶段，流程不能从后一阶段接到前一阶段，三栏图不画。\n',
  turnedTwice: '--landscape 和 --auto-turn 只能写一个',
  notANumber: (option: string, value: string, least: number, most: number) =>
    `--${option} 应在 ${least} 到 ${most} 之间，不能是“${value}”`,
  tilesArePdf: '--tiles 拼贴只能输出整页的 PDF，不能与 --split、--for 同用',
  splitIsPages: '--split 只能用于整页，不能与 --for 同用',
  splitNeedsFiles: '--split 会写出几个文件，请用 -o 写明文件名，不能写到标准输出',
  carryIsPicture: '--carry 只用于 PNG 和 SVG',
  cannotSplit: (parts: number) => `这张图找不到可以拆成 ${parts} 张的地方`,
  qrIsPublic: '--qr 指向公开页，只用于外部流程图，请加 --edition external',
  notesAreInternal:
    '--steps noted 在图下印依据、文书、材料，只用于内部流程图；外部流程图可用 --steps numbered',
  watermarkIsInternal: '--watermark 是“内部公开”水印，只用于内部流程图',
  notAnAddress: (address: string) => `二维码需要 http 或 https 开头、不太长的网址，不能是“${address}”`,
  unreadableEmblem: '单位标识不能识别：请用 8 位、不交错、边长不超过 2400 像素的 PNG 图片',
} as const

function codeOf(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
}
