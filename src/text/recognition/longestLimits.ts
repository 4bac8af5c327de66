/**
 * Limits that a statute sets for one step, and lengths that it must not fall short of. `name` tells the
 * step, `not` what only sounds like it; a row counts for its kinds, or for its titles.
 */
import type { PowerKind } from '../../model/chart.ts'
import type { ProvisionKey } from '../law/provisions.ts'

export interface StepLimit {
  readonly name: RegExp
  readonly not?: RegExp
  readonly kinds?: readonly PowerKind[]
  /** Words of the chart's title. */
  readonly title?: RegExp
  readonly amount: number
  readonly unit: 'day' | 'workday' | 'hour'
  readonly law: ProvisionKey
}

const tenders = ['procurement', 'works', 'assets'] as const
const closing = /采购|政采/

export const longestLimits: readonly StepLimit[] = [
  {
    name: /(?:一次|告知|通知)[^，]{0,10}(?:补正|补齐|补充材料)|(?:补正|补齐)[^，]{0,4}(?:告知|通知)/,
    kinds: ['licensing'],
    amount: 5,
    unit: 'workday',
    law: 'licensing-32',
  },
  {
    name: /^(?:是否(?:予以)?受理|决定是否受理|审查是否受理|作出受理决定|受理审查)/,
    kinds: ['licensing'],
    amount: 5,
    unit: 'workday',
    law: 'licensing-32',
  },
  {
    name: /(?:颁发|送达|发放|核发|制发|制证|发证)/,
    not: /不予|不准予|受理|补正|听证|缴费|告知书|通知书|意见/,
    kinds: ['licensing'],
    amount: 10,
    unit: 'workday',
    law: 'licensing-44',
  },
  {
    name: /(?:组织|举行|召开)[^，]{0,4}听证/,
    not: /告知|通知|申请/,
    kinds: ['licensing'],
    amount: 20,
    unit: 'workday',
    law: 'licensing-47',
  },
  {
    name: /送达/,
    not: /告知书|通知书|催告|听证|送达回证归/,
    kinds: ['penalty'],
    amount: 7,
    unit: 'workday',
    law: 'penalty-61',
  },
  {
    name: /登记保存/,
    not: /批准|审批|是否|申请/,
    kinds: ['penalty'],
    amount: 7,
    unit: 'workday',
    law: 'penalty-56',
  },
  {
    name: /缴纳罚款|罚款缴纳|缴款|(?:到|至|向)[^，]{0,8}银行[^，]{0,4}缴|收缴罚款/,
    not: /当场|延期|分期|加处|暂缓/,
    kinds: ['penalty'],
    amount: 15,
    unit: 'day',
    law: 'penalty-67',
  },
  {
    name: /当场收缴|(?:罚款)?交(?:至|回|到)(?:行政)?机关/,
    not: /是否/,
    kinds: ['penalty'],
    amount: 2,
    unit: 'workday',
    law: 'penalty-71',
  },
  {
    name: /补办[^，]{0,6}(?:批准|审批|手续)/,
    kinds: ['compulsion'],
    amount: 24,
    unit: 'hour',
    law: 'compulsion-19',
  },
  {
    name: /^(?:依法|决定|实施)*(?:查封|扣押)(?!.*(?:审批|批准|申请|决定书|清单))/,
    kinds: ['compulsion'],
    amount: 30,
    unit: 'day',
    law: 'compulsion-25',
  },
  {
    name: /签订[^，]{0,8}合同|合同签订/,
    not: /审核|审查|拟/,
    kinds: ['procurement'],
    amount: 30,
    unit: 'day',
    law: 'procurement-46',
  },
  {
    name: /签订[^，]{0,8}合同|合同签订/,
    not: /审核|审查|拟/,
    kinds: ['works'],
    title: /招标|招投标|投标/,
    amount: 30,
    unit: 'day',
    law: 'tender-46',
  },
  {
    name: /合同[^，]{0,8}备案|备案[^，]{0,8}合同|(?:报送|报)[^，]{0,4}合同副本/,
    kinds: ['procurement'],
    amount: 7,
    unit: 'workday',
    law: 'procurement-47',
  },
  {
    name: /(?:答复|处理|回复)[^，]{0,6}质疑|质疑[^，]{0,8}(?:答复|处理|回复)/,
    kinds: ['procurement'],
    amount: 7,
    unit: 'workday',
    law: 'procurement-53',
  },
  {
    name: /(?:处理|办理|调查)[^，]{0,6}投诉|投诉[^，]{0,6}(?:处理|办理)/,
    not: /是否受理|受理/,
    title: closing,
    amount: 30,
    unit: 'workday',
    law: 'procurement-56',
  },
  {
    name: /(?:处理|办理|调查)[^，]{0,6}投诉|投诉[^，]{0,6}(?:处理|办理)/,
    not: /是否受理|受理/,
    title: /招标|招投标|工程/,
    amount: 30,
    unit: 'workday',
    law: 'tenderRules-61',
  },
  {
    name: /(?:答复|处理|回复)[^，]{0,8}异议|异议[^，]{0,6}(?:答复|处理|回复)/,
    title: /招标|招投标|工程/,
    kinds: ['works', 'procurement'],
    amount: 3,
    unit: 'day',
    law: 'tenderRules-54',
  },
  {
    name: /退还[^，]{0,6}(?:投标)?保证金/,
    not: /质量|履约|农民工/,
    kinds: tenders,
    amount: 5,
    unit: 'day',
    law: 'tenderRules-57',
  },
  {
    name: /(?:提交|报送|报)[^，]{0,12}(?:招标投标|招投标)情况[^，]{0,4}报告|书面报告/,
    title: /招标|招投标/,
    amount: 15,
    unit: 'day',
    law: 'tender-47',
  },
  {
    name: /(?:一次|告知|通知)[^，]{0,10}补正|补正[^，]{0,4}(?:告知|通知)/,
    title: /信息公开|依申请公开/,
    amount: 7,
    unit: 'workday',
    law: 'disclosure-30',
  },
  {
    name: /(?:第三方|第三人|权利人)[^，]{0,8}(?:意见|答复)|征求[^，]{0,6}(?:第三方|第三人)/,
    title: /信息公开|依申请公开/,
    amount: 15,
    unit: 'workday',
    law: 'disclosure-32',
  },
  {
    name: /主动公开/,
    not: /是否|目录|范围|审查/,
    amount: 20,
    unit: 'workday',
    law: 'disclosure-26',
  },
  {
    name: /受理告知|告知[^，]{0,8}受理|是否受理|决定受理/,
    title: /信访/,
    amount: 15,
    unit: 'day',
    law: 'petition-22',
  },
  {
    name: /复查(?!申请|请求|机关)/,
    not: /申请|请求|是否|不服/,
    title: /信访/,
    amount: 30,
    unit: 'day',
    law: 'petition-35',
  },
  {
    name: /复核(?!申请|请求|机关)/,
    not: /申请|请求|是否|不服|材料/,
    title: /信访/,
    amount: 30,
    unit: 'day',
    law: 'petition-36',
  },
  {
    name: /(?:一次|告知|通知)[^，]{0,10}补正|补正[^，]{0,4}(?:告知|通知)/,
    title: /复议/,
    amount: 5,
    unit: 'workday',
    law: 'reconsideration-31',
  },
  {
    name: /是否受理|受理审查|审查[^，]{0,6}受理|审查复议申请/,
    title: /复议/,
    amount: 5,
    unit: 'workday',
    law: 'reconsideration-30',
  },
  {
    name: /(?:发送|送达|转送)[^，]{0,8}(?:副本|申请书)/,
    title: /复议/,
    amount: 7,
    unit: 'workday',
    law: 'reconsideration-48',
  },
  {
    name: /被申请人[^，]{0,10}(?:答复|答辩)/,
    title: /复议/,
    amount: 10,
    unit: 'workday',
    law: 'reconsideration-48',
  },
]

/** 听证7日前通知、听证前7日、提前7日: how long before something. */
export const daysBefore =
  /(\d+|[一二三四五六七八九十]+)\s*个?(?:工作日|日|天)(?:以?前|之前)|(?:听证会?|举行|召开)之?前\s*(\d+|[一二三四五六七八九十]+)\s*个?(?:工作日|日|天)|提前\s*(\d+|[一二三四五六七八九十]+)\s*个?(?:工作日|日|天)/
export const hearingNotice = /听证/
/** A step of what the applicant does takes the applicant's time. */
export const applicantsTime = /^(?:申请人|当事人|投标人|供应商)/
