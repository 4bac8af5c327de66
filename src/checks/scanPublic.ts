/**
 * Finds what a person should review before a public edition is published (政府信息公开条例 arts.
 * 14–17: 公开审查). The projection removes internal fields; this finds internal content that was
 * written into public ones.
 */
import type { Chart } from '../model/chart.ts'
import { invisibleIn } from '../model/invisible.ts'
import type { PublicChart } from '../model/editions/edition.ts'
import type { ScanKind } from '../text/paper/publicPage.ts'

export interface Scanned {
  readonly kind: ScanKind
  /** The matched text. */
  readonly found: string
  /** True for a leak, which blocks publication; other entries only need a review. */
  readonly blocks: boolean
}

/**
 * Lists what a person should review before publication, each text once, blocking ones first.
 * `chart` is the internal chart, `edition` what would be published.
 */
export function scanPublic(chart: Chart, edition: PublicChart): readonly Scanned[] {
  const { supervisionPhone: _, consultPhone: __, ...header } = edition.header
  const texts = [...new Set(stringsIn({ ...edition, header }))]
  const leaks = internalStrings(chart, new Set(stringsIn(edition)))
    .filter(occursIn(texts))
    .map((found) => ({ kind: 'leak' as const, found, blocks: true }))
  const looked = patterns.flatMap(({ kind, pattern }) =>
    texts.flatMap((text) => [...text.matchAll(pattern)].map(([found]) => ({ kind, found, blocks: false }))),
  )
  const unseen = texts.flatMap((text) =>
    invisibleIn(text).map((found) => ({ kind: 'invisible' as const, found, blocks: false })),
  )
  const all = [...leaks, ...looked, ...unseen]
  return [...new Map(all.map((one) => [`${one.kind} ${one.found}`, one])).values()]
}

/**
 * Whether one of the texts has it. Ten thousand secrets are looked for in a megabyte: what has
 * two letters side by side that no text has is not looked for.
 */
function occursIn(texts: readonly string[]): (secret: string) => boolean {
  const whole = texts.join(seam)
  const pairs = new Set<string>()
  for (let at = 2; at <= whole.length; at += 1) pairs.add(whole.slice(at - 2, at))
  return (secret) => {
    for (let at = 2; at <= secret.length; at += 1) if (!pairs.has(secret.slice(at - 2, at))) return false
    return whole.includes(secret)
  }
}

/** Stands in no text: the model takes control characters out. */
const seam = '\u0000'

const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文'

/** 联系人：张三, but not 联系人：办公室. */
const contact =
  '(?:姓名|联系人|负责人)[：:](?![^\\s，。；、]*(?:室|科|处|股|部|局|所|中心|窗口|岗|人员|长|主任))[^\\s，。；、]{2,4}'

/** Words that start like a surname but are none: 林业局长, 常务副局长. */
const noSurname =
  '常务|常委|林业|文化|文旅|文物|文体|文教|文明|金融|金额|武装|方志|方面|史志|高校|高级|高新|程序|任务|江苏|江西|石油|万元|龙头'

/** Words that end like a surname: 资金科长, 对于主任. */
const noName =
  '[资基现税罚奖押租薪](?=金)|[对由关属位处至](?=于)|[地对甲乙双各官](?=方)|[阶手路学](?=段)|提(?=高)|[公行发中语人论作](?=文)'

/** 王科长, 李建国主任. */
const titled = `(?<!${noName})(?!${noSurname})[${surnames}][\\u4e00-\\u9fff]{0,2}(?:同志|先生|女士|局长|科长|主任|院长|校长)(?!办公)`

const patterns: readonly { readonly kind: ScanKind; readonly pattern: RegExp }[] = [
  {
    kind: 'idNumber',
    pattern: /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0\d|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx](?!\d)/g,
  },
  { kind: 'mobile', pattern: /(?<!\d)1[3-9]\d{9}(?!\d)/g },
  { kind: 'person', pattern: new RegExp(`${contact}|${titled}`, 'gu') },
  { kind: 'secret', pattern: /标底|评标委员会(?:成员)?名单|评委名单|潜在投标人名单/g },
  {
    kind: 'internalWord',
    pattern: /内部(?!控制|审计)[\u4e00-\u9fff]{0,4}|保密(?!审查)|机密|绝密|不对外|勿外传/gu,
  },
]

/** Minimum characters; shorter texts occur by chance. */
const tellingLength = 4

/** Common titles and terms, which are not internal to this chart. */
const titles =
  /(?:领导|主任|科长|处长|股长|局长|院长|校长|书记|负责人|责任人|人员|员|小组|委员会|办公室|处|科|室|股|部门|单位|中心)$/u

function internalStrings(chart: Chart, shown: ReadonlySet<string>): readonly string[] {
  const publicSteps = chart.steps.filter((step) => !step.internalOnly)
  const hidden = chart.steps.filter((step) => step.internalOnly)
  const people = [chart.header.preparedBy, ...chart.risks.flatMap((risk) => [risk.responsible, risk.leader])]
  const content = [
    chart.header.note,
    ...chart.steps.map((step) => step.note),
    ...hidden.flatMap((step) => [step.name, ...(step.materials ?? []), ...(step.documents ?? [])]),
    ...publicSteps.flatMap((step) => (step.publicName === undefined ? [] : [step.name])),
    ...publicSteps.flatMap((step) => (step.withheld?.includes('materials') ? (step.materials ?? []) : [])),
    ...publicSteps.flatMap((step) => (step.withheld?.includes('documents') ? (step.documents ?? []) : [])),
    ...chart.risks.map((risk) => risk.text),
    ...chart.measures.map((measure) => measure.text),
  ]
  const telling = content.flatMap(trimmed).filter((text) => text.length >= tellingLength)
  const named = people.flatMap(trimmed).filter((text) => text.length >= 2 && !titles.test(text))
  return [...new Set([...telling, ...named])].filter((text) => !shown.has(text))
}

function trimmed(text: string | undefined): readonly string[] {
  const found = text?.trim() ?? ''
  return found === '' ? [] : [found]
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(stringsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(stringsIn)
}
