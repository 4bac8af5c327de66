/** `qingquan laws` and `qingquan review`. */
import { writeNumeral } from '../../model/numerals.ts'
import { citationsIn } from '../law/citationsIn.ts'
import { templates } from '../templates/templates.ts'
import { provisions, type Provision } from '../law/provisions.ts'
import { statutes, type Statute } from '../law/statutes.ts'

/** Every statute that the product relies on, with its articles; what is not compared yet is marked. */
export function sayLaws(): string {
  const lines = Object.entries(statutes).flatMap(([key, statute]) => {
    const own = Object.values(provisions).filter((provision) => provision.statute === key)
    const said = own.map((provision) => `    ${sayProvision(provision)}`)
    return [sayStatute(statute), ...said, ...inTemplates(key)]
  })
  return [...lines, '', lawsWords.note, ''].join('\n')
}

/** The articles that templates cite of a statute, in one line. */
function inTemplates(key: string): readonly string[] {
  const articles = templates
    .flatMap(({ legalBasis, steps }) => citationsIn([...legalBasis, steps].join('\n')))
    .flatMap(({ statute, article }) => (statute === key && article !== undefined ? [article] : []))
  const sorted = [...new Set(articles)].sort((one, other) => one - other)
  return sorted.length === 0 ? [] : [`    ${lawsWords.inTemplates(sorted.map(writeNumeral))}`]
}

function sayStatute({ name, edition, since, compared }: Statute): string {
  return `《${name}》　${edition}，${since} 起施行${compared ? '' : '　※'}`
}

function sayProvision({ article, says }: Provision): string {
  return `${article === undefined ? '' : `第${writeNumeral(article)}条　`}${says}`
}

export const lawsWords = {
  inTemplates: (articles: readonly string[]) => `模板引用：第${articles.join('、')}条`,
  usage: ['qingquan laws', '  列出检查规则和模板依据的法律、法规和条文，供法制机构每年核对。'].join('\n'),
  note: '※ 没有与法规原文逐条核对过，引用前请先核对。条文摘要不能代替原文；修订之后请以新文本为准。',
} as const

export const reviewCommandWords = {
  usage: [
    'qingquan review verify 记录.json',
    '  核对审核记录的校验链：任何一条被改动、删去或者插入，都会指出来。',
    '  记录用 GET /api/charts/图/review 取得；- 为标准输入。不成立时返回 1。',
  ].join('\n'),
  wrong: '请写 qingquan review verify 记录.json',
  unreadable: '没有读懂审核记录：应当是 GET /api/charts/图/review 的回答',
  sound: (events: number, unchained: number, head: string) =>
    [
      `校验链成立，共 ${events} 条`,
      ...(unchained > 0 ? [`前 ${unchained} 条由较早的版本登记，没有逐条的校验值，作为整体计入`] : []),
      ...(head === '' ? [] : [`末条校验值 ${head}`]),
    ].join('；'),
  broken: (at: number) => `校验链在第 ${at} 条断开：这一条或者它前面的记录被改动过`,
} as const
