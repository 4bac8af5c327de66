import { readNumeral } from '../../model/numerals.ts'
import { statutes, type StatuteKey } from './statutes.ts'

/** What a text writes as 《…》第…条. */
export interface Citation {
  /** As it is written, without 中华人民共和国. */
  readonly name: string
  /** Undefined where no statute of the table has the name. */
  readonly statute: StatuteKey | undefined
  readonly article?: number
}

const cited = /《([^》]+)》(?:第([一二三四五六七八九十百]+)条)?/g
/** A statute, not a document of the case (《询问笔录》). */
const lawName = /(?:法|条例|规定|办法|法典|规范)(?:（[^）]*）)?$/

const keys = new Map(Object.entries(statutes).map(([key, { name }]) => [name, key as StatuteKey]))

/** All statutes and articles that a text cites. Never throws. */
export function citationsIn(text: string): readonly Citation[] {
  return [...text.matchAll(cited)].flatMap(([, written = '', numeral]) => {
    const name = written.replace('中华人民共和国', '')
    if (numeral === undefined && !lawName.test(name)) return []
    const article = numeral === undefined ? undefined : readNumeral(numeral)
    return [{ name, statute: keys.get(name), ...(article === undefined ? {} : { article }) }]
  })
}
