/** Lengths that a statute does not let a step fall short of; rows as in `longestLimits.ts`. */
import type { StepLimit } from './longestLimits.ts'

const tenders = ['procurement', 'works', 'assets'] as const

export const shortestLimits: readonly StepLimit[] = [
  {
    name: /(?:发售|出售|获取|领取|发放)[^，]{0,6}(?:招标|资格预审)文件(?!.*(?:投标截止|截止))/,
    not: /截止|开标/,
    kinds: tenders,
    amount: 5,
    unit: 'day',
    law: 'tenderRules-16',
  },
  {
    name: /招标公告/,
    not: /起草|编制|审核|拟|截止|开标|招标文件/,
    kinds: ['procurement'],
    amount: 5,
    unit: 'workday',
    law: 'procurementTender-16',
  },
  {
    name: /(?:发出|发布|发放|发售)?[^，]{0,4}(?:竞争性)?磋商文件[^，]{0,8}(?:截止|提交|响应)/,
    amount: 10,
    unit: 'day',
    law: 'procurementConsultation-10',
  },
  {
    name: /谈判文件[^，]{0,8}(?:截止|提交|响应)/,
    amount: 3,
    unit: 'workday',
    law: 'procurementOther-29',
  },
  {
    name: /询价通知书[^，]{0,8}(?:截止|提交|响应)/,
    amount: 3,
    unit: 'workday',
    law: 'procurementOther-45',
  },
  {
    name: /中标候选人[^，]{0,4}公示|公示[^，]{0,6}中标候选人|评标结果公示|公示评标结果/,
    amount: 3,
    unit: 'day',
    law: 'tenderRules-54',
  },
  {
    name: /单一来源[^，]{0,8}公示|公示[^，]{0,6}单一来源/,
    amount: 5,
    unit: 'workday',
    law: 'procurementRules-38',
  },
  {
    name: /公示/,
    title: /单一来源/,
    amount: 5,
    unit: 'workday',
    law: 'procurementRules-38',
  },
  {
    name: /(?:拟录用|录用)[^，]{0,8}公示|公示[^，]{0,6}(?:拟录用|录用)/,
    not: /录用结果|录用公告/,
    amount: 5,
    unit: 'workday',
    law: 'civilService-32',
  },
  {
    name: /公示/,
    title: /公务员(?:考试)?(?:录用|招录|招考)/,
    not: /任前|任职|成绩|岗位|公告/,
    amount: 5,
    unit: 'workday',
    law: 'civilService-32',
  },
  {
    name: /任职?前公示|拟任[^，]{0,6}公示|公示[^，]{0,4}拟任/,
    amount: 5,
    unit: 'workday',
    law: 'cadres-notice',
  },
  {
    name: /(?:拟聘用?|聘用)[^，]{0,8}公示|公示[^，]{0,6}(?:拟聘|聘用)/,
    amount: 7,
    unit: 'day',
    law: 'institutionHiring-notice',
  },
  {
    name: /公示/,
    title: /(?:事业单位|教师|医护|编外)[^，]{0,8}(?:招聘|聘用)|公开招聘/,
    not: /成绩|岗位|公告|结果|任前/,
    amount: 7,
    unit: 'day',
    law: 'institutionHiring-notice',
  },
  {
    name: /公示/,
    title: /最低生活保障|低保/,
    not: /长期|动态|公示栏/,
    amount: 7,
    unit: 'day',
    law: 'minimumIncome-notice',
  },
  {
    name: /公开征求[^，]{0,6}意见|(?:向社会|向公众)[^，]{0,6}征求意见/,
    title: /重大[^，]{0,4}决策|规范性文件/,
    amount: 30,
    unit: 'day',
    law: 'majorDecisions-15',
  },
  {
    name: /拍卖公告/,
    not: /起草|编制|审核/,
    amount: 7,
    unit: 'day',
    law: 'auction-45',
  },
  {
    name: /(?:补偿|安置)[^，]{0,8}公告|征收[^，]{0,6}公告/,
    title: /征地|土地征收|征收土地/,
    not: /预公告|征收公告$/,
    amount: 30,
    unit: 'day',
    law: 'land-47',
  },
  {
    name: /规划[^，]{0,4}草案[^，]{0,4}公[告示]|草案公[告示]|公[告示][^，]{0,6}规划草案/,
    amount: 30,
    unit: 'day',
    law: 'planning-26',
  },
  {
    name: /(?:当事人|申请人|利害关系人)?[^，]{0,4}(?:提出|申请|要求)[^，]{0,4}听证/,
    not: /告知|是否/,
    kinds: ['penalty'],
    amount: 5,
    unit: 'workday',
    law: 'penalty-64',
  },
  {
    name: /(?:当事人|申请人|利害关系人)?[^，]{0,4}(?:提出|申请|要求)[^，]{0,4}听证/,
    not: /告知|是否/,
    kinds: ['licensing'],
    amount: 5,
    unit: 'workday',
    law: 'licensing-47',
  },
]

/** From the step that issues the documents to the step that closes the bidding: 20 days. */
export const issuingTender =
  /(?:发出|发布|发售|发放|公布|出售|公告)[^，]{0,8}(?:招标文件|招标公告)|招标公告|招标文件[^，]{0,6}(?:发出|发售|发放)/
export const closingTender = /开标|评标|投标截止|递交投标文件|提交投标文件/
export const preparingTender = /起草|编制|审核|审定|审查|复核|拟[订定写]|备案|准备/
