/** Words by which several critical acts in one step are told. */

/** Pairs of critical acts in one step (D26). Order matters: 审批申请 approves an application and is one act. */
export const mergedPairs: readonly (readonly [string, string])[] = [
  ['采购', '验收'],
  ['审批', '结算'],
  ['申请', '审批'],
  ['招标', '评标'],
  ['施工', '验收'],
  ['验收', '结算'],
  ['验收', '付款'],
  ['入库', '领用'],
  ['执行', '核验'],
  ['验收', '支付'],
]
/** Here the second may be the object of the first (审批付款 approves a payment): only with a joint between them. */
export const joinedPairs: typeof mergedPairs = [
  ['编制', '审核'],
  ['编制', '审批'],
  ['申请', '支付'],
  ['申请', '付款'],
  ['审批', '支付'],
  ['审批', '付款'],
  ['批准', '支付'],
  ['审批', '拨付'],
  ['审批', '下达'],
  ['审批', '执行'],
  ['采购', '付款'],
  ['调查', '决定'],
]
export const joint = /[并及和与、，,；;/+]/
/** Between the two words: one follows the other (验收后结算) or modifies it (采购项目验收). */
export const notMergedBetween = /[后前按据凭未经对的]|合格|结果|是否|项目|合同|意见|通过/
/** After the second word: both belong to one noun, 申请审批表、采购验收小组. */
export const oneThing = /^(?:登记)?(?:表|单|书|报告|小组|组|委员会|材料|意见|资料|手续|情况|权限|人|岗)/

/** Acts of one sort count once; three sorts in one box hide who does which. */
export const actClasses: readonly RegExp[] = [
  // 付款申请、采购申请 are things; the act is what is done to them.
  /编制|填写|填报|起草|拟[订定写]|(?<!审批|批准|审核|复核|审查|采购|招标|施工|验收|支付|付款|拨付|结算|报销|用款)申请|提出|报送/,
  /审核|复核|审查(?!意见)|核实/,
  /审批|批准(?!后)|审定|签批|审签/,
  /采购(?!项目|计划|需求|方案|文件|申请)|招标(?!文件|方案|申请)|施工(?!方案|合同|申请)/,
  /验收(?!标准|方案|申请)/,
  /(?:支付|付款|拨付|结算|发放|报销)(?!申请|计划|条款|条件)/,
  /下达|执行(?!情况|标准)|印发|更新/,
]
