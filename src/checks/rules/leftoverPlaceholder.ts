/** XX个工作日、【A岗位】: placeholders left over from a form. */
import type { Rule } from '../finding.ts'
import { placeholder } from '../../text/recognition/vocabulary.ts'
import { writtenTexts } from '../texts.ts'

export const leftoverPlaceholder: Rule = {
  id: 'leftover-placeholder',
  severity: 'warning',
  source: 'domain D26, F2',
  find: ({ chart }) =>
    writtenTexts(chart).flatMap(({ text, place }) => {
      const found = placeholder.exec(text)?.[0]
      return found === undefined ? [] : [{ ...place, words: { text: found } }]
    }),
}
