import type { LegalBasis } from '../../../model/chart.ts'

/** Splits a list at line ends; drops empty lines. */
export function splitLines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

const article = /\s*(第[〇零一二三四五六七八九十百千\d]+条.*)$/

/** `行政许可法 第三十二条` → title and article. */
export function basisOf(line: string): LegalBasis {
  const found = article.exec(line)
  if (!found || found.index === 0) return { title: line }
  return { title: line.slice(0, found.index), article: found[1]! }
}

/** The inverse of `basisOf`. */
export function basisText(basis: LegalBasis): string {
  return [basis.title, basis.article].filter((part) => part).join(' ')
}
