/** Texts of the HTTP API: error sentences and words of its documentation. */
import type { ApiErrorCode } from '../../protocol/apiErrorCode.ts'

export const apiErrors: { readonly [C in ApiErrorCode]: string } = {
  'bad-request': '请求的内容不对。',
  'bad-chart': '流程图文件不能读取。',
  'not-signed-in':
    '请先用管理员给的单位链接或分享链接打开。没有链接也可以在自己的浏览器里画图和导出，只是不保存到服务器。',
  'no-right': '您的链接没有这项权限。',
  'may-not-create': '您的链接不能在服务器上新建图。请向管理员要单位链接；图仍保存在本机浏览器里。',
  'may-not-publish': '公开要有“发布”权限。请向管理员要带“发布”权限的链接。',
  'no-catalogue': '职权目录只给拿到单位链接、并被授予“看”“编”或“管”的人看。请向管理员要。',
  'wrong-link': '这个链接无效，或已被收回。请向发给您链接的人要新的链接。',
  'link-expired': '这个链接已过期。请向发给您链接的人要新的链接。',
  'link-used-up': '这个链接的使用次数已满。请向发给您链接的人要新的链接。',
  'password-needed': '打开这个链接需要密码。',
  'wrong-password': '密码不对。',
  'not-found': '没有找到。',
  'too-large': '内容太大。',
  'too-many': '尝试次数太多，请过一刻钟再试。',
  'foreign-origin':
    '不接受来自其他网站的请求。如果服务前面有反向代理，请管理员设置 PUBLIC_URL，或者让代理传递 Host。',
  refused: '现在不能这样做。',
  'cannot-save': '服务器现在不能保存（磁盘可能已满），什么都没有改动。请联系管理员后重试。',
  damaged: '这一处数据已经损坏，没有显示。请联系管理员，用 qingquan doctor 检查，并从备份恢复。',
  'over-quota': '超出了服务器给每人的限额，请过一会儿再试，或请管理员处理。',
  'too-many-jobs': '您要服务器做的事排得太多了，请等前面的做完再试。',
  busy: '现在要服务器算的东西太多，请过一会儿再试。',
  'took-too-long':
    '这张图太大或太复杂，服务器在规定时间内没有算完，已停下；没有得出结果。请拆成几张图后再试。',
  'our-fault': '服务器出了错，已记入日志。请稍后重试。',
}

export const quotaWords = {
  cases: '这张图的办件已占满限额（20 万件），没有存入。请先删除旧的办件。',
  revisions: '这张图命名保存的版本已占满限额（256 MB），不再另存；已有的都还在。请导出后请管理员处理。',
  people: '这个地址一小时内新登记的人太多，请过一会儿再来。',
  charts: '新建流程图太快，超出了每人每小时的限额，请过一会儿再建。',
  bytes: '交给服务器保存的内容太多，超出了每人每小时的限额，请过一会儿再试。',
} as const

/** The invalid value of a request, and the fault. */
export function sayBadField(path: string, why: string): string {
  return path === '' ? `请求的内容不对：${why}。` : `请求里的“${path}”不对：${why}。`
}

export const apiWords = {
  oneOf: (known: readonly string[]) => `应当是 ${known.join('、')} 中的一个`,
  title: '清权图 接口',
  intro:
    '供其他程序使用。身份：浏览器用会话 Cookie；程序在请求头里带 Authorization: Bearer <链接中 # 后面的部分>。出错时答复 {"error":{"code","message"}}，message 可直接给人看。',
  openapi: '机器可读的说明（OpenAPI 3.1）',
  sync: '实时同步：WebSocket /sync/<chartId>?ticket=<ticket>，先用 POST /api/charts/{chart}/ticket 取得一次性的 ticket（60 秒内有效）。兼容 y-websocket 客户端。',
  method: '方法',
  path: '地址',
  what: '用途',
  who: '谁可以',
  anyone: '任何人',
  signedIn: '任何凭链接进来的人',
  expired: '已过去的时间',
  notJson: '不是 JSON',
  lacksReason: '误报须写明理由',
  onlyAdministratorsLetPublish: '“发布”权限只能由管理员授予。',
  lastAdministrator:
    '这是最后一条有效的管理员链接，收回后就没有人能管理了。请先生成新的管理员链接，或者改用“换新”。',
  lastOwnerEnds: '最后一条负责人链接不能设期限或次数：到时就没有人能管理这张图。请先生成新的负责人链接。',
  linkGone: '已收回的链接不能再改，请生成新的链接。',
  fewerUses: (uses: number) => `maxUses：这个链接已经打开过 ${uses} 次，不能设得更少`,
  lastOwner:
    '这是这张图最后一条有效的负责人链接，收回后就没有人能管理它了，您自己也会打不开。请先给自己或接手的人生成新的负责人链接。',
  ownAccess: '您是用这条链接进来的，收回后您自己也失去它给的权限。确认要收回，请带上 own=1。',
} as const

export const rightName = {
  read: '能看的人',
  write: '能改的人',
  mark: '能提审核意见的人',
  reply: '能答复的人',
  history: '能看历史的人',
  restore: '能恢复的人',
  share: '所有者',
  cases: '负责人、能改的人、审核人',
  names: '负责人、审核人',
  create: '拿到单位链接的人',
  publish: '有“发布”权限的所有者',
  catalogue: '能看职权目录的人',
  administrator: '管理员',
} as const

/** One line per route, for the documentation. */
export const routeSummary = {
  createChart: '新建流程图（请求体是流程图文件），答复编号和四个分享链接',
  registerChart: '登记浏览器里已有的流程图，登记人成为所有者',
  listCharts: '列出能看的流程图；bin=1 列出回收站',
  readChart: '取流程图文件',
  listChart: '改列表里的图名、文件夹，或作为模板；不打开图',
  removeChart: '放进回收站，30 天后永久删除',
  putBack: '从回收站放回',
  ticket: '取得连接用的一次性 ticket',
  listLinks: '列出分享链接和使用记录',
  createLink: '新建分享链接',
  changeLink: '修改分享链接的名称、期限、次数、口令，立即生效',
  revokeLink: '收回分享链接，立即生效',
  listRevisions: '列出历史版本',
  nameRevision: '把现在的内容保存为版本',
  readRevision: '取历史版本的流程图文件',
  journal: '谁在什么时候改了什么',
  conflicts: '合并时被覆盖的修改：双方各写了什么',
  readReview: '审核意见和逐级审定的全部记录',
  giveReview: '提出、答复、复核审核意见；通过或退回一级审定',
  todo: '待我处理：要整改、复核、审定、回执的，和 @ 我的；counts 是总数，todos 最多 100 条',
  listReviews: '能看的流程图各自的审核情况',
  listPublications: '公开记录：现行、已替换、已撤回',
  previewPublication: '公开审查：将要公开的全部内容、校验码和提示',
  publish: '公开外部流程图，须写明审查人；hash 是审查时的校验码，内容不同了就不公开',
  withdrawPublication: '撤回公开',
  checkChart: '检查流程图：问题清单和办理时间',
  exportChart:
    '取别的软件能编辑的文件：format 为格式（与 qingquan export 相同，如 docx、pptx、xlsx、drawio、vsdx、bpmn、html、csv），view 为 flow 或 lanes，edition 为 internal 或 external，disclose-risks=true 时外部图也写风险；写不进的内容列在 Qingquan-Not-Carried',
  readCatalogue: '职权目录，和能看的流程图各自的风险、审核、公开情况；only=count 只答复职权数',
  changeCatalogue: '改职权目录，一项一项字段地改；管理员，或所涉流程图的所有者',
  catalogueHistory: '职权目录的修改记录：谁在什么时候改了哪些职权，前后各是什么；before 为上一页最后的编号',
  takeBackCatalogue: '撤回职权目录的一次修改（含批量），以后又改过的栏目不动',
  listMeasures: '措施台账：能看的流程图里每条措施每一次的落实情况；按列筛选，offset、limit 分页',
  giveControl:
    '登记一次落实（check）、改期（move）、撤销（revoke）、交证据（evidence，content 为文件的 base64）',
  readControl: '一张图的防控记录，从头到尾',
  listRisks: '风险档案：能看的流程图里的风险，编号、等级、状态和来处，以及年度存档的名称',
  freezeYear: '把今天的风险档案存为一个年度，存后不能改',
  readYear: '取一个年度存档，与存时逐字节相同',
  compareYears: '两个年度存档对比：上年、新增、销号、升级、降级、不变、本年，按科室和合计',
  listWarnings: '预警处置：能看的各件，从线索到销号的每一步',
  openWarning: '登记一件线索：来源、问题、涉及事项，chart 为流程图编号（可不写）',
  giveWarning:
    '办理一步：judge、treat、receipt、progress、mend、review、askExtension、decideExtension、close',
  readEvidence: '取一份证据文件',
  renameEverywhere: '机构改革后统一更名：岗位、单位、科室、电话；dryRun 只预览',
  readUnit: '单位设置：名称、电话、配色、分级办法、发文代字、标识的校验值',
  changeUnit: '改单位设置，只写给出的栏目，null 为清除；标识用 Base64 的 PNG；仅管理员',
  readEmblem: '单位标识（PNG）',
  nextNotice: '下一份文书的文号：全单位统一编号；year 为年份',
  redeem: '用链接换取会话',
  readCases:
    '存下的办件，after 为上一页最后的办件编号；第一页带核对设置、问题的认定和历次审定的版本；对不须知道的人，姓名是编号',
  bringCases: '存入办件，每次最多 1000 件：新的加上，已有的补上新内容，相同的不动',
  replayCases:
    '用流程图核对存下的办件（前 2 万件）：跳过、多办、次序、岗位、时限，每件按受理时施行的版本；格式同 qingquan replay --json，leftOut 是没有核对的件数',
  removeCases: '删除这张图的全部办件、认定和人员岗位',
  judgeFinding: '认定一条问题：open 待核、confirmed 成立、dismissed 误报（须写理由）',
  keepCaseSettings: '保存人员岗位表、环节对应和不留痕的环节',
  standing: '自己对这张图的权限：有、已被收回、从来没有',
  listUnitLinks: '列出单位链接和管理员链接，以及使用记录',
  createUnitLink: '新建单位链接或管理员链接，给出职权目录权限（view 看、edit 编、manage 管）和“发布”权限',
  rotateUnitLink: '换成新的链接：旧链接和凭它进来的人立即失效，自己除外',
  revokeUnitLink: '收回单位链接或管理员链接，立即生效；收回自己的须带 own=1，最后一条管理员链接不能收回',
  listSessions: '列出登录的浏览器：管理员看全部，其他人看自己的',
  endSession: '让一个浏览器退出登录',
  logout: '退出登录',
  me: '自己的姓名、岗位和权限',
  setMe: '填写姓名和岗位',
} as const
