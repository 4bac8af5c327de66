/** A chart file as the commands take it: what was left out of it is said, and the edition is chosen. */
import { readChartFile } from '../files/chartFile/readChartFile.ts'
import type { Chart, EditionName } from '../model/chart.ts'
import type { Edition } from '../model/editions/edition.ts'
import { externalEdition, whyNoExternal, type Disclosure } from '../model/editions/externalEdition.ts'
import { severityWord } from '../text/messages/cli.ts'
import { sayFault } from '../text/messages/faults.ts'
import { refusalText } from '../text/messages/refusals.ts'
import { CommandError, type Io } from './command.ts'
import { sequentialIds } from './sequentialIds.ts'

export interface ChartInput {
  readonly chart: Chart
  /** Of the file: who it was written for. */
  readonly edition: EditionName
}

export async function readChart(path: string, io: Io): Promise<ChartInput> {
  const { chart, edition, notes } = readChartFile(await io.readFile(path), sequentialIds())
  for (const note of notes) io.stderr.write(`${severityWord.warning}：${sayFault(note)}\n`)
  return { chart, edition }
}

/** Without a wish, the edition that the file was written for. */
export function editionOf(input: ChartInput, wish: EditionName | undefined, disclosure: Disclosure): Edition {
  const name = wish ?? input.edition
  if (name === 'internal') return { name, chart: input.chart }
  // What was already written for the public has been asked this before.
  const refusal = input.edition === 'external' ? undefined : whyNoExternal(input.chart)
  if (refusal) throw new CommandError(refusalText[refusal.reason], 1)
  return { name, chart: externalEdition(input.chart, disclosure) }
}
