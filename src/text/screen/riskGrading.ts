/** Grading in the forms. Separate from the dialog's texts, because every visit loads these. */
export const riskGrading = {
  scheme: '分级办法',
  change: '更换…',
  byRule: (level: string, why: string) => `按办法为“${level}”：${why}`,
  byHandOf: (level: string, why: string) => `人工评定；按办法应为“${level}”（${why}）`,
  byHand: (level: string) => `人工评定为“${level}”`,
  take: '采用',
  waiting: '评定因素选齐后自动得出等级，也可以直接选等级。',
  unset: '未选',
  former: (levels: string) => `原等级：${levels}`,
  formerOf: (scheme: string, level: string) => `${level}（${scheme}）`,
  sphere: '权力类别',
  ofPost: (count: number) => (count > 0 ? `岗位风险 ${count}` : '岗位风险'),
} as const
