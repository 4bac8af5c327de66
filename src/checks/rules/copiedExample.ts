/** Text of an example left unchanged. */
import type { Rule } from '../finding.ts'
import { exampleWords } from '../../text/recognition/vocabulary.ts'
import { writtenTexts } from '../texts.ts'

export const copiedExample: Rule = {
  id: 'copied-example',
  severity: 'warning',
  source: 'domain D26',
  find: ({ chart }) =>
    writtenTexts(chart)
      .filter(({ text }) => exampleWords.test(text))
      .map(({ text, place }) => ({ ...place, words: { text } })),
}
