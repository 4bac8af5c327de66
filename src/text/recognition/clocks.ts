/**
 * The clock of the law, kind by kind: where it starts, which step ends it, what does not count, and how
 * long it is. `checks/timeReport.ts` reads it; the table of cases is in `test/checks/clock.test.ts`.
 */
import type { PowerKind } from '../../model/chart.ts'
import type { ProvisionKey } from '../law/provisions.ts'

export type ClockKey =
  | 'licence'
  | 'jointLicence'
  | 'penalty'
  | 'seizure'
  | 'petition'
  | 'petitionReview'
  | 'disclosure'
  | 'reconsideration'
  | 'simpleReconsideration'
  | 'purchaseComplaint'
  | 'tenderComplaint'

export interface LegalClock {
  /** Names of the step that starts it; that step itself is not counted. */
  readonly starts: readonly RegExp[]
  /** Names of the steps that end it where no duty 决定 is given. */
  readonly ends: RegExp
  /** What is not counted by this statute. */
  readonly uncounted?: RegExp
  /** What other rules than the statute may leave out: then an excess is no certainty. */
  readonly doubtful?: RegExp
  /** The limit where the chart states none. */
  readonly amount: number
  readonly unit: 'day' | 'workday'
  readonly extension?: number
  readonly laws: readonly ProvisionKey[]
}

/** 受理 done: not 不予受理, not whom or what is taken up. */
const takenUp = /(?<!不予|不|未|是否|能否|不属于|不属)受理(?!条件|人|范围|部门|窗口)/
const filed = /立案(?!标准|条件)/
const received = /(?:收到|接收|登记|收件|签收).{0,8}(?:申请|投诉|质疑)|(?:申请|投诉).{0,4}(?:登记|接收|签收)/

const anyDecision = /(?:作出|出具|是否).{0,10}(?:决定|答复|意见|准予|批准|许可)|^决定|^答复/
const allOfLicensing = /听证|招标|拍卖|检验|检测|检疫|鉴定|专家评审|专家论证评审/
const expertWork = /检验|检测|检疫|鉴定|专家评审/

export const clocks: { readonly [K in ClockKey]: LegalClock } = {
  licence: {
    starts: [takenUp],
    ends: anyDecision,
    uncounted: allOfLicensing,
    amount: 20,
    unit: 'workday',
    extension: 10,
    laws: ['licensing-42', 'licensing-45'],
  },
  jointLicence: {
    starts: [takenUp],
    ends: anyDecision,
    uncounted: allOfLicensing,
    amount: 45,
    unit: 'workday',
    extension: 15,
    laws: ['licensing-42', 'licensing-45'],
  },
  penalty: {
    starts: [filed],
    ends: /(?:处罚|处理)决定|是否.{0,4}处罚|给予.{0,6}处罚/,
    // 行政处罚法 art. 60 leaves nothing out itself, but lets 规章 do so (听证、公告、检测 …).
    doubtful: /听证|公告|检验|检测|检疫|鉴定|认定|评估/,
    amount: 90,
    unit: 'day',
    laws: ['penalty-60'],
  },
  seizure: {
    starts: [
      /(?:实施|采取|执行|当场|依法)[^，,]{0,6}(?:查封|扣押|冻结|强制)|交付[^，]*(?:决定书|清单)|制作[^，]*清单|^(?:查封|扣押|冻结)(?!.*(?:审批|决定|申请|报告))/,
    ],
    ends: /处理决定|解除(?:查封|扣押|冻结)|是否(?:没收|解除)/,
    uncounted: /检测|检验|检疫|鉴定/,
    amount: 30,
    unit: 'day',
    extension: 30,
    laws: ['compulsion-25', 'compulsion-32'],
  },
  petition: {
    starts: [takenUp, received],
    ends: /处理意见|答复意见|(?:作出|出具)[^，]*(?:决定|答复|意见)|书面答复/,
    amount: 60,
    unit: 'day',
    extension: 30,
    laws: ['petition-34'],
  },
  petitionReview: {
    starts: [takenUp, received],
    ends: /复查意见|复核意见|(?:作出|出具)[^，]*(?:决定|答复|意见)/,
    uncounted: /听证/,
    amount: 30,
    unit: 'day',
    laws: ['petition-35', 'petition-36'],
  },
  disclosure: {
    starts: [received, takenUp],
    ends: /答复|告知书|是否(?:予以)?公开|公开决定/,
    uncounted:
      /征求[^，]{0,10}(?:第三方|第三人|其他机关|其他部门|其他单位|有关机关|有关部门|相关单位|权利人)[^，]{0,6}意见|第三方意见/,
    amount: 20,
    unit: 'workday',
    extension: 20,
    laws: ['disclosure-33'],
  },
  reconsideration: {
    starts: [takenUp],
    ends: /复议决定|复议意见|决定书/,
    uncounted: /鉴定|中止/,
    amount: 60,
    unit: 'day',
    extension: 30,
    laws: ['reconsideration-62'],
  },
  simpleReconsideration: {
    starts: [takenUp],
    ends: /复议决定|复议意见|决定书/,
    uncounted: /鉴定|中止/,
    amount: 30,
    unit: 'day',
    laws: ['reconsideration-62'],
  },
  purchaseComplaint: {
    starts: [received, takenUp],
    ends: /处理决定/,
    uncounted: /检验|检测|鉴定|专家评审|补正/,
    amount: 30,
    unit: 'workday',
    laws: ['procurement-56'],
  },
  tenderComplaint: {
    starts: [takenUp],
    ends: /处理决定/,
    uncounted: expertWork,
    amount: 30,
    unit: 'workday',
    laws: ['tenderRules-61'],
  },
}

/** Which clock a title asks for; the first that fits. */
export const procedures: readonly {
  readonly clock: ClockKey
  readonly title: RegExp
  readonly kinds?: readonly PowerKind[]
  /** And a step with such a name. */
  readonly step?: RegExp
}[] = [
  { clock: 'disclosure', title: /信息(?:依申请)?公开|依申请公开/ },
  { clock: 'petitionReview', title: /信访[^，]*(?:复查|复核)/ },
  { clock: 'petition', title: /信访/ },
  { clock: 'simpleReconsideration', title: /复议[^，]*简易程序|简易程序[^，]*复议/ },
  { clock: 'reconsideration', title: /行政复议|复议案件/ },
  { clock: 'tenderComplaint', title: /(?:招标|招投标|工程)[^，]*投诉/ },
  { clock: 'purchaseComplaint', title: /采购[^，]*投诉/ },
  { clock: 'jointLicence', title: /联合|并联|集中办理|统一办理/, kinds: ['licensing'] },
  { clock: 'licence', title: /./, kinds: ['licensing'] },
  { clock: 'penalty', title: /./, kinds: ['penalty'] },
  { clock: 'seizure', title: /./, kinds: ['compulsion'], step: /查封|扣押|冻结/ },
]
