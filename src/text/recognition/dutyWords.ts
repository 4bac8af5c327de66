/**
 * The 职责 that a step's name proposes, where nobody has said one. A proposal never makes more than a hint
 * (domain D: key words alone gave alarms in 7 of 36 real charts, nearly all false).
 */
import type { Duty } from '../../model/chart.ts'
import { numeralCharacters } from '../../model/numerals.ts'

/** A document's name is no act: 《建设用地批准书》、审批表、验收报告、付款凭证. */
const documents = new RegExp(
  String.raw`《[^》]*》|[(（【][^)）】]*[)）】]|(?:审批|批准|审核|验收|付款|支付|决定|申请|采购|核准|评审)(?:意见)?(?:表|书|单|证|报告|凭证|文件|材料|资料|结果|台账|记录|手续齐全|制度|权限|条件|[${numeralCharacters}\d]+份)`,
  'g',
)

/** Who acts is no act: 施工单位提出变更 builds nothing. */
const parties =
  /(?:施工|监理|供货|采购|设计|评估|审计|咨询|检测|代理|中标|验收|执行|支付)(?:单位|企业|机构|公司|商|方|队伍|人员?|小组|组)(?=.{2})/g

/** The name of a step as an act, without the documents and parties that it mentions. */
export function actOf(name: string): string {
  return name.replaceAll(documents, '').replaceAll(parties, '')
}

/** Not an act of deciding though the word stands there. */
const undecided =
  /^(?:不予|不批准|不同意|未|不准予|不许可|终止)|(?:批准|审批|决定|同意|审定|核准|研究|许可)(?:后|之后|前|之前|的)|(?:按|据|凭|依|根据|执行|落实|送达|公布|公开|公示|宣布|下达|印发|传达|制作|制发|制证|颁发|起草|拟定|拟订|拟写|拟制|报送|呈送|告知|通知|报告|提交|申请|提请|报请|准备).{0,8}(?:决定|决议|审批|批准|许可|审定|同意)|未经|不服/

/** The word that stands first in a part of the name wins; of two at one place, the one above. */
const proposals: readonly (readonly [Duty, RegExp])[] = [
  [
    'accept',
    /验收(?!后|标准|小组组成|申请)|验货|清点入库|验证入库|(?:清点|查验|核对|当面|到货|收货|数量)[^，,]{0,2}(?:签收|接收|点收|收货)|点验|查验(?=.{0,4}(?:货|物资|药品|食材|耗材|设备))/,
  ],
  [
    'supervise',
    /^(?:全程|现场|日常|事中事后)?(?:监督|监察|监管|督查|督办|检查监督)|纪检(?:监察)?[^，]{0,4}监督|监理|绩效(?:评价|评估|考核)|(?:报|向)[^，]{0,12}备案|审计监督/,
  ],
  [
    'execute',
    /支付|付款|拨付|划拨|转账|付现|发放|缴纳|收缴|收取|缴款|送达|颁发|核发|发证|制证|组织实施|实施采购|^采购|询价采购|组织采购|施工|签订[^，]*合同|(?:办理|履行)[^，]*手续|归档|存档|结案|办结|办理入库|入库|出库|保管|领用|用印|盖章|派车|登记入账|执行|公开|公布|发布|下达|印发|报销入账/,
  ],
  [
    'decide',
    /审批|批准|审定|审签|签批|签发|签署意见|核准|决定|^准予|是否(?:予以)?(?:准予|批准|同意|许可|确认|给予|核准|核发|颁发|发证|登记发证|录用|聘用|通过审批)|研究(?:决定|确定|审定|同意|通过)|(?:会|班子|党组|党委|委员会|会议)[^，]{0,6}(?:研究|审议|讨论|审定|决策|表决|通过)|(?:集体|会议)(?:研究|审议|讨论|决策)|定标/,
  ],
  [
    'review',
    /审核|复核|初审|复审|会审|会签|审查意见|法制审|合法性审|评审|评标|评议|审计|核对|核准意见|签署审核|结算审|听取陈述|汇总/,
  ],
  [
    'initiate',
    /^(?:申请人|当事人|使用人|使用科室|科室|部门|经办人|承办人)?(?:提出|提交|填写|填报|申请|申报|请购|报送|发起|申领|提请)(?!.{0,6}(?:审核意见|处理意见|审查意见|办理意见|处罚建议))/,
  ],
  [
    'handle',
    /审查|核查|核实|调查|取证|勘查|勘验|检查|考察|考试|编制|编写|起草|拟订|拟定|制定|受理|登记|接收|告知|通知|询价|比价|谈判|磋商|招标|遴选|选定|证明|采购|购置|收集|整理|公示|记账|登账|盘点|稽核|入户|走访|询问/,
  ],
]

/** 并、和、逗号 join two acts in one name. */
const joints = /并且?|[、，,；;/]|以及|及(?!时)|和/

/** The duties that a name proposes, one for each act in it; empty if it proposes none. */
export function dutiesOfName(name: string): readonly Duty[] {
  const act = actOf(name)
  const mayDecide = !undecided.test(act)
  return [...new Set(act.split(joints).flatMap((part) => firstDuty(part, mayDecide)))]
}

function firstDuty(part: string, mayDecide: boolean): readonly Duty[] {
  let best: { readonly duty: Duty; readonly at: number } | undefined
  for (const [duty, words] of proposals) {
    const at = duty === 'decide' && !mayDecide ? -1 : part.search(words)
    if (at >= 0 && (!best || at < best.at)) best = { duty, at }
  }
  return best ? [best.duty] : []
}
