/**
 * The kind of power that a title names, for charts whose 职权类别 nobody has filled in (a pasted table
 * never has one). The head of a Chinese title stands last: 建设工程招标投诉处理 is about complaints.
 */
import type { PowerKind } from '../../model/chart.ts'

const words: readonly (readonly [PowerKind, RegExp])[] = [
  [
    'licensing',
    /许可|行政审批|(?:联合|并联|设立|准入|用地|规划|开工|经营|办学|执业)审批|核准|(?:证|证书|执照|批准书|许可书|通行证)的?(?:核发|颁发|签发|办理|换发|补发)/g,
  ],
  ['penalty', /处罚|罚款|罚没|违法(?:行为|案件)(?:查处|办理|处理)|案件查处/g],
  ['compulsion', /强制(?:措施|执行|拆除)?|查封|扣押|冻结|扣留|代履行/g],
  ['levy', /征收|征用|征缴|收费/g],
  [
    'payment',
    /救助|补助|补贴|低保|最低生活保障|给付|抚恤|优抚|资助|助学金|保障金|特困|津贴|公租房|保障房|住房保障/g,
  ],
  ['inspection', /检查|抽查|巡查|监督抽检|执法检查/g],
  ['confirmation', /确认|登记|认定|鉴证|公证/g],
  ['reward', /奖励|表彰|评优|评先|奖学金/g],
  ['adjudication', /裁决|调处/g],
  ['procurement', /采购|购置|招标|招投标|比选|询价|政采/g],
  ['works', /工程|修缮|改造|施工|建设项目(?!.*审批)|基建|维修/g],
  ['personnel', /录用|聘用|聘任|招聘|招录|任免|任用|任职|选拔|晋升|调动|职称|绩效考核|年度考核|干部|用人/g],
  ['finance', /报销|工资|薪酬|经费|支付|付款|拨付|资金|预算|决算|财务|支出|借款|差旅|公务接待/g],
  ['assets', /资产|处置|车辆|派车|用车|公章|印章|用印|物资|库房|领用|(?<!采购|招标|中标|工程|施工)合同/g],
]

const bracketed = /[(（【][^)）】]*[)）】]/g

/** The kind that the words name which end last; undefined if the title names none. */
export function powerKindOfTitle(title: string): PowerKind | undefined {
  const plain = title
    .replaceAll(bracketed, '')
    .replace(/(?:权力运行|内部|外部|工作|业务|办理|运行)*(?:流程图?|程序|指引)$/, '')
  let found: { readonly kind: PowerKind; readonly end: number } | undefined
  for (const [kind, pattern] of words)
    for (const match of plain.matchAll(pattern)) {
      const end = match.index + match[0].length
      if (!found || end > found.end) found = { kind, end }
    }
  return found?.kind
}
