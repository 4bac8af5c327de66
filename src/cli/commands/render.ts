/** `qingquan render`: a chart file → something to print, to publish or to read aloud. */
import { extname } from 'node:path'
import { parseArgs } from 'node:util'
import { writeChartFile, writePublicChartFile } from '../../files/writeChartFile.ts'
import { arrange } from '../../layout/arrange.ts'
import { localElk } from '../../layout/localElk.ts'
import type { EditionName, View } from '../../model/chart.ts'
import type { Edition } from '../../model/edition.ts'
import { composeSheet, readablePages, type SheetContent } from '../../sheet/compose.ts'
import type { Sheet } from '../../sheet/ink.ts'
import { measure } from '../../sheet/measure.ts'
import { MissingGlyphError } from '../../sheet/out/font.ts'
import { sheetPdf } from '../../sheet/out/pdf.ts'
import { sheetSvg } from '../../sheet/out/svg.ts'
import { chartText } from '../../sheet/out/text.ts'
import { leastText } from '../../sheet/page/pageLook.ts'
import { paperNames, type Page } from '../../sheet/papers.ts'
import { renderWords } from '../../text/renderCommand.ts'
import { editionOf, readChart } from '../chartInput.ts'
import { CommandError, type Command, type Io } from '../command.ts'
import { openFonts } from '../../press/fonts.ts'
import { oneFile, oneOf } from '../options.ts'
import { sheetPng } from '../../press/png.ts'

export const render: Command = {
  name: 'render',
  usage: renderWords.usage,
  run: async (args, io) => {
    const order = readOrder(args)
    const disclosure = { risks: order.discloseRisks, measures: order.discloseRisks }
    const edition = editionOf(await readChart(order.input, io), order.edition, disclosure)
    const content = await written(edition, order, io)
    if (order.output === '-') io.stdout.write(content)
    else await io.writeFile(order.output, content)
    return 0
  },
}

const views = ['flow', 'lanes', 'columns'] as const satisfies readonly View[]
const editions = ['internal', 'external'] as const satisfies readonly EditionName[]
const formats = ['png', 'svg', 'pdf', 'json', 'txt'] as const
type Format = (typeof formats)[number]

/** What was asked for. */
interface Order {
  readonly input: string
  readonly output: string
  readonly view: View
  readonly edition: EditionName | undefined
  readonly page: Page
  readonly format: Format
  readonly discloseRisks: boolean
  readonly outlined: boolean
}

function readOrder(args: readonly string[]): Order {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      view: { type: 'string', default: 'flow' },
      edition: { type: 'string' },
      paper: { type: 'string', default: 'A3' },
      landscape: { type: 'boolean', default: false },
      'disclose-risks': { type: 'boolean', default: false },
      format: { type: 'string' },
      outlined: { type: 'boolean', default: false },
      output: { type: 'string', short: 'o' },
    },
  })
  const input = oneFile(positionals, { none: renderWords.noChart, several: renderWords.oneChart })
  if (values.output === undefined) throw new CommandError(renderWords.noOutput, 2)
  return {
    input,
    output: values.output,
    view: oneOf('view', values.view, views),
    edition: values.edition === undefined ? undefined : oneOf('edition', values.edition, editions),
    page: { paper: oneOf('paper', values.paper, paperNames), landscape: values.landscape },
    format: formatOf(values.format, values.output),
    discloseRisks: values['disclose-risks'],
    outlined: values.outlined,
  }
}

function formatOf(format: string | undefined, output: string): Format {
  if (format !== undefined) return oneOf('format', format, formats)
  const found = formats.find((one) => extname(output).toLowerCase() === `.${one}`)
  if (found === undefined) throw new CommandError(renderWords.unknownFormat(formats), 2)
  return found
}

async function written(edition: Edition, order: Order, io: Io): Promise<string | Uint8Array> {
  if (order.format === 'json')
    return edition.name === 'external' ? writePublicChartFile(edition.chart) : writeChartFile(edition.chart)
  if (order.format === 'txt') return chartText(edition)
  const arrangement = await arrange(edition.chart, {
    view: order.view,
    edition: edition.name,
    measure,
    elk: localElk(),
  })
  const content: SheetContent = { edition, view: order.view, arrangement }
  const sheet = composeSheet(content, order.page)
  warnOfSmallText(sheet, content, order.page, io)
  return drawn(sheet, edition.chart.header.title, order)
}

/** Printing is not refused: whoever prints knows the wall it goes to. */
function warnOfSmallText(sheet: Sheet, content: SheetContent, page: Page, io: Io): void {
  if (sheet.smallestText >= leastText) return
  io.stderr.write(renderWords.smallText(sheet.smallestText, leastText, readablePages(content, page)[0]))
}

async function drawn(sheet: Sheet, title: string, order: Order): Promise<string | Uint8Array> {
  if (order.format === 'svg' && !order.outlined) return sheetSvg(sheet, { text: 'live', title })
  try {
    const fonts = await openFonts()
    if (order.format === 'svg') return sheetSvg(sheet, { text: 'outlined', fonts, title })
    if (order.format === 'pdf') return sheetPdf(sheet, fonts, { title })
    return await sheetPng(sheet, order.page, fonts)
  } catch (error) {
    if (!(error instanceof MissingGlyphError)) throw error
    const { character, where } = error
    const code = `U+${character.codePointAt(0)!.toString(16).toUpperCase()}`
    throw new CommandError(renderWords.missingGlyph(character, code, where), 1, { cause: error })
  }
}
