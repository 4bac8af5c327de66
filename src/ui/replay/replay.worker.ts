/** Reads and judges cases beside the page: a year of them takes seconds. Nothing leaves the browser. */
import { TableFileError } from '../../files/tableSource/tableFileError.ts'
import type { Form } from '../../files/registers/form.ts'
import type { Chart, Id } from '../../model/chart.ts'
import { lastJudgements, type FindingJudgement } from '../../model/cases/findingState.ts'
import type { Holding, PowerCase } from '../../model/cases/powerCase.ts'
import type { BoundName } from '../../replay/bindSteps.ts'
import { readCaseFile, readHoldingsFile } from '../../replay/caseLog/readCaseFile.ts'
import { casesOfMatter, type MatterCases } from '../../replay/caseLog/casesOfMatter.ts'
import type { CaseLog } from '../../replay/caseLog/readCaseLog.ts'
import { casesByMonth, caseUse, type CaseUse } from '../../replay/caseUse.ts'
import { chartSuggestions } from '../../replay/chartSuggestions.ts'
import { judgeEditions, type ChartEdition, type EditionsJudgement } from '../../replay/judgeEditions.ts'
import { replayForms } from '../../replay/replayForms.ts'
import { caseSentences, sayReservations, type CaseSentence } from '../../replay/replayReport.ts'
import { sayFault } from '../../text/messages/faults.ts'
import { replayText } from '../../text/messages/replayText.ts'

export interface ReplayFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface ReplayCall {
  /** As it is now. */
  readonly chart: Chart
  /** By which cases are judged, the oldest first; without them by the chart as it is. */
  readonly editions: readonly ChartEdition[]
  /** A file that was chosen, or cases that the server keeps. */
  readonly cases: ReplayFile | readonly PowerCase[]
  readonly posts?: ReplayFile | readonly Holding[]
  /** The 事项 to judge, where the table has several. */
  readonly matter?: string
  /** Recorded name → name of a step. */
  readonly choices: ReadonlyMap<string, string>
  /** Steps that leave no trace in the system. */
  readonly untraced: ReadonlySet<Id>
  readonly judgements: readonly FindingJudgement[]
  /** yyyy-mm-ddThh:mm:ss */
  readonly now: string
}

export interface FoundInCase extends CaseSentence {
  readonly case: string
  /** Of the case's first event: yyyy-mm */
  readonly month: string
}

export interface MonthUse {
  /** Undefined: of all cases. */
  readonly month?: string
  readonly use: CaseUse
}

export interface ReplayResult {
  readonly summary: readonly string[]
  readonly found: readonly FoundInCase[]
  readonly reservations: readonly string[]
  readonly bound: readonly BoundName[]
  readonly neverSeen: readonly Id[]
  readonly forms: readonly Form[]
  readonly uses: readonly MonthUse[]
  /** What was judged, to be kept. */
  readonly cases: readonly PowerCase[]
  readonly holdings: readonly Holding[]
}

export type ReplayAnswer =
  | ReplayResult
  | { readonly refused: string }
  /** The table has several 事项: which one is the chart's? */
  | { readonly matters: readonly string[] }

addEventListener('message', ({ data }: MessageEvent<ReplayCall>) => {
  void answerTo(data)
    .catch((error: unknown) => {
      if (error instanceof TableFileError) return { refused: sayFault(error) }
      throw error
    })
    .then((answer) => postMessage(answer satisfies ReplayAnswer))
    // The page hears of errors, not of rejections.
    .catch(reportError)
})

async function answerTo(call: ReplayCall): Promise<ReplayAnswer> {
  const { chart, cases, posts, matter, editions, choices, untraced, now } = call
  const log = isFile(cases) ? await readCaseFile(cases.bytes, cases.name) : undefined
  if (isFile(cases) && !log) return { refused: replayText.notACaseTable(cases.name) }
  const held = await holdingsIn(posts)
  if (held === undefined) return { refused: replayText.badPosts((posts as ReplayFile).name) }
  const own = log ? casesOfMatter(log.cases, chart.header.title, matter) : keptCases(cases)
  if ('matters' in own) return own
  const judgement = judgeEditions(editions.length === 0 ? [{ chart }] : editions, own.cases, {
    choices,
    untraced,
    now,
    ...(held.holdings.length === 0 ? {} : { holdings: held.holdings }),
  })
  if ('unsound' in judgement) return { refused: replayText.unsound(judgement.places, judgement.since) }
  return resultOf(call, { judgement, own, log, ...held })
}

interface Judged {
  readonly judgement: EditionsJudgement
  readonly own: MatterCases
  readonly log: CaseLog | undefined
  readonly holdings: readonly Holding[]
  readonly badRows: readonly number[]
}

function resultOf({ chart, judgements }: ReplayCall, { judgement, own, log, holdings, badRows }: Judged) {
  const { cases } = judgement
  const hasHoldings = holdings.length > 0
  const exact = cases.filter(({ deviations }) => deviations === 0).length
  const silent = new Set(judgement.silent)
  return {
    summary: [
      log
        ? replayText.summary(cases.length, log.rows, log.rows - log.rejected.length, log.rejected.length)
        : replayText.kept(cases.length),
      replayText.fits(exact, cases.length),
      ...(judgement.averageFitness === undefined ? [] : [replayText.fitness(judgement.averageFitness)]),
    ],
    found: cases.flatMap((one) =>
      caseSentences(one).map((sentence) => ({
        ...sentence,
        case: one.number,
        month: one.case.events[0]!.start.slice(0, 7),
      })),
    ),
    reservations: [
      ...(own.matter === undefined ? [] : [replayText.matter(own.matter, own.others)]),
      ...sayReservations(judgement, hasHoldings),
      ...chartSuggestions(chart, cases),
      ...(log?.isLedger === true ? [replayText.ledger] : []),
      ...badRows.map((row) => replayText.badPostRow(row)),
      ...(log?.rejected ?? []).map(({ row, why, text }) =>
        replayText.rejectedRow(row, replayText.rejected[why], text),
      ),
    ],
    bound: judgement.bound,
    neverSeen: judgement.neverSeen,
    forms: replayForms({
      judgement,
      chart,
      logs: log ? [log] : [],
      hasHoldings,
      matter: own,
      judgements: lastJudgements(judgements),
    }),
    uses: [
      { use: caseUse(chart, cases, silent) },
      ...casesByMonth(cases).map(([month, of]) => ({ month, use: caseUse(chart, of, silent) })),
    ],
    cases: own.cases,
    holdings,
  }
}

function isFile(source: ReplayFile | readonly unknown[]): source is ReplayFile {
  return !Array.isArray(source)
}

function keptCases(cases: ReplayCall['cases']): MatterCases {
  return { cases: isFile(cases) ? [] : cases, others: 0 }
}

/** Undefined: the file is no table of posts. */
async function holdingsIn(
  posts: ReplayCall['posts'],
): Promise<Pick<Judged, 'holdings' | 'badRows'> | undefined> {
  if (posts === undefined) return { holdings: [], badRows: [] }
  return isFile(posts) ? readHoldingsFile(posts.bytes, posts.name) : { holdings: posts, badRows: [] }
}
