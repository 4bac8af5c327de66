/** 批量公开 (preview many charts, then publish them together): texts of the page and the command line. */

/** Why a chart, or a power without a chart, is skipped. */
export const notPosted = {
  noChart: '还没有绘图',
  hidden: '流程图无权查看',
  foreign: '不归您所有，只有所有者可以公开',
  unreadable: '图的数据读不出来',
  internal: '不编外部流程图，或没有可以公开的环节',
  unapproved: '还没有审定',
  changed: '审定后又有改动，须重新审定',
  current: '已经公开，之后没有改动',
} as const

export type NotPosted = keyof typeof notPosted

export const batchPublish = {
  heading: '批量公开',
  how: '先逐张看清将要公开的内容，看过一张标记一张，再一次公开标记过的图。没有看过的不会公开。',
  style: '样式与上一次公开时相同（第一次用流程图），不带风险点；要换样式或公开风险点，请打开那张图单独公开。',
  taken: (count: number) =>
    count === 0 ? '所选职权中没有可以公开的图。' : `已审定、可以公开的图 ${count} 张。`,
  leftOut: (count: number) => `不公开的 ${count} 项`,
  leftOutFor: (why: string, count: number) => `${why}（${count}）`,
  names: (names: readonly string[]) => names.join('、'),
  look: (count: number) => `开始审查 ${count} 张`,
  loading: (done: number, all: number) => `正在生成将要公开的内容 ${done} / ${all}`,
  stop: '停止',
  goOn: (count: number) => `继续生成其余 ${count} 张`,
  list: '要审查的图',
  keys: '↑ ↓ 换一张，回车：看过、到下一张，空格：标记或取消',
  seenCount: (seen: number, all: number) => `看过 ${seen} / ${all}`,
  state: {
    waiting: '等待',
    unseen: '未看',
    seen: '已看过',
    blocked: '不能公开',
    failed: '没有生成',
  },
  findings: (count: number) => `${count} 处提示`,
  see: '看过，可以公开（回车）',
  unsee: '取消标记（空格）',
  openChart: '打开这张图',
  blocked: '有不能公开的内容，请先改图。这张不会公开。',
  waiting: '还没有生成。',
  again: '重新生成',
  noneSeen: '还没有看过的图。看过一张，标记一张。',
  publish: (count: number) => `公开看过的 ${count} 张`,
  posted: '已公开',
  lookAgain: (count: number) => `重新审查没有成功的 ${count} 张`,
} as const

export const publishCommand = {
  usage: [
    'qingquan batch publish --server 网址 --dry-run -o 文件夹',
    '  把已审定的图将要公开的内容逐张写进文件夹，供公开审查，并列出校验码；什么也不公开。',
    'qingquan batch publish --server 网址 --looked 文件夹 --reviewed-by 姓名（岗位）',
    '  --despite 理由     检查还有问题的图仍然公开的理由，记入公开记录；不写就不公开这些图',
    '  公开文件夹里审查过的内容，一字不差；之后又改动过的不公开，并指出来。',
    '  不写 --looked 时，只公开扫描没有提示的图，有提示的须先看过。',
    '  --token-file 文件   所有者或管理员的链接或令牌，一行一个；- 为标准输入。',
    '                      不写时取环境变量 QINGQUAN_TOKEN。令牌不要写在命令行上。',
    '  一张图不成，其余照做；最后列出没有成的，返回值为 1。',
  ].join('\n'),
  noServer: '请用 --server 写明服务器网址，如 --server https://qq.example.gov.cn',
  noToken: '请用 --token-file 写明放链接或令牌的文件，或设环境变量 QINGQUAN_TOKEN',
  noFolder: '请用 -o 写明审查内容写到哪个文件夹',
  noReviewer: '请用 --reviewed-by 写明审查人和岗位，如 --reviewed-by 王某（办公室主任）',
  wrongReviewer: '--reviewed-by 要写成 姓名（岗位），不超过 100 字',
  oneOfTwo: '--dry-run 只写出内容，不公开，不能与 --looked、--reviewed-by 同用',
  unexpected: (word: string) => `“${word}”不知道是什么：要公开哪些图由服务器上的审定情况决定，不用列出`,
  unreachable: (server: string) => `连不上服务器 ${server}`,
  notOurs: (server: string) => `${server} 不是清权图服务器`,
  leftOut: (title: string, why: string) => `不公开：${title}：${why}`,
  failed: (title: string, why: string) => `没有成功：${title}：${why}`,
  lookFirst: (found: readonly string[]) =>
    `须先看过（--dry-run，再 --looked）：${found.map((one) => one.replace(/。$/, '')).join('；')}`,
  blocked: (found: readonly string[]) => `不能公开：${found.join('；')}`,
  scanned: (title: string, message: string) => `请再看一眼：${title}：${message}`,
  written: (hash: string, folder: string) => `${hash}  ${folder}`,
  posted: (title: string, link: string) => `已公开：${title}：${link}`,
  wrote: (good: number, bad: number, folder: string) =>
    `${good} 张图将要公开的内容已写入“${folder}”，${bad} 张没有成功`,
  summary: (good: number, bad: number) => `公开 ${good} 张，${bad} 张没有成功`,
  list: '审查清单.json',
  /** The files to be published, written out for review. */
  files: { json: '数据.json', svg: '图片.svg', txt: '纯文字.txt', html: '公开页.html' },
  noList: (path: string) => `“${path}”不是 --dry-run 写出的审查清单`,
  touched: '文件夹里的内容与写出时不同，没有公开',
  gone: '这个链接看不到这张图了',
} as const
