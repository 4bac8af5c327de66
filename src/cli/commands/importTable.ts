/**
 * `qingquan import`: converts a table or a drawing of another program to a chart file. Reports what was
 * not understood.
 */
import { parseArgs } from 'node:util'
import { isDrawn, readDrawnChart } from '../../files/drawnChart/readDrawnChart.ts'
import type { DrawnReading, DrawnRefusal } from '../../files/drawnChart/drawnReading.ts'
import { readTable } from '../../files/tableReading/readTable.ts'
import { readTableFile } from '../../files/readTableFile.ts'
import type { TableReading } from '../../files/tableReading/tableReading.ts'
import { writeChartFile } from '../../files/chartFile/writeChartFile.ts'
import type { Chart } from '../../model/chart.ts'
import { importWords, severityWord } from '../../text/messages/cli.ts'
import { sayDrawn } from '../../text/messages/sayDrawn.ts'
import { sayFault } from '../../text/messages/faults.ts'
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
      },
    })
    const path = oneFile(positionals, { none: importWords.noTable, several: importWords.oneTable })
    const page = pageOf(values.page)
    const bytes = await io.readFile(path)
    const drawn = readDrawnChart(bytes, path, { newId: sequentialIds(), ...(page !== undefined && { page }) })
    const chart = drawn ? drawnChart(drawn, io) : await tableChart(bytes, path, io)
    if (!chart) return 1
    const content = writeChartFile(headed(chart, values))
    if (values.output === undefined || values.output === '-') io.stdout.write(content)
    else await io.writeFile(values.output, content)
    return 0
  },
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

async function tableChart(bytes: Uint8Array, path: string, io: Io): Promise<Chart | undefined> {
  const reading = readTable(await readTableFile(bytes, path), sequentialIds())
  sayNotes(reading, io)
  return reading.chart ?? undefined
}

function sayNotes({ problems, ignoredColumns, chart }: TableReading, io: Io): void {
  const lines = problems.map((problem) => `${severityWord[problem.severity]}：${sayFault(problem)}`)
  if (ignoredColumns.length > 0)
    lines.push(`${severityWord.warning}：${importWords.ignoredColumns(ignoredColumns)}`)
  if (chart) lines.push(importWords.read(chart.steps.length, chart.flowlines.length, chart.risks.length))
  io.stderr.write(lines.map((line) => `${line}\n`).join(''))
}
