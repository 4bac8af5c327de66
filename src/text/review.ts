/** What is said in and about a review. */
import type { ReviewRefusal } from '../model/review/decide.ts'
import type { MarkKind, MarkState } from '../model/review/mark.ts'

export const markKindName: { readonly [K in MarkKind]: string } = {
  missedRisk: '漏查风险',
  levelTooLow: '等级偏低',
  levelTooHigh: '等级偏高',
  hollowMeasure: '措施空泛',
  dutiesNotSeparated: '职责不分',
  limitExceeded: '时限超期',
  unclear: '表述不清',
  other: '其他',
}

export const markStateName: { readonly [S in MarkState]: string } = {
  open: '待整改',
  done: '已整改',
  accepted: '复核通过',
  returned: '退回',
}

export const reviewRefusals: { readonly [R in ReviewRefusal]: string } = {
  'no-right': '您的链接没有这项权限。',
  'no-such-mark': '这条审核意见已被撤回。',
  'not-own': '只能撤回自己提的意见。',
  'empty-text': '请写明意见。',
  'no-reason': '请写明退回的理由。',
  'open-marks': '还有审核意见没有复核通过，不能通过这一级。',
  'already-settled': '这条意见已经处理过了。',
  'not-settled': '这条意见还在等待整改。',
  'all-passed': '已经走完所有审定环节。',
  'not-earlier': '只能退回到更早的一级。',
  'under-way': '审定已经开始，不能更换审定程序。',
}

export const reviewWords = {
  passed: (rung: string) => `${rung}通过`,
} as const
