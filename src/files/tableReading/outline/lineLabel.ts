/** The number at the beginning of a line, with its style: （一）, 1., ①, 第三步, 1.2, Step 1. */
import { readNumeral } from '../../../model/numerals.ts'
import { bulletMarks } from '../../../text/recognition/outlineWords.ts'

export interface LineLabel {
  /** Lines of one list have one style. */
  readonly style: string
  /** Undefined for bullets. */
  readonly number: number | undefined
  /** The line without its number. */
  readonly rest: string
}

/** Articles of a regulation: lists inside them are no sub-items. */
export const articleStyle = '条'
const chinese = '[一二三四五六七八九十]{1,3}'

/** Each: style, pattern with the number in its group. */
const styles: readonly (readonly [string, RegExp])[] = [
  ['step', new RegExp(String.raw`^第\s*(${chinese}|\d{1,2})\s*(?:步骤|步|环节|阶段)\s*[、.．:：,，—-]*\s*`)],
  [articleStyle, new RegExp(String.raw`^第\s*([一二三四五六七八九十]{1,4}|\d{1,3})\s*条\s*[:：]?\s*`)],
  ['keycap', /^(\d{1,2})\uFE0F?\u20E3\s*[、.．:：]?\s*/],
  ['word', new RegExp(String.raw`^(?:步骤|环节|节点|流程)\s*(${chinese}|\d{1,2})\s*[、.．:：]\s*`)],
  ['word', /^step\s*(\d{1,2})\s*[、.．:：]?\s*/i],
  ['deep', /^\d{1,2}(?:[.．]\d{1,2})*[.．](\d{1,2})(?![\d.．])[、)）]?\s*(?=\D)/],
  ['chinese', new RegExp(String.raw`^(${chinese})\s*[、.．]\s*`)],
  ['(chinese)', new RegExp(String.raw`^[(（]\s*(${chinese})\s*[)）]\s*[、.．]?\s*`)],
  ['1.', /^(\d{1,3})\s*[、.．](?!\d)\s*/],
  ['1)', /^(\d{1,2})\s*[)）]\s*/],
  ['(1)', /^[(（]\s*(\d{1,2})\s*[)）]\s*[、.．]?\s*/],
  ['A.', /^([A-H])\s*[.．、)）]\s*(?=[\u4e00-\u9fff])/],
  ['甲', /^([甲乙丙丁戊己庚辛])\s*[、.．]\s*/],
  ['①', /^([①-⑳])\s*[、.．]?\s*/],
  ['⑴', /^([⑴-⒇])\s*/],
  ['1 ', /^(\d{1,2})[\s\u3000]+(?=[\u4e00-\u9fff《“])(?!(?:个|年|月|日|天|人|份|元|万|名|次|小时)[^\s]*)/],
]
const bullet = new RegExp(String.raw`^[${bulletMarks}]\s*(?=\S)|^[-*–]\s+(?=\S)`)

export function lineLabel(line: string): LineLabel | undefined {
  const text = line.trim().replace(/^[(（]?[０-９]+/, (digits) => digits.normalize('NFKC'))
  for (const [style, pattern] of styles) {
    const [whole, written] = pattern.exec(text) ?? []
    if (whole === undefined || written === undefined) continue
    const number = numberOf(written)
    const rest = text.slice(whole.length).trim()
    if (number === undefined || rest === '') continue
    return { style: style === 'deep' ? depthOf(whole) : style, number, rest }
  }
  const mark = bullet.exec(text)?.[0]
  return mark === undefined
    ? undefined
    : { style: mark.trim(), number: undefined, rest: text.slice(mark.length).trim() }
}

export function withoutNumber(line: string): string {
  return lineLabel(line)?.rest ?? line
}

/** 1.2 is of another style than 2.2, as their lists differ, and than 1. */
function depthOf(label: string): string {
  return `below ${label.trim().replace(/\d+\D*$/, '')}`
}

function numberOf(written: string): number | undefined {
  const code = written.charCodeAt(0)
  if (code >= 0x2460 && code <= 0x2473) return code - 0x245f
  if (code >= 0x2474 && code <= 0x2487) return code - 0x2473
  if (/^[A-H]$/.test(written)) return code - 0x40
  const stem = '甲乙丙丁戊己庚辛'.indexOf(written)
  return stem < 0 ? readNumeral(written) : stem + 1
}
