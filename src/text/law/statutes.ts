/**
 * The statutes that the product relies on, each once. Rules and pages name a provision by its key
 * (`provisions.ts`), never by its words; templates write 《…》第…条, which `citationsIn.ts` finds here, so that one place changes when a law does. `qingquan laws`
 * prints this table for the yearly look by the 法制科.
 */

export interface Statute {
  /** Short name, as it is cited in a sentence. */
  readonly name: string
  /** The edition that the articles are numbered by. */
  readonly edition: string
  /** How many articles it has, where that is known: what lies beyond is a slip. */
  readonly articles?: number
  /** yyyy-mm-dd: since when that statute, or that edition, is in force. */
  readonly since: string
  /** False: not compared with a text of the statute yet; to be looked up before one relies on it. */
  readonly compared: boolean
}

function statute(name: string, edition: string, since: string, articles?: number): Statute {
  return { name, edition, since, compared: true, ...(articles === undefined ? {} : { articles }) }
}

function uncompared(name: string, edition: string, since: string): Statute {
  return { name, edition, since, compared: false }
}

export const statutes = {
  licensing: statute('行政许可法', '2019年修正', '2019-04-23', 83),
  penalty: statute('行政处罚法', '2021年修订', '2021-07-15', 86),
  compulsion: statute('行政强制法', '2011年', '2012-01-01', 71),
  reconsideration: statute('行政复议法', '2023年修订', '2024-01-01', 90),
  litigation: uncompared('行政诉讼法', '2017年修正', '2017-07-01'),
  disclosure: statute('政府信息公开条例', '2019年修订', '2019-05-15', 56),
  petition: statute('信访工作条例', '2022年', '2022-05-01', 50),
  procurement: statute('政府采购法', '2014年修正', '2014-08-31', 88),
  procurementRules: statute('政府采购法实施条例', '2015年', '2015-03-01'),
  procurementTender: uncompared('政府采购货物和服务招标投标管理办法', '财政部令第87号', '2017-10-01'),
  procurementOther: uncompared('政府采购非招标采购方式管理办法', '财政部令第74号', '2014-02-01'),
  procurementConsultation: uncompared(
    '政府采购竞争性磋商采购方式管理暂行办法',
    '财库〔2014〕214号',
    '2014-12-31',
  ),
  tender: statute('招标投标法', '2017年修正', '2017-12-28', 68),
  tenderRules: statute('招标投标法实施条例', '2019年修订', '2019-03-02'),
  civilService: statute('公务员法', '2018年修订', '2019-06-01', 113),
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
  nonTax: uncompared('政府非税收入管理办法', '财税〔2016〕33号', '2016-03-15'),
  relief: uncompared('社会救助暂行办法', '2019年修订', '2019-03-02'),
  injury: uncompared('工伤保险条例', '2010年修订', '2011-01-01'),
  injuryFinding: uncompared('工伤认定办法', '人力资源和社会保障部令第8号', '2011-01-01'),
  patent: uncompared('专利法', '2020年修正', '2021-06-01'),
  education: uncompared('教育法', '2021年修正', '2021-04-30'),
  compulsoryEducation: uncompared('义务教育法', '2018年修正', '2018-12-29'),
  drugs: uncompared('药品管理法', '2019年修订', '2019-12-01'),
  budget: uncompared('预算法', '2018年修正', '2018-12-29'),
  fiscalOffences: uncompared('财政违法行为处罚处分条例', '2011年修订', '2011-01-08'),
  reception: uncompared('党政机关国内公务接待管理规定', '2013年', '2013-12-01'),
  studentAid: uncompared('学生资助资金管理办法', '财教〔2021〕310号', '2021-12-30'),
  investment: uncompared('政府投资条例', '国务院令第712号', '2019-07-01'),
  worksQuality: uncompared('建设工程质量管理条例', '2019年修订', '2019-04-23'),
  recruitmentRules: uncompared('公务员录用规定', '2019年修订', '2019-11-26'),
  institutionStaff: uncompared('事业单位人事管理条例', '国务院令第652号', '2014-07-01'),
  seals: uncompared(
    '国务院关于国家行政机关和企业事业单位社会团体印章管理的规定',
    '国发〔1999〕25号',
    '1999-10-31',
  ),
  civilCode: uncompared('民法典', '2020年', '2021-01-01'),
  officialCars: uncompared('党政机关公务用车管理办法', '2017年', '2017-12-05'),
  stateAssets: uncompared('行政事业性国有资产管理条例', '国务院令第738号', '2021-04-01'),
  valuation: uncompared('国有资产评估管理办法', '2020年修订', '2020-11-29'),
} as const satisfies Readonly<Record<string, Statute>>

export type StatuteKey = keyof typeof statutes
