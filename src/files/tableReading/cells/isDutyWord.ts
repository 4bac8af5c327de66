import { dutyWords } from '../../../text/recognition/headings.ts'

const words: ReadonlySet<string> = new Set(Object.values(dutyWords).flat())

/** 审核, 决定: what a post is to do; 财务科经办 in a column 角色 is a post. */
export function isDutyWord(text: string): boolean {
  return words.has(text.trim())
}
