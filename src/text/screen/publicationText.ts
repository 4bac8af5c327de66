/** 公开: questions before publishing, and texts of the publications. */
import type { Publication } from '../../protocol/publicationApi.ts'

export type PreviewPart = 'html' | 'svg' | 'txt' | 'json'

export const publicationText = {
  heading: '公开流程图',
  act: '公开',
  record: '公开记录',
  loading: '正在生成将要公开的内容…',
  onlyOwners: '只有这张图的负责人可以公开或撤回。需要公开时，请告诉给您链接的人。',
  notThere: '这张图还没有传到服务器，不能公开。连上服务器并署名之后就可以公开。',
  notSent: '还有改动没有传到服务器。连上之后再审查，才能保证公开的是最新内容。',

  contentStep: '1　看清将要公开的内容',
  contentNote: '左边就是将要公开的全部内容。内部环节、备注和没有选择公开的风险已经去掉。',
  preview: '将要公开的内容',
  part: { html: '公开页', svg: '图片', txt: '纯文字', json: '数据' },
  view: '样式',
  disclosure: '同时公开',
  disclose: { risks: '风险点', measures: '防控措施', responsible: '责任人、责任领导' },
  disclosureNote: '默认不公开。多数地区把风险点和防控措施只放在内部公开栏。',
  reason: '公开风险的理由',
  reasonHint: '如：按省清单要求公布廉政风险点',
  scan: '请再看一眼',
  scanClean: '没有发现像人名、身份证号、手机号、标底或内部用语的内容。是否可以公开仍要由人审查。',
  blocks: '不能公开',
  show: '到图上看',

  reviewStep: '2　公开审查',
  reviewer: '审查人',
  reviewerPost: '审查人岗位',
  reviewed: '已按《政府信息公开条例》第十四至十七条审查，不涉及国家秘密、商业秘密和个人隐私。',
  reviewedBy: (name: string, post: string) => `${name}（${post}）`,
  publish: '公开',
  replace: '公开，替换现行版',
  openMatters: (count: number) => `还有 ${count} 个问题没有改正`,
  despite: '仍然公开的理由（记入公开记录）',
  missing: {
    blocked: '有不能公开的内容，请先改图。',
    reason: '请写明公开风险的理由。',
    despite: '还有没改正的问题：请先改正，或者写明仍然公开的理由。',
    reviewer: '请填写审查人和岗位。',
    ticked: '请确认已经审查。',
  },
  newBytes: '左边已换成最新内容，请重新审查。',

  done: '已公开',
  doneNote: '公开栏、网站和海报都用这个网址。以后更新时不用换二维码，旧网址会转到现行版。',
  address: '公开页网址',
  open: '打开公开页',
  poster: '打印带二维码的海报',
  qr: '公开页的二维码',

  none: '还没有公开过。',
  state: { current: '现行', replaced: '已替换', withdrawn: '已撤回' },
  stale: '已过时',
  /** The list of publications. */
  since: (from: string) => `${from} 起公开`,
  span: (from: string, until: string) => `${from} 至 ${until} 公开`,
  reviewedWas: (who: string) => `审查：${who}`,
  approverWas: (who: string) => `公开：${who}`,
  reasonWas: (why: string) => `公开风险的理由：${why}`,
  revisionWas: (id: string) => `版本 ${id}`,
  hashWas: (hash: string) => `校验码 ${hash}`,
  withdraw: '撤回',
  withdrawAsk: (title: string) => `撤回“${title}”？`,
  withdrawNote: '公开页会立即停止显示，旧网址和二维码打开后只写明已撤回。公开记录仍然保留。',
  withdrawn: '已撤回',
} as const satisfies {
  readonly part: Record<PreviewPart, string>
  readonly state: Record<Publication['state'], string>
  readonly [word: string]: unknown
}
