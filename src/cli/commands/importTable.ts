/**
 * `qingquan import`: converts a table to a chart file. Reports by row and column what was not
 * understood.
 */
import { parseArgs } from 'node:util'
import { readTable } from '../../files/tableReading/readTable.ts'
import { readTableFile } from '../../files/readTableFile.ts'
import type { TableReading } from '../../files/tableReading/tableReading.ts'
import { writeChartFile } from '../../files/chartFile/writeChartFile.ts'
import type { Chart } from '../../model/chart.ts'
import { importWords, severityWord } from '../../text/messages/cli.ts'
import { sayFault } from '../../text/messages/faults.ts'
import type { CliCommand, Io } from '../cliCommand.ts'
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
        output: { type: 'string', short: 'o' },
      },
    })
    const path = oneFile(positionals, { none: importWords.noTable, several: importWords.oneTable })
    const reading = readTable(await readTableFile(await io.readFile(path), path), sequentialIds())
    sayNotes(reading, io)
    if (!reading.chart) return 1
    const content = writeChartFile(headed(reading.chart, values))
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

function sayNotes({ problems, ignoredColumns, chart }: TableReading, io: Io): void {
  const lines = problems.map((problem) => `${severityWord[problem.severity]}：${sayFault(problem)}`)
  if (ignoredColumns.length > 0)
    lines.push(`${severityWord.warning}：${importWords.ignoredColumns(ignoredColumns)}`)
  if (chart) lines.push(importWords.read(chart.steps.length, chart.flowlines.length, chart.risks.length))
  io.stderr.write(lines.map((line) => `${line}\n`).join(''))
}
