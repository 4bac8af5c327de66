/** The text of a document that stands nowhere in the chart: nothing is lost without a word. */
import type { Chart } from '../../model/chart.ts'
import { categoryWords, dutyWords, kindWords } from '../../text/recognition/headings.ts'
import { tickWords } from '../../text/recognition/tableWords.ts'
import type { SourceDocument } from '../documentSource/sourceDocument.ts'
import { continued } from '../documentSource/tablesOf.ts'
import { placeOf } from '../tableReading/headings/headerFacts.ts'
import { lineLabel } from '../tableReading/outline/lineLabel.ts'
import { meaningsOf } from '../tableReading/headings/headingMeaning.ts'

/** Compared without blanks, widths and punctuation. */
const parting = /[\s，。；;：:、！？?!,.→↓⇒>＞<｜|/()（）【】[\]“”"'‘’《》—–\-─━│├└┌┬┼=＝*#①-⑳⑴-⒇•·●■◆]+/
const mostLines = 400

export function unusedText(
  { blocks }: SourceDocument,
  chart: Chart | null,
  said: readonly string[],
): readonly string[] {
  const strings = [...(chart ? stringsIn({ ...chart, grading: undefined }) : []), ...said].map(plain)
  const whole = strings.join('\n')
  const bits = new Set([
    ...strings.flatMap((text) => text.split(parting)),
    ...(chart ? codedWords(chart) : []),
  ])
  const unused: string[] = []
  const seen = new Set<string>()
  const isUsed = (bit: string) => bits.has(bit) || (whole.length < 200_000 && whole.includes(bit))
  const take = (text: string) => {
    if (unused.length >= mostLines || seen.has(text)) return
    seen.add(text)
    // Its number became the order of the steps.
    const words = (lineLabel(text)?.rest ?? text.replace(/^\d{1,2}(?=[\u4e00-\u9fff])/, ''))
      // ① becomes 1 in full width.
      .split(parting)
      .map(plain)
      .filter(isWord)
    if (words.some((bit) => !isUsed(bit) && !isHeading(bit)) && !isHeading(text))
      unused.push(text.replaceAll(/\s*\n\s*/g, ' '))
  }
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      if (!continued.test(block.text.replaceAll(/\s/g, ''))) take(block.text)
    } else
      for (const row of block.table.rows)
        for (const cell of row) if (!cell.covered && cell.text !== '') take(cell.text)
  }
  return unused
}

/** 审核 in a column of duties is in the chart as its duty, whatever word the table has for it. */
function codedWords({ steps, risks }: Chart): readonly string[] {
  return [
    ...steps.flatMap(({ duty, kind }) => [...(duty ? dutyWords[duty] : []), ...kindWords[kind]]),
    ...risks.flatMap(({ category }) => (category ? categoryWords[category] : [])),
  ]
}

function isHeading(text: string): boolean {
  return meaningsOf(text).length > 0 || placeOf(text) !== undefined || /^(?:盖章|公章|签章|章)$/.test(text)
}

function isWord(bit: string): boolean {
  return (
    bit.length > 1 &&
    !/^第?[\d一二三四五六七八九十①-⑳]+(?:步骤?|环节|阶段)?$/.test(bit) &&
    !tickWords.includes(bit)
  )
}

function plain(text: string): string {
  return text.normalize('NFKC')
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(stringsIn)
}
