/** Words of the public page and of the questions before publishing. */

export const publicPageWords = {
  drawing: '流程图',
  drawingLabel: (title: string) => `${title}；同样的内容见下面的文字步骤`,
  postedOn: (date: string) => `公开日期：${date}`,
  /** Relative addresses, so that the board works at any address. */
  alsoAs:
    '其他格式：<a href="?format=svg">图片（SVG）</a>　<a href="?format=png">图片（PNG）</a>　<a href="?format=txt">纯文字</a>　<a href="?format=json">数据（JSON）</a>',
  replaced: (was: string) => `您打开的是 ${was} 公开的旧版，已被替换。下面是现行版本，请以此为准。`,
  withdrawn: '这张流程图已由发布单位撤回，不再公开。',
  missing: '没有这张公开的流程图。请核对网址或二维码。',
} as const

export type ScanKind = 'idNumber' | 'mobile' | 'person' | 'secret' | 'internalWord' | 'invisible' | 'leak'

/** Categories of the scan of a public edition. */
export const scanSentence: { readonly [K in ScanKind]: (found: string) => string } = {
  idNumber: (found) => `像是身份证号：${found}`,
  mobile: (found) => `像是个人手机号：${found}`,
  person: (found) => `像是人名：${found}（公开栏上宜写岗位，不写人名）`,
  secret: (found) => `“${found}”在开标前应当保密（招标投标法实施条例第27、41条）`,
  internalWord: (found) => `像是内部用语：${found}`,
  invisible: (found) =>
    `有看不见的字符（U+${found.codePointAt(0)!.toString(16).toUpperCase()}），图和网页上已略去；数据（JSON）里仍在，宜删去`,
  leak: (found) => `本图的内部内容出现在公开内容里：“${found}”。请改写后再公开`,
}

export const publicationWords = {
  notPublic: '这张图没有可以公开的内容。',
  waived: (message: string, by: string, reason: string) => `${message}（${by}已豁免：${reason}）`,
  unsettled: (count: number) => `还有 ${count} 条审核意见没有复核通过`,
  open: (found: readonly string[]) =>
    `还有问题没有改正，不能直接公开：${found.join('；')}。请先改正，或者写明仍然公开的理由。`,
  despite: (reason: string) => `仍然公开的理由：${reason}`,
  leaks: (found: readonly string[]) => `不能公开：${found.join('；')}。`,
  /** `name`: of the step or post; '' if it has none. */
  unreadable: (name: string, field: string) =>
    `暂不能公开：${name === '' ? '' : `“${name}”的`}“${field}”被别的程序改写，没有读懂，未保存。请在编辑器里重新设定这一项，再公开。`,
  changed: '审查之后流程图又改动了，或者已经隔了几天，请重新审查。',
  dayTurned: '审查之后过了零点，公开页上的公开日期变了，请重新审查。',
} as const
