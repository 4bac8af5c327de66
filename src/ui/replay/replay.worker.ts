/** Reads and judges cases beside the page: a year of them takes seconds. Nothing leaves the browser. */
import { TableFileError } from '../../files/tableSource/tableFileError.ts'
import type { Form } from '../../files/registers/form.ts'
import type { Chart, Id } from '../../model/chart.ts'
import type { BoundName } from '../../replay/bindSteps.ts'
import { readCaseFile, readHoldingsFile } from '../../replay/caseLog/readCaseFile.ts'
import { casesOfMatter } from '../../replay/caseLog/casesOfMatter.ts'
import { judgeCases } from '../../replay/judgeCases.ts'
import { replayForms } from '../../replay/replayForms.ts'
import { caseSentences, sayReservations, type CaseSentence } from '../../replay/replayReport.ts'
import { sayFault } from '../../text/messages/faults.ts'
import { replayText } from '../../text/messages/replayText.ts'

export interface ReplayFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface ReplayCall {
  readonly chart: Chart
  readonly cases: ReplayFile
  readonly posts?: ReplayFile
  /** The 事项 to judge, where the table has several. */
  readonly matter?: string
  /** Recorded name → name of a step. */
  readonly choices: ReadonlyMap<string, string>
  /** Steps that leave no trace in the system. */
  readonly untraced: ReadonlySet<Id>
  /** yyyy-mm-ddThh:mm:ss */
  readonly now: string
}

export interface FoundInCase extends CaseSentence {
  readonly case: string
}

export interface ReplayResult {
  readonly summary: readonly string[]
  readonly found: readonly FoundInCase[]
  readonly reservations: readonly string[]
  readonly bound: readonly BoundName[]
  readonly neverSeen: readonly Id[]
  readonly forms: readonly Form[]
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

async function answerTo({ chart, cases, posts, matter, ...options }: ReplayCall): Promise<ReplayAnswer> {
  const log = await readCaseFile(cases.bytes, cases.name)
  if (!log) return { refused: replayText.notACaseTable(cases.name) }
  const held = posts && (await readHoldingsFile(posts.bytes, posts.name))
  if (posts && !held) return { refused: replayText.badPosts(posts.name) }
  const own = casesOfMatter(log.cases, chart.header.title, matter)
  if ('matters' in own) return own
  const judgement = judgeCases(chart, own.cases, { ...options, ...(held ? { holdings: held.holdings } : {}) })
  if ('unsound' in judgement) {
    const names = judgement.steps.map((id) => chart.steps.find((step) => step.id === id)?.name ?? '')
    return { refused: replayText.unsound(names) }
  }
  const hasHoldings = held !== undefined
  const exact = judgement.cases.filter(({ deviations }) => deviations === 0).length
  return {
    summary: [
      replayText.summary(own.cases.length, log.rows, log.rows - log.rejected.length, log.rejected.length),
      replayText.fits(exact, own.cases.length),
      ...(judgement.averageFitness === undefined ? [] : [replayText.fitness(judgement.averageFitness)]),
    ],
    found: judgement.cases.flatMap((one) =>
      caseSentences(one, chart).map((sentence) => ({ ...sentence, case: one.number })),
    ),
    reservations: [
      ...(own.matter === undefined ? [] : [replayText.matter(own.matter, own.others)]),
      ...sayReservations(judgement, chart, hasHoldings),
      ...(held?.badRows ?? []).map((row) => replayText.badPostRow(row)),
      ...log.rejected.map(({ row, why, text }) =>
        replayText.rejectedRow(row, replayText.rejected[why], text),
      ),
    ],
    bound: judgement.bound,
    neverSeen: judgement.neverSeen,
    forms: replayForms({ judgement, chart, logs: [log], hasHoldings, matter: own }),
  }
}
