/** `qingquan replay`: real cases against a chart. Exit code 0 even with findings: the input was valid. */
import { extname } from 'node:path'
import { parseArgs } from 'node:util'
import { writeDocx } from '../../files/registers/writeDocx.ts'
import { writeXlsx } from '../../files/registers/writeXlsx.ts'
import type { Chart, Id } from '../../model/chart.ts'
import type { Holding } from '../../model/cases/powerCase.ts'
import { readCaseFile, readHoldingsFile } from '../../replay/caseLog/readCaseFile.ts'
import { localTimeOf } from '../../model/cases/localTimeOf.ts'
import { chartSuggestions } from '../../replay/chartSuggestions.ts'
import { casesOfMatter } from '../../replay/caseLog/casesOfMatter.ts'
import type { CaseLog } from '../../replay/caseLog/readCaseLog.ts'
import { readCaseTime } from '../../replay/caseLog/readCaseTime.ts'
import { judgeEditions, type ChartEdition } from '../../replay/judgeEditions.ts'
import { replayForms, type ReplayFormParts } from '../../replay/replayForms.ts'
import { replayReport, sayCase, sayReservations } from '../../replay/replayReport.ts'
import { caseHeadings, recordedName, type CaseColumn } from '../../text/recognition/caseWords.ts'
import { replayText as words } from '../../text/messages/replayText.ts'
import { readChart } from '../chartInput.ts'
import { CommandError, type CliCommand, type Io } from '../cliCommand.ts'

export const replay: CliCommand = {
  name: 'replay',
  usage: words.usage,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        columns: { type: 'string', multiple: true, default: [] },
        bind: { type: 'string', multiple: true, default: [] },
        untraced: { type: 'string', multiple: true, default: [] },
        matter: { type: 'string' },
        posts: { type: 'string' },
        now: { type: 'string' },
        edition: { type: 'string', multiple: true, default: [] },
        since: { type: 'string' },
        json: { type: 'boolean', default: false },
        output: { type: 'string', short: 'o' },
      },
    })
    const [chartPath, ...logs] = positionals
    if (chartPath === undefined || logs.length === 0) throw new CommandError(words.noFiles, 2)
    const now = values.now === undefined ? localTimeOf(Date.now()) : readCaseTime(values.now)
    if (now === undefined) throw new CommandError(words.badNow(values.now!), 2)
    const { chart } = await readChart(chartPath, io)
    const columns = columnChoices(values.columns)
    const read = await Promise.all(logs.map(async (path) => logIn(path, columns, io)))
    const holdings = values.posts === undefined ? undefined : await holdingsIn(values.posts, io)
    const own = casesOfMatter(
      read.flatMap((log) => log.cases),
      chart.header.title,
      values.matter,
    )
    if ('matters' in own) throw new CommandError(`${words.severalMatters(own.matters)}${words.useMatter}`, 1)
    const editions = await editionsIn(chart, values.edition, values.since, io)
    const judged = judgeEditions(editions, own.cases, {
      now,
      choices: stepChoices(values.bind, chart),
      untraced: new Set(values.untraced.flatMap((name) => stepsNamed(name, '--untraced', chart))),
      ...(holdings ? { holdings } : {}),
    })
    if ('unsound' in judged) throw new CommandError(words.unsound(judged.places, judged.since), 1)
    const parts = {
      ...(own.matter === undefined ? {} : { matter: own }),
      judgement: judged,
      chart,
      logs: read,
      hasHoldings: holdings !== undefined,
    }
    const writer = writers.get(extname(values.output ?? ''))
    if (writer) {
      await io.writeFile(values.output!, await writer(replayForms(parts), undefined))
      return 0
    }
    const content = values.json
      ? `${JSON.stringify({ ...replayReport(judged), matter: own.matter ?? null, otherCases: own.others, rows: read.map(rowsOf) }, null, 2)}\n`
      : list(parts)
    if (values.output === undefined || values.output === '-') io.stdout.write(content)
    else await io.writeFile(values.output, content)
    return 0
  },
}

/** 办件分析 as a workbook or a document, by the name of the file. */
const writers = new Map([
  ['.xlsx', writeXlsx],
  ['.docx', writeDocx],
])

async function logIn(path: string, columns: ReadonlyMap<string, CaseColumn>, io: Io): Promise<CaseLog> {
  const log = await readCaseFile(await io.readFile(path), path, columns)
  if (!log) throw new CommandError(words.notACaseTable(path), 1)
  return log
}

async function holdingsIn(path: string, io: Io): Promise<readonly Holding[]> {
  const found = await readHoldingsFile(await io.readFile(path), path)
  if (!found) throw new CommandError(words.badPosts(path), 1)
  for (const row of found.badRows) io.stderr.write(`${words.badPostRow(row)}\n`)
  return found.holdings
}

function pairOf(option: string, value: string): readonly [string, string] {
  const at = value.lastIndexOf('=')
  if (at <= 0 || at === value.length - 1) throw new CommandError(words.badPair(option, value), 2)
  return [value.slice(0, at).trim(), value.slice(at + 1).trim()]
}

function columnChoices(values: readonly string[]): ReadonlyMap<string, CaseColumn> {
  return new Map(
    values.map((value) => {
      const [heading, column] = pairOf('--columns', value)
      if (!Object.hasOwn(caseHeadings, column)) throw new CommandError(words.noSuchColumn(column), 2)
      return [heading, column as CaseColumn] as const
    }),
  )
}

function stepChoices(values: readonly string[], chart: Chart): ReadonlyMap<string, string> {
  return new Map(
    values.map((value) => {
      const [recorded, name] = pairOf('--bind', value)
      stepsNamed(name, '--bind', chart)
      return [recorded, name] as const
    }),
  )
}

function stepsNamed(name: string, option: string, chart: Chart): readonly Id[] {
  const found = chart.steps.filter((step) => recordedName(step.name) === recordedName(name))
  if (found.length === 0) throw new CommandError(words.noSuchStep(option, name), 2)
  return found.map(({ id }) => id)
}

/** The chart as it is now is in force since `since`, each older one since its own day. */
async function editionsIn(
  chart: Chart,
  older: readonly string[],
  since: string | undefined,
  io: Io,
): Promise<readonly ChartEdition[]> {
  if (older.length === 0 && since === undefined) return [{ chart }]
  if (since === undefined) throw new CommandError(words.noSince, 2)
  const from = readCaseTime(since)
  if (from === undefined) throw new CommandError(words.badSince(since), 2)
  const read = await Promise.all(
    older.map(async (value): Promise<ChartEdition & { readonly since: string }> => {
      const at = value.indexOf('=')
      const began = readCaseTime(value.slice(0, Math.max(at, 0)))
      if (began === undefined || at === value.length - 1) throw new CommandError(words.badEdition(value), 2)
      return { since: began, chart: (await readChart(value.slice(at + 1), io)).chart }
    }),
  )
  return [...read, { chart, since: from }].sort((one, other) => (one.since < other.since ? -1 : 1))
}

function rowsOf({ rows, rejected, columns, isLedger }: CaseLog): object {
  return {
    ...(isLedger && { ledger: true }),
    rows,
    used: rows - rejected.length,
    rejected,
    unknownHeadings: columns.unknown,
  }
}

function list({ judgement, chart, logs, hasHoldings, matter }: ReplayFormParts): string {
  const { cases } = judgement
  const rows = logs.reduce((sum, log) => sum + log.rows, 0)
  const rejected = logs.flatMap((log) => log.rejected)
  const closed = cases.filter(({ isOpen }) => !isOpen)
  const unknown = logs.flatMap(({ columns }) => columns.unknown)
  return [
    ...cases.flatMap((one) => {
      const said = sayCase(one)
      return said.length === 0
        ? []
        : [words.caseLine(one.number, one.isOpen), ...said.map((sentence) => `  ${sentence}`)]
    }),
    words.summary(cases.length, rows, rows - rejected.length, rejected.length),
    words.fits(cases.filter(({ deviations }) => deviations === 0).length, cases.length),
    ...(judgement.averageFitness === undefined ? [] : [words.fitness(judgement.averageFitness)]),
    ...(closed.length < cases.length ? [words.open(cases.length - closed.length)] : []),
    ...(matter?.matter === undefined ? [] : [words.matter(matter.matter, matter.others)]),
    ...sayReservations(judgement, hasHoldings),
    ...chartSuggestions(chart, cases),
    ...(logs.some(({ isLedger }) => isLedger) ? [words.ledger] : []),
    ...(unknown.length > 0 ? [words.unknownHeadings([...new Set(unknown)])] : []),
    ...rejected.map(({ row, why, text }) => words.rejectedRow(row, words.rejected[why], text)),
    '',
  ].join('\n')
}
