/** `qingquan arrange`: prints the arrangement of a chart as JSON for other programs. */
import { parseArgs } from 'node:util'
import { arrange } from '../../layout/arrange.ts'
import type { Arrangement, Rect } from '../../layout/arrangement.ts'
import type { EditionName, View } from '../../model/chart.ts'
import { measure } from '../../sheet/measure.ts'
import { arrangeWords } from '../../text/messages/cli.ts'
import { editionOf, readChart } from '../chartInput.ts'
import type { CliCommand } from '../cliCommand.ts'
import { oneFile, choiceOption } from '../options.ts'

const views = ['flow', 'lanes', 'columns'] as const satisfies readonly View[]
const editions = ['internal', 'external'] as const satisfies readonly EditionName[]

export const arrangeChart: CliCommand = {
  name: 'arrange',
  usage: arrangeWords.usage,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        view: { type: 'string', default: 'flow' },
        edition: { type: 'string' },
        output: { type: 'string', short: 'o' },
      },
    })
    const path = oneFile(positionals, { none: arrangeWords.noChart, several: arrangeWords.oneChart })
    const view = choiceOption('view', values.view, views)
    const wish = values.edition === undefined ? undefined : choiceOption('edition', values.edition, editions)
    const edition = editionOf(await readChart(path, io), wish, {})
    const arrangement = arrange(edition.chart, {
      view,
      edition: edition.name,
      measure,
    })
    const content = `${JSON.stringify(told(arrangement), null, 2)}\n`
    if (values.output === undefined || values.output === '-') io.stdout.write(content)
    else await io.writeFile(values.output, content)
    return 0
  },
}

/** The JSON contract with other programs: fields are copied one by one, so that `Arrangement` may grow. */
function told({ steps, flowlines, lanes, width, height }: Arrangement): object {
  return {
    steps: Object.fromEntries(Object.entries(steps).map(([id, step]) => [id, rect(step)])),
    flowlines: Object.fromEntries(
      Object.entries(flowlines).map(([id, line]) => [
        id,
        { points: line.points, label: line.label && rect(line.label), return: line.return },
      ]),
    ),
    lanes: lanes.map((lane) => ({ post: lane.post, ...rect(lane) })),
    width,
    height,
  }
}

function rect({ x, y, width, height }: Rect): Rect {
  return { x, y, width, height }
}
