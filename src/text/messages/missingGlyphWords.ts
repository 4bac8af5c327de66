/** Message for a character that the fonts lack. */
export const missingGlyphWords = {
  /** `character` is empty if it cannot be displayed. */
  missing: (character: string, code: string, place: string) =>
    `${place}里有画不出的字符${character === '' ? ` ${code}` : `“${character}”（${code}）`}：字体里没有。请删去或换一个写法。`,
  damaged: (place: string) =>
    `${place}里有一个损坏的字（U+FFFD）：原来是什么字已经认不出，图上只能画成“\uFFFD”。请重新填写后再公开。`,
  step: (number: number, name: string) => `第 ${number} 个环节“${name}”`,
  post: (name: string) => `岗位“${name}”`,
  label: (label: string) => `流线上的“${label}”`,
  risk: (text: string) => `风险点“${text}”`,
  measure: (text: string) => `防控措施“${text}”`,
  title: '图的标题',
  header: '图的信息',
  text: (text: string) => `“${text}”`,
} as const
