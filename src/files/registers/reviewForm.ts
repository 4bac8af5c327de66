/** 审核意见表: marks, requests and their outcome. */
import type { Chart } from '../../model/chart.ts'
import { wholeRegister } from '../../model/registers/registers.ts'
import { countsByState, type ReviewRow } from '../../model/registers/reviewRow.ts'
import {
  formHeadings,
  formTab,
  formTitle,
  formWords,
  signatureBoxes,
  signatureLines,
} from '../../text/paper/forms.ts'
import { dateWording } from '../../text/paper/paper.ts'
import { formRowsOf, type ColumnOf, type Form, type FormRow } from './form.ts'

/** Number of empty lines for handwriting. */
const emptyLines = 6

/** Builds 审核意见表; without rows it has empty lines. */
export function reviewForm(
  charts: readonly Chart[],
  marks: readonly ReviewRow[],
  date: string | undefined,
): Form {
  const { unit, office } = wholeRegister(charts)
  return {
    tab: formTab.review,
    title: formTitle.review,
    facts: [formWords.unit(unit), formWords.office(office), formWords.date(date)],
    columns,
    rows:
      marks.length > 0
        ? formRowsOf(
            marks.map((mark, at) => ({ ...mark, number: at + 1 })),
            columns,
          )
        : emptyRows(),
    total: marks.length > 0 ? formWords.reviewTotal(marks.length, countsByState(marks)) : '',
    boxes: signatureBoxes.review,
    signers: signatureLines.review,
  }
}

function emptyRows(): readonly FormRow[] {
  return Array.from({ length: emptyLines }, () => columns.map(() => ({ text: '\n', rows: 1, cols: 1 })))
}

const columns: readonly ColumnOf<ReviewRow & { readonly number: number }>[] = [
  { heading: formHeadings.number, width: 11, align: 'center', of: ({ number }) => String(number) },
  { heading: formHeadings.target, width: 40, align: 'left', of: ({ target }) => target },
  { heading: formHeadings.kind, width: 20, align: 'center', of: ({ kind }) => kind },
  { heading: formHeadings.opinion, width: 56, align: 'left', of: ({ text }) => text },
  {
    heading: formHeadings.suggested,
    width: 19,
    align: 'center',
    of: ({ suggestedLevel }) => suggestedLevel ?? '',
  },
  { heading: formHeadings.state, width: 19, align: 'center', of: ({ state }) => state },
  { heading: formHeadings.by, width: 19, align: 'center', of: ({ by }) => by },
  { heading: formHeadings.at, width: 30, align: 'center', of: ({ at }) => dateWording(at) },
  {
    heading: formHeadings.replies,
    width: 52,
    align: 'left',
    of: ({ replies = [] }) => replies.map(({ by, at, text }) => formWords.reply(by, at, text)).join('\n'),
  },
]
