/**
 * The grading scheme that the words of a table's level column belong to. Three levels, unless the words
 * need four: 一般 beside 低, 极高, 四级. Two words never become one level.
 */
import { highMediumLow, type GradingScheme } from '../../../model/grading.ts'
import { fourLevelSchemes } from '../../../text/schemes/fourLevelSchemes.ts'

/** Words that a scheme of three cannot tell apart. */
const needs: { readonly [scheme: string]: (words: ReadonlySet<string>) => boolean } = {
  'great-to-low': (words) => words.has('低') && words.has('一般'),
  'extreme-to-low': (words) => words.has('极高'),
  'one-to-four': (words) => words.has('四级'),
}

export function schemeOf(cells: readonly string[]): GradingScheme {
  const words = new Set(
    cells
      .flatMap((cell) => cell.split(/[\n、，,;；/]/))
      .map(plainLevel)
      .filter((word) => word !== ''),
  )
  const found = fourLevelSchemes.find(
    ({ id, levels }) =>
      needs[id]?.(words) && [...words].every((word) => levels.some(({ name }) => plainLevel(name) === word)),
  )
  return found ?? highMediumLow
}

/** 重大风险, Ⅳ级 */
export function plainLevel(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s()（）\d.①-⑳]/g, '')
    .replace(/(?:风险|等级)+$/, '')
    .replace(/^IV级?$/, '四级')
    .replace(/^III级?$/, '三级')
    .replace(/^II级?$/, '二级')
    .replace(/^I级?$/, '一级')
}
