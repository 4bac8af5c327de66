import type { LegalBasis } from '../../../model/chart.ts'

/** Splits 《行政许可法》第三十二条 into title and article; any other text is the title. */
export function readLegalBasis(wording: string): LegalBasis {
  const [, title, article] = /^(.*[》)）])\s*(第.+[条款项].*)$/s.exec(wording.trim()) ?? []
  return title && article ? { title, article } : { title: wording }
}
