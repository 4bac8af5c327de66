/** `qingquan export`: writes a chart as a file of another program, after saying what that cannot hold. */
import { parseArgs } from 'node:util'
import { exchangedChart } from '../../exchange/exchangedChart.ts'
import { exchangeFormatNames, exchangeFormats, type ExchangeFormat } from '../../exchange/exchangeFile.ts'
import type { EditionName, View } from '../../model/chart.ts'
import { exportWords } from '../../text/messages/exportWords.ts'
import { notCarried } from '../../text/paper/exchangeWords.ts'
import { editionOf, readChart } from '../chartInput.ts'
import { CommandError, type CliCommand } from '../cliCommand.ts'
import { choiceOption, oneFile } from '../options.ts'

const views = ['flow', 'lanes'] as const satisfies readonly View[]
const editions = ['internal', 'external'] as const satisfies readonly EditionName[]

export const exportChart: CliCommand = {
  name: 'export',
  usage: exportWords.usage,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        view: { type: 'string', default: 'flow' },
        edition: { type: 'string' },
        'disclose-risks': { type: 'boolean', default: false },
        output: { type: 'string', short: 'o' },
      },
    })
    const path = oneFile(positionals, { none: exportWords.noChart, several: exportWords.oneChart })
    const { output } = values
    if (output === undefined) throw new CommandError(exportWords.noOutput, 2)
    const format = formatOf(values.format, output)
    const view = choiceOption('view', values.view, views)
    const disclosed = values['disclose-risks']
    const wish = values.edition === undefined ? undefined : choiceOption('edition', values.edition, editions)
    const edition = editionOf(await readChart(path, io), wish, { risks: disclosed, measures: disclosed })
    const { file, left } = await exchangedChart(edition, format, view)
    if (left.length > 0) io.stderr.write(exportWords.leftBehind(left.map((what) => notCarried[what])))
    if (output === '-') io.stdout.write(file)
    else await io.writeFile(output, file)
    return 0
  },
}

/** 图.bpmn is the general BPMN; those for engines are asked for by name. */
function formatOf(written: string | undefined, output: string): ExchangeFormat {
  if (written !== undefined) return choiceOption('format', written, exchangeFormatNames)
  const found = exchangeFormatNames.find((name) =>
    output.toLowerCase().endsWith(`.${exchangeFormats[name].ending}`),
  )
  if (found === undefined) throw new CommandError(exportWords.unknownFormat(exchangeFormatNames), 2)
  return found
}
