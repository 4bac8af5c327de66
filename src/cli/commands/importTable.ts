/**
 * `qingquan import`: converts a document, or a drawing of another program, to a chart file. Says first what is doubtful, then by row and
 * column what was not understood, then what was not used.
 */
import { parseArgs } from 'node:util'
import { isDrawn } from '../../files/drawnChart/readDrawnChart.ts'
import { drawnInFile } from '../../files/drawnInFile.ts'
import type { DrawnReading, DrawnRefusal } from '../../files/drawnChart/drawnReading.ts'
import type { DocumentReading, FlowReading } from '../../files/documentReading/documentReading.ts'
import { proposedRoles, withRoles, type ProposedRoles } from '../../files/documentReading/proposedRoles.ts'
import { readFlows } from '../../files/documentReading/readFlows.ts'
import { sayReading, whyNoFlow } from '../../files/documentReading/sayReading.ts'
import { readDocument } from '../../files/documentSource/readDocument.ts'
import { writeChartFile } from '../../files/chartFile/writeChartFile.ts'
import { columnChoices } from '../../files/tableReading/headings/columnChoices.ts'
import type { Chart } from '../../model/chart.ts'
import { importWords, severityWord } from '../../text/messages/cli.ts'
import { sayDrawn } from '../../text/messages/sayDrawn.ts'
import { sayFault } from '../../text/messages/faults.ts'
import { dutyName, powerKindName } from '../../text/terms.ts'
import { intakeWords, sayDoubt, saySourceNote } from '../../text/messages/intake.ts'
import { CommandError, type CliCommand, type Io } from '../cliCommand.ts'
import { sequentialIds } from '../sequentialIds.ts'
import { oneFile } from '../options.ts'

export const importTable: CliCommand = {
  name: 'import',
  usage: importWords.usage,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        title: { type: 'string' },
        unit: { type: 'string' },
        page: { type: 'string' },
        output: { type: 'string', short: 'o' },
        reading: { type: 'string' },
        sheet: { type: 'string' },
        columns: { type: 'string', multiple: true },
        json: { type: 'boolean' },
        'accept-roles': { type: 'boolean' },
      },
    })
    const path = oneFile(positionals, { none: importWords.noTable, several: importWords.oneTable })
    const page = pageOf(values.page)
    const bytes = await io.readFile(path)
    const drawn = await drawnInFile(bytes, path, {
      newId: sequentialIds(),
      ...(page !== undefined && { page }),
    })
    const chart = drawn ? drawnChart(drawn, io) : await documentChart(bytes, path, values, io)
    if (values.json && !drawn) return chart ? 0 : 1
    if (!chart) return 1
    const whole = headed(chart, values)
    const roles = proposedRoles(whole)
    const isAccepted = values['accept-roles'] === true
    if (roles && !isAccepted) io.stderr.write(`${intakeWords.proposed(sayRoles(roles))}\n`)
    const content = writeChartFile(roles && isAccepted ? withRoles(whole, roles) : whole)
    if (values.output === undefined || values.output === '-') io.stdout.write(content)
    else await io.writeFile(values.output, content)
    return 0
  },
}

function sayRoles({ powerKind, duties }: ProposedRoles): string {
  const kind = powerKind === undefined ? [] : [powerKindName[powerKind]]
  return [...kind, ...duties.map(({ name, duty }) => `${name}→${dutyName[duty]}`)].join('、')
}

/** 责任部门/岗位=岗位 */
function choicesIn(written: readonly string[]) {
  const choices = columnChoices(written.flatMap((each) => each.split(/[,，;；]/)))
  if (typeof choices === 'string') throw new CommandError(importWords.unknownColumnChoice(choices), 2)
  return choices
}

function headed(chart: Chart, { title, unit }: { readonly title?: string; readonly unit?: string }): Chart {
  return {
    ...chart,
    header: { ...chart.header, ...(title !== undefined && { title }), ...(unit !== undefined && { unit }) },
  }
}

/** Undefined if the option is left out; throws if it is no number. */
function pageOf(written: string | undefined): number | undefined {
  if (written === undefined) return undefined
  if (!/^[1-9]\d{0,4}$/.test(written)) throw new CommandError(importWords.badPage(written), 2)
  return Number(written)
}

/** The chart of a drawing, after saying what is to be checked and what is left out. */
function drawnChart(drawn: DrawnReading | DrawnRefusal, io: Io): Chart | undefined {
  const say = (severity: keyof typeof severityWord, problem: Parameters<typeof sayDrawn>[0]) =>
    io.stderr.write(`${severityWord[severity]}：${sayDrawn(problem)}\n`)
  if (!isDrawn(drawn)) {
    say('error', drawn)
    return undefined
  }
  for (const problem of drawn.doubts) say('warning', problem)
  for (const problem of drawn.left) say('error', problem)
  const { steps, flowlines, risks } = drawn.chart
  io.stderr.write(`${importWords.read(steps.length, flowlines.length, risks.length)}\n`)
  return drawn.chart
}

interface DocumentOptions {
  readonly reading?: string
  readonly sheet?: string
  readonly columns?: readonly string[]
  readonly json?: boolean
}

/** The chart of a document by the chosen reading, after saying what is doubtful and what is not used. */
async function documentChart(
  bytes: Uint8Array,
  path: string,
  { reading, sheet, columns, json }: DocumentOptions,
  io: Io,
): Promise<Chart | undefined> {
  const found = readFlows(await readDocument(bytes, path), sequentialIds(), {
    columns: choicesIn(columns ?? []),
    ...(sheet !== undefined && { sheet }),
  })
  const chosen = found.readings[Number(reading ?? 1) - 1]
  if (reading !== undefined && !chosen && found.readings.length > 0)
    throw new CommandError(importWords.noReading(found.readings.length), 2)
  if (json) io.stdout.write(`${JSON.stringify(told(found), null, 2)}\n`)
  else sayNotes(found, chosen, io)
  return chosen?.reading.chart ?? undefined
}

function sayNotes(found: DocumentReading, chosen: FlowReading | undefined, io: Io): void {
  const lines = [
    ...(chosen?.doubts ?? []).map((doubt) => `${intakeWords.doubtful}：${sayDoubt(doubt)}`),
    ...found.notes.map((note) => `${severityWord.warning}：${saySourceNote(note)}`),
    ...(chosen ? readingLines(chosen) : [`${severityWord.error}：${whyNoFlow(found)}`]),
  ]
  if (chosen) lines.push(...otherLines(found, chosen))
  io.stderr.write(lines.map((line) => `${line}\n`).join(''))
}

function readingLines({ reading, unused }: FlowReading): readonly string[] {
  const { problems, ignoredColumns, chart } = reading
  const lines = problems.map((problem) => `${severityWord[problem.severity]}：${sayFault(problem)}`)
  if (ignoredColumns.length > 0)
    lines.push(`${severityWord.warning}：${importWords.ignoredColumns(ignoredColumns)}`)
  if (chart?.header.powerKind) lines.push(intakeWords.powerKind(powerKindName[chart.header.powerKind]))
  for (const line of unused) lines.push(`${intakeWords.unused}：${line}`)
  if (chart) lines.push(importWords.read(chart.steps.length, chart.flowlines.length, chart.risks.length))
  return lines
}

function otherLines(found: DocumentReading, chosen: FlowReading): readonly string[] {
  const others = found.readings.flatMap((each, at) =>
    each === chosen ? [] : [`--reading ${at + 1} ${sayReading(each)}`],
  )
  return [
    ...(found.otherSheets.length > 0
      ? [
          `${severityWord.warning}：${intakeWords.otherSheets(found.otherSheets.length, found.otherSheets.join('、'))}`,
        ]
      : []),
    ...(found.otherTables > 0
      ? [`${severityWord.warning}：${intakeWords.otherTables(found.otherTables)}`]
      : []),
    ...(others.length > 0 ? [intakeWords.others(others.join('；'))] : []),
  ]
}

/** What was understood, doubted and left, for scripts. */
function told({ readings, notes, door, otherSheets, otherTables }: DocumentReading) {
  return {
    readings: readings.map((each) => ({
      kind: each.kind,
      where: each.where,
      header: each.reading.chart?.header,
      steps: each.reading.rows.map(({ name, kind, posts, limit, next, risks, measures }) => ({
        name,
        kind,
        posts,
        limit: limit?.wording,
        next: next.map(({ row, label }) => ({ row, label })),
        risks,
        measures,
      })),
      doubts: each.doubts.map(sayDoubt),
      problems: each.reading.problems.map((problem) => sayFault(problem)),
      unused: each.unused,
    })),
    notes: notes.map(saySourceNote),
    door,
    otherSheets,
    otherTables,
  }
}
