/**
 * 办件分析 as forms for a workbook or a document: by month, by step, finding by finding, and how the
 * table was read. Internal: names and case numbers stand in it.
 */
import { formRowsOf, formWidth, type ColumnOf, type Form } from '../files/registers/form.ts'
import { judgementKey, type FindingJudgement } from '../model/cases/findingState.ts'
import type { Chart } from '../model/chart.ts'
import { replayFormText as words } from '../text/paper/replayFormText.ts'
import { replayText } from '../text/messages/replayText.ts'
import { caseUse, casesByMonth, type StepUse } from './caseUse.ts'
import type { MatterCases } from './caseLog/casesOfMatter.ts'
import type { CaseLog, RejectedRow } from './caseLog/readCaseLog.ts'
import type { JudgedCase } from './judgeCases.ts'
import type { EditionsJudgement } from './judgeEditions.ts'
import { chartSuggestions } from './chartSuggestions.ts'
import { caseSentences, sayReservations } from './replayReport.ts'

export interface ReplayFormParts {
  readonly judgement: EditionsJudgement
  /** As it is now: its title and its steps stand on the forms. */
  readonly chart: Chart
  readonly logs: readonly CaseLog[]
  readonly hasHoldings: boolean
  /** What people said of findings, by `judgementKey`. */
  readonly judgements?: ReadonlyMap<string, FindingJudgement>
  /** Where the table names its 事项. */
  readonly matter?: Pick<MatterCases, 'matter' | 'others'>
}

/** Four forms, in the order in which they are read. */
export function replayForms(parts: ReplayFormParts): readonly Form[] {
  return [monthForm(parts), stepForm(parts), findingForm(parts), readingForm(parts)]
}

interface Month {
  readonly name: string
  readonly cases: readonly JudgedCase[]
}

const share = (count: number, of: number) => (of === 0 ? '—' : `${((count / of) * 100).toFixed(1)}%`)
const isLate = ({ time }: JudgedCase) => time.whole?.isLate === true
const hasLateStep = ({ time }: JudgedCase) => time.lateSteps.length > 0

function monthForm({ judgement, chart }: ReplayFormParts): Form {
  const months = casesByMonth(judgement.cases).map(([name, cases]): Month => ({ name, cases }))
  const all = { name: words.sum, cases: judgement.cases }
  const count = (is: (one: JudgedCase) => boolean) => (month: Month) => String(month.cases.filter(is).length)
  const columns: readonly ColumnOf<Month>[] = [
    { heading: words.month, width: 34, align: 'center', of: ({ name }) => name },
    column(words.cases, ({ cases }) => String(cases.length)),
    column(
      words.closed,
      count(({ isOpen }) => !isOpen),
    ),
    column(
      words.fitting,
      count(({ deviations }) => deviations === 0),
    ),
    column(words.fittingShare, ({ cases }) =>
      share(cases.filter(({ deviations }) => deviations === 0).length, cases.length),
    ),
    column(
      words.procedure,
      count(({ deviations }) => deviations > 0),
    ),
    column(
      words.authority,
      count(({ authority }) => authority.length > 0),
    ),
    column(words.late, count(isLate)),
    column(words.lateStep, count(hasLateStep)),
  ]
  return {
    ...formOf(words.byMonth, chart, [...months, all], columns),
    total: replayText.fits(
      judgement.cases.filter(({ deviations }) => deviations === 0).length,
      judgement.cases.length,
    ),
  }
}

function column<T>(heading: string, of: (item: T) => string, width = 29): ColumnOf<T> {
  return { heading, width, align: 'center', of }
}

function stepForm({ judgement, chart }: ReplayFormParts): Form {
  const { cases, silent } = judgement
  const { steps } = caseUse(chart, cases, new Set(silent))
  const names = new Map(chart.steps.map(({ id, name }) => [id, name]))
  const columns: readonly ColumnOf<StepUse>[] = [
    { heading: words.step, width: 91, align: 'left', of: ({ step }) => names.get(step) ?? '' },
    column(words.casesHere, (use) => (isUnseen(use) ? words.noTrace : String(use.cases)), 35),
    column(words.shareHere, (use) => (isUnseen(use) ? '—' : share(use.cases, cases.length)), 35),
    column(words.median, ({ medianMinutes }) => hoursOf(medianMinutes), 35),
    column(words.skipped, ({ skipped }) => String(skipped), 35),
    column(words.lateStep, ({ late }) => String(late), 35),
  ]
  return { ...formOf(words.byStep, chart, steps, columns), total: words.medianNote }
}

const isUnseen = ({ isSilent, cases }: StepUse) => isSilent && cases === 0

function hoursOf(minutes: number | undefined): string {
  return minutes === undefined ? '—' : (minutes / 60).toFixed(1)
}

interface CaseFinding {
  readonly number: string
  readonly began: string
  readonly text: string
  readonly judged: string
}

function findingForm({ judgement, chart, judgements }: ReplayFormParts): Form {
  const found = judgement.cases.flatMap((one) =>
    caseSentences(one).map(({ text, key }): CaseFinding => ({
      number: replayText.caseLine(one.number, one.isOpen),
      began: one.case.events[0]!.start.slice(0, 10),
      text,
      judged: words.judgedAs(judgements?.get(judgementKey({ case: one.number, key }))),
    })),
  )
  const columns: readonly ColumnOf<CaseFinding>[] = [
    {
      heading: words.case,
      width: 60,
      align: 'left',
      of: ({ number }) => number,
      sharedBy: ({ number }) => number,
    },
    { heading: words.began, width: 30, align: 'center', of: ({ began }) => began },
    { heading: words.finding, width: 136, align: 'left', of: ({ text }) => text },
    { heading: words.judged, width: 40, align: 'center', of: ({ judged }) => judged },
  ]
  return { ...formOf(words.findings, chart, found, columns), total: words.count(found.length) }
}

function readingForm({ judgement, chart, logs, hasHoldings, matter }: ReplayFormParts): Form {
  const rejected = logs.flatMap((log) => log.rejected)
  const said = [
    ...(matter?.matter === undefined ? [] : [replayText.matter(matter.matter, matter.others)]),
    ...sayReservations(judgement, hasHoldings),
    ...chartSuggestions(chart, judgement.cases),
    ...(logs.some(({ isLedger }) => isLedger) ? [replayText.ledger] : []),
    ...rejected.map(({ row, why, text }: RejectedRow) =>
      replayText.rejectedRow(row, replayText.rejected[why], text),
    ),
  ]
  const rows = logs.reduce((sum, log) => sum + log.rows, 0)
  const columns: readonly ColumnOf<string>[] = [
    { heading: words.reservation, width: formWidth, align: 'left', of: (sentence) => sentence },
  ]
  return {
    ...formOf(words.reading, chart, said, columns),
    total:
      logs.length === 0
        ? replayText.kept(judgement.cases.length)
        : replayText.summary(judgement.cases.length, rows, rows - rejected.length, rejected.length),
  }
}

function formOf<T>(
  name: string,
  { header }: Chart,
  items: readonly T[],
  columns: readonly ColumnOf<T>[],
): Omit<Form, 'total'> {
  return {
    tab: name,
    title: words.title(header.title, name),
    facts: [words.internal],
    // Data alone: a worker hands the forms to the page.
    columns: columns.map(({ heading, width, align }) => ({ heading, width, align })),
    rows: formRowsOf(items, columns),
    boxes: [],
    signers: [],
  }
}
