import type { LegalBasis } from '../../../model/chart.ts'

/** 《行政许可法》第三十二条 → title and article; anything else is a title as it stands. */
export function readLegalBasis(wording: string): LegalBasis {
  const [, title, article] = /^(.*[》)）])\s*(第.+[条款项].*)$/s.exec(wording.trim()) ?? []
  return title && article ? { title, article } : { title: wording }
}
