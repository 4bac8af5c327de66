/** Message for a character that the fonts lack. */
export const missingGlyphWords = {
  /** `character` is empty if it cannot be displayed. */
  missing: (character: string, code: string, place: string) =>
    `${place}里有画不出的字符${character === '' ? ` ${code}` : `“${character}”（${code}）`}：字体里没有。请删去或换一个写法。`,
  step: (number: number, name: string) => `第 ${number} 个环节“${name}”`,
  post: (name: string) => `岗位“${name}”`,
  label: (label: string) => `流线上的“${label}”`,
  risk: (text: string) => `风险点“${text}”`,
  measure: (text: string) => `防控措施“${text}”`,
  title: '图的标题',
  header: '图的信息',
  text: (text: string) => `“${text}”`,
} as const
