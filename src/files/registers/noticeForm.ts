/** 文书台账: every notice of the unit, with its day, its answer, and the counts. */
import { noticeRegisterWords as words } from '../../text/paper/notices.ts'
import { formRowsOf, type ColumnOf, type Form } from './form.ts'

export interface NoticeRow {
  readonly number: string
  readonly kind: string
  readonly issuer: string
  readonly addressee: string
  readonly power: string
  /** yyyy-mm-dd */
  readonly issuedOn: string
  readonly deadline: string
  /** '' while none has come. */
  readonly receivedOn: string
  readonly isLate: boolean
}

export function noticeForm(rows: readonly NoticeRow[], date: string): Form {
  return {
    tab: words.tab,
    title: words.title,
    facts: [words.date(date)],
    columns,
    rows: formRowsOf(
      rows.map((row, at) => ({ ...row, at: at + 1 })),
      columns,
    ),
    total: noticeTotal(rows),
    boxes: [],
    signers: [],
  }
}

/** 共 5 份：责令纠错书 2 份、…；已回执 3 份，逾期未回执 1 份 */
export function noticeTotal(rows: readonly NoticeRow[]): string {
  const kinds = [...new Set(rows.map(({ kind }) => kind))].map((kind) =>
    words.ofKind(kind, rows.filter((row) => row.kind === kind).length),
  )
  const received = rows.filter(({ receivedOn }) => receivedOn !== '').length
  return words.total(rows.length, kinds, received, rows.filter(({ isLate }) => isLate).length)
}

const columns: readonly ColumnOf<NoticeRow & { readonly at: number }>[] = [
  { heading: words.headings.at, width: 11, align: 'center', of: ({ at }) => String(at) },
  { heading: words.headings.number, width: 40, align: 'center', of: ({ number }) => number },
  { heading: words.headings.kind, width: 26, align: 'center', of: ({ kind }) => kind },
  { heading: words.headings.issuer, width: 40, align: 'left', of: ({ issuer }) => issuer },
  { heading: words.headings.addressee, width: 34, align: 'left', of: ({ addressee }) => addressee },
  { heading: words.headings.power, width: 43, align: 'left', of: ({ power }) => power },
  { heading: words.headings.issuedOn, width: 24, align: 'center', of: ({ issuedOn }) => issuedOn },
  { heading: words.headings.deadline, width: 24, align: 'center', of: ({ deadline }) => deadline },
  {
    heading: words.headings.receivedOn,
    width: 24,
    align: 'center',
    of: ({ receivedOn, isLate }) => receivedOn || (isLate ? words.late : words.waiting),
  },
]
