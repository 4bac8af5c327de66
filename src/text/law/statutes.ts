/**
 * The statutes that the product relies on, each once. Rules, templates and pages name a provision by its
 * key (`provisions.ts`), never by its words, so that one place changes when a law does. `qingquan laws`
 * prints this table for the yearly look by the 法制科.
 */

export interface Statute {
  /** Short name, as it is cited in a sentence. */
  readonly name: string
  /** The edition that the articles are numbered by. */
  readonly edition: string
  /** yyyy-mm-dd: since when that statute, or that edition, is in force. */
  readonly since: string
  /** False: not compared with a text of the statute yet; to be looked up before one relies on it. */
  readonly compared: boolean
}

function statute(name: string, edition: string, since: string): Statute {
  return { name, edition, since, compared: true }
}

function uncompared(name: string, edition: string, since: string): Statute {
  return { name, edition, since, compared: false }
}

export const statutes = {
  licensing: statute('行政许可法', '2019年修正', '2019-04-23'),
  penalty: statute('行政处罚法', '2021年修订', '2021-07-15'),
  compulsion: statute('行政强制法', '2011年', '2012-01-01'),
  reconsideration: statute('行政复议法', '2023年修订', '2024-01-01'),
  litigation: uncompared('行政诉讼法', '2017年修正', '2017-07-01'),
  disclosure: statute('政府信息公开条例', '2019年修订', '2019-05-15'),
  petition: statute('信访工作条例', '2022年', '2022-05-01'),
  procurement: statute('政府采购法', '2014年修正', '2014-08-31'),
  procurementRules: statute('政府采购法实施条例', '2015年', '2015-03-01'),
  procurementTender: uncompared('政府采购货物和服务招标投标管理办法', '财政部令第87号', '2017-10-01'),
  procurementOther: uncompared('政府采购非招标采购方式管理办法', '财政部令第74号', '2014-02-01'),
  procurementConsultation: uncompared(
    '政府采购竞争性磋商采购方式管理暂行办法',
    '财库〔2014〕214号',
    '2014-12-31',
  ),
  tender: statute('招标投标法', '2017年修正', '2017-12-28'),
  tenderRules: statute('招标投标法实施条例', '2019年修订', '2019-03-02'),
  civilService: statute('公务员法', '2018年修订', '2019-06-01'),
  accounting: statute('会计法', '2024年修正', '2024-07-01'),
  cadres: uncompared('党政领导干部选拔任用工作条例', '2019年修订', '2019-03-03'),
  institutionHiring: uncompared('事业单位公开招聘人员暂行规定', '人事部令第6号', '2006-01-01'),
  majorDecisions: statute('重大行政决策程序暂行条例', '国务院令第713号', '2019-09-01'),
  majorMatters: uncompared('“三重一大”决策制度', '各单位按上级规定制定', '2010-06-05'),
  caseTransfer: statute('行政执法机关移送涉嫌犯罪案件的规定', '2020年修订', '2020-08-07'),
  auction: statute('拍卖法', '2015年修正', '2015-04-24'),
  land: statute('土地管理法', '2019年修正', '2020-01-01'),
  planning: statute('城乡规划法', '2019年修正', '2019-04-23'),
  minimumIncome: uncompared('最低生活保障审核确认办法', '民发〔2021〕57号', '2021-07-01'),
  internalControl: uncompared('行政事业单位内部控制规范（试行）', '财会〔2012〕21号', '2014-01-01'),
} as const satisfies Readonly<Record<string, Statute>>

export type StatuteKey = keyof typeof statutes
