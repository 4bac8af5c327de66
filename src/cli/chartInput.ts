/** Reads a chart file for a command: reports ignored fields and chooses the edition. */
import { readChartFile } from '../files/chartFile/readChartFile.ts'
import type { Chart, EditionName } from '../model/chart.ts'
import type { Edition } from '../model/editions/edition.ts'
import { externalEdition, whyNoExternal, type Disclosure } from '../model/editions/externalEdition.ts'
import { severityWord } from '../text/messages/cli.ts'
import { sayFault } from '../text/messages/faults.ts'
import { refusalText } from '../text/messages/refusalText.ts'
import { CommandError, type Io } from './cliCommand.ts'
import { sequentialIds } from './sequentialIds.ts'

export interface ChartInput {
  readonly chart: Chart
  /** The edition that the file was written for. */
  readonly edition: EditionName
}

export async function readChart(path: string, io: Io): Promise<ChartInput> {
  const { chart, edition, notes } = readChartFile(await io.readFile(path), sequentialIds())
  for (const note of notes) io.stderr.write(`${severityWord.warning}：${sayFault(note)}\n`)
  return { chart, edition }
}

/**
 * The edition asked for; if `wish` is undefined, the one that the file was written for. Throws
 * a CommandError if the chart has no external edition.
 */
export function editionOf(input: ChartInput, wish: EditionName | undefined, disclosure: Disclosure): Edition {
  const name = wish ?? input.edition
  if (name === 'internal') return { name, chart: input.chart }
  // A file of an external edition was checked when it was written.
  const refusal = input.edition === 'external' ? undefined : whyNoExternal(input.chart)
  if (refusal) throw new CommandError(refusalText[refusal.reason], 1)
  return { name, chart: externalEdition(input.chart, disclosure) }
}
