/** Builds the filled-in forms of charts. Content: model/registers; words: text/forms. */
import type { Chart } from '../../model/chart.ts'
import type { ReviewRow } from '../../model/registers/reviewRow.ts'
import type { RegisteredMeasure, RegisterRow } from '../../model/registers/registerRows.ts'
import {
  departmentRegisters,
  postRegisters,
  wholeRegister,
  type PostRegister,
  type Register,
} from '../../model/registers/registers.ts'
import {
  formHeadings,
  formTab,
  formTitle,
  formWords,
  signatureBoxes,
  signatureLines,
  type FormName,
} from '../../text/paper/forms.ts'
import { riskCategoryName, riskSourceName } from '../../text/terms.ts'
import { bandRow, formRowsOf, type Align, type ColumnOf, type Form, type FormRow } from './form.ts'
import { reviewForm } from './reviewForm.ts'
import { summaryForm } from './summaryForm.ts'
import { totalOf } from './totalOf.ts'

export interface FormOrder {
  readonly form: FormName
  readonly charts: readonly Chart[]
  /** yyyy-mm-dd; if left out, the form has room to write it. */
  readonly date?: string
  /** For 审核意见表; without marks it is printed empty for handwriting. */
  readonly marks?: readonly ReviewRow[]
}

/** One form, or one per post or department; at least one. */
export function formsOf(order: FormOrder): readonly Form[] {
  const { charts } = order
  switch (order.form) {
    case 'personal': {
      const registers = postRegisters(charts)
      // Without risks an empty form is printed.
      if (registers.length > 0) return registers.map((register) => personalForm(register, order))
      return [personalForm({ ...wholeRegister(charts), post: '', together: [] }, order)]
    }
    case 'department':
      return departmentRegisters(charts).map((register) => ({
        ...plainForm(register, order, departmentColumns(hasSeveralPowers(register))),
        tab: register.office ?? register.unit ?? formTab.department,
      }))
    case 'risk-list':
      return [plainForm(wholeRegister(charts), order, listColumns)]
    case 'duty-list':
      return [plainForm(wholeRegister(charts), order, dutyColumns)]
    case 'summary':
      return [summaryForm(charts, order.date)]
    case 'review':
      return [reviewForm(charts, order.marks ?? [], order.date)]
  }
}

function personalForm(register: PostRegister, { date }: FormOrder): Form {
  const { post, together, rows } = register
  const columns = personalColumns
  const known = together.map((row) => ({ ...row, number: 0 }))
  const note =
    together.length === 0
      ? ''
      : formWords.togetherNote(together.length, [
          ...new Set(together.flatMap(({ posts: [lead] }) => lead ?? [])),
        ])
  return {
    ...signing('personal'),
    tab: post || formTab.personal,
    facts: [
      formWords.unit([register.unit, register.office].filter(Boolean).join(' ')),
      formWords.post(post),
      formWords.date(date),
    ],
    columns,
    rows: filled([...rows, ...known], columns),
    total: totalOf(register.counts) + note,
  }
}

function plainForm(
  register: Register,
  { form, date }: FormOrder,
  columns: readonly ColumnOf<RegisterRow>[],
): Form {
  return {
    ...signing(form),
    tab: formTab[form],
    facts: [formWords.unit(register.unit), formWords.office(register.office), formWords.date(date)],
    columns,
    rows: filled(register.rows, columns),
    total: totalOf(register.counts),
  }
}

function signing(form: FormName): Pick<Form, 'title' | 'boxes' | 'signers'> {
  return { title: formTitle[form], boxes: signatureBoxes[form], signers: signatureLines[form] }
}

function filled(rows: readonly RegisterRow[], columns: readonly ColumnOf<RegisterRow>[]): readonly FormRow[] {
  return rows.length === 0 ? [bandRow(formWords.empty, columns)] : formRowsOf(rows, columns)
}

function hasSeveralPowers({ rows }: Register): boolean {
  return new Set(rows.map((row) => row.power)).size > 1
}

type Column = ColumnOf<RegisterRow>

function column(heading: string, width: number, align: Align, of: Column['of']): Column {
  return { heading, width, align, of }
}

/** Cell shared by the risks of one place only, so that its text is on the page where it is read. */
function shared(of: Column): Column {
  return { ...of, sharedBy: (row) => row.place }
}

const { listed } = formWords
const post = ({ posts: [lead] }: RegisterRow) => lead ?? formWords.noPost
const named = ({ step, stepFacts }: RegisterRow) => step && formWords.stepWith(step, stepFacts)
const step = (row: RegisterRow) => named(row) ?? formWords.noStep
const level = (row: RegisterRow) => row.level?.name ?? formWords.ungraded
const category = (row: RegisterRow) => (row.category ? riskCategoryName[row.category] : '')
const measures = ({ measures }: RegisterRow) => {
  const said = measures.map(sayMeasure)
  return said.length > 1 ? said.map((text, at) => formWords.numbered(at + 1, text)) : said
}
const sayMeasure = ({ text, responsible, schedule }: RegisteredMeasure) =>
  formWords.measureOf(
    text,
    [responsible, schedule].flatMap((said) => said ?? []),
  )
/** What may happen, why it can, and what comes of it. */
const detail = ({ text, cause, consequence }: RegisterRow) => [
  text,
  ...(cause ? [formWords.cause(cause)] : []),
  ...(consequence ? [formWords.consequence(consequence)] : []),
]
/** How it was found, and who wrote it down. */
const found = ({ source, filledBy }: RegisterRow) => [
  ...(source ? [riskSourceName[source]] : []),
  ...(filledBy ? [formWords.filledBy(filledBy)] : []),
]
/** The place of the risk: its step, or its post. */
const place = (row: RegisterRow) => named(row) ?? post(row)

const heading = formHeadings
const number = column(heading.number, 11, 'center', (row) =>
  row.number > 0 ? String(row.number) : formWords.together,
)

/** [P11] */
const listColumns: readonly Column[] = [
  number,
  shared(column(heading.unit, 27, 'center', ({ unit, office, posts }) => office ?? unit ?? listed(posts))),
  column(heading.category, 18, 'center', category),
  shared(column(heading.place, 32, 'left', place)),
  column(heading.detail, 57, 'left', detail),
  column(heading.level, 18, 'center', level),
  column(heading.measures, 61, 'left', measures),
  column(heading.head, 23, 'center', ({ responsible }) => responsible ?? ''),
  column(heading.leader, 19, 'center', ({ leader }) => leader ?? ''),
]

/** [P11][P31]; source of the risk [W1] */
const personalColumns: readonly Column[] = [
  number,
  shared(column(heading.power, 37, 'left', ({ power }) => power)),
  shared(column(heading.step, 36, 'left', step)),
  column(heading.category, 19, 'center', category),
  column(heading.detail, 63, 'left', detail),
  column(heading.source, 18, 'center', found),
  column(heading.level, 18, 'center', level),
  column(heading.measures, 64, 'left', measures),
]

function departmentColumns(isOfSeveral: boolean): readonly Column[] {
  const where = (row: RegisterRow) => (isOfSeveral ? formWords.stepOf(row.power, step(row)) : step(row))
  return [
    number,
    shared(
      column(heading.post, 28, 'center', ({ posts }) =>
        posts.length > 0 ? listed(posts) : formWords.noPost,
      ),
    ),
    shared(column(heading.step, 38, 'left', where)),
    column(heading.category, 18, 'center', category),
    column(heading.detail, 57, 'left', detail),
    column(heading.level, 18, 'center', level),
    column(heading.measures, 58, 'left', measures),
    column(heading.responsible, 19, 'center', ({ responsible }) => responsible ?? ''),
    column(heading.leader, 19, 'center', ({ leader }) => leader ?? ''),
  ]
}

/** [P12] */
const dutyColumns: readonly Column[] = [
  number,
  shared(
    column(heading.subject, 34, 'center', ({ posts, office, unit }) =>
      posts.length > 0 ? listed(posts) : (office ?? unit ?? formWords.noPost),
    ),
  ),
  shared(
    column(heading.content, 48, 'left', (row) => {
      const name = named(row)
      return name ? formWords.stepOf(row.power, name) : row.power
    }),
  ),
  column(heading.risk, 67, 'left', ({ text }) => text),
  column(heading.level, 18, 'center', level),
  column(heading.measures, 66, 'left', measures),
  column(heading.responsible, 22, 'center', ({ responsible }) => responsible ?? ''),
]
