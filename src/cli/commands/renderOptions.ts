/** Options of `qingquan render`, parsed from its arguments. */
import { styleOption } from './styleOption.ts'
import { extname } from 'node:path'
import { parseArgs } from 'node:util'
import type { EditionName, View } from '../../model/chart.ts'
import type { FlowDirection } from '../../layout/arrangement.ts'
import type { PageWish } from '../../layout/pageFit/fittedToPage.ts'
import { paperNames, type PaperName } from '../../sheet/papers.ts'
import { stepNumberings, type StepNumbering } from '../../sheet/pageStyle.ts'
import type { SheetStyle } from '../../sheet/styles.ts'
import type { TilePaper } from '../../sheet/tiled.ts'
import { renderWords } from '../../text/messages/renderWords.ts'
import { CommandError } from '../cliCommand.ts'
import { oneFile, choiceOption } from '../options.ts'

const views = ['flow', 'lanes', 'columns'] as const satisfies readonly View[]
const editions = ['internal', 'external'] as const satisfies readonly EditionName[]
const formats = ['png', 'svg', 'pdf', 'json', 'txt'] as const
const purposes = ['page', 'word', 'wechat'] as const
const tilePapers = ['A4', 'A3'] as const satisfies readonly TilePaper[]
export type RenderFormat = (typeof formats)[number]

export interface RenderOptions {
  readonly input: string
  readonly output: string
  readonly view: View
  readonly edition: EditionName | undefined
  readonly paper: PaperName
  /** Null: the orientation in which the chart is read best. */
  readonly landscape: boolean | null
  /** What of the arrangement is chosen by hand. */
  readonly wish: PageWish
  readonly format: RenderFormat
  readonly discloseRisks: boolean
  readonly outlined: boolean
  readonly style: SheetStyle
  /** Of the public page. */
  readonly qr: string | undefined
  /** A PNG file. */
  readonly emblem: string | undefined
  readonly watermark: boolean
  readonly steps: StepNumbering
  readonly phases: boolean
  readonly carry: boolean
  readonly purpose: (typeof purposes)[number]
  readonly tiles: TilePaper | undefined
  readonly split: number
  /** Reading distance in m; undefined if not given. */
  readonly distance: number | undefined
}

const options = {
  view: { type: 'string', default: 'flow' },
  edition: { type: 'string' },
  paper: { type: 'string', default: 'A3' },
  landscape: { type: 'boolean', default: false },
  'auto-turn': { type: 'boolean', default: false },
  direction: { type: 'string' },
  fold: { type: 'string' },
  'listed-lanes': { type: 'boolean', default: false },
  'disclose-risks': { type: 'boolean', default: false },
  format: { type: 'string' },
  outlined: { type: 'boolean', default: false },
  style: { type: 'string', default: 'plain' },
  qr: { type: 'string' },
  emblem: { type: 'string' },
  watermark: { type: 'boolean', default: false },
  steps: { type: 'string', default: 'plain' },
  phases: { type: 'boolean', default: false },
  carry: { type: 'boolean', default: false },
  for: { type: 'string', default: 'page' },
  tiles: { type: 'string' },
  split: { type: 'string', default: '1' },
  distance: { type: 'string' },
  output: { type: 'string', short: 'o' },
} as const

export function readRenderOptions(args: readonly string[]): RenderOptions {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options })
  const input = oneFile(positionals, { none: renderWords.noChart, several: renderWords.oneChart })
  if (values.output === undefined) throw new CommandError(renderWords.noOutput, 2)
  const order: RenderOptions = {
    input,
    output: values.output,
    view: choiceOption('view', values.view, views),
    edition: values.edition === undefined ? undefined : choiceOption('edition', values.edition, editions),
    paper: choiceOption('paper', values.paper, paperNames),
    landscape: orientationOf(values),
    wish: wishOf(values),
    format: formatOf(values.format, values.output),
    discloseRisks: values['disclose-risks'],
    outlined: values.outlined,
    style: styleOption(values.style),
    qr: values.qr,
    emblem: values.emblem,
    watermark: values.watermark,
    steps: choiceOption('steps', values.steps, stepNumberings),
    phases: values.phases,
    carry: values.carry,
    purpose: choiceOption('for', values.for, purposes),
    tiles: values.tiles === undefined ? undefined : choiceOption('tiles', values.tiles, tilePapers),
    split: numberIn(values.split, { name: 'split', least: 1, most: 20 }),
    distance:
      values.distance === undefined
        ? undefined
        : numberIn(values.distance, { name: 'distance', least: 0.1, most: 20 }),
  }
  refuseContradictions(order)
  return order
}

/** Upright unless said otherwise, as scripts have always had it. */
function orientationOf(values: {
  readonly landscape: boolean
  readonly 'auto-turn': boolean
}): boolean | null {
  if (values.landscape && values['auto-turn']) throw new CommandError(renderWords.turnedTwice, 2)
  return values['auto-turn'] ? null : values.landscape
}

const directions = ['down', 'right'] as const satisfies readonly FlowDirection[]

function wishOf(values: {
  readonly direction?: string
  readonly fold?: string
  readonly 'listed-lanes': boolean
}): PageWish {
  return {
    lanes: values['listed-lanes'] ? 'listed' : undefined,
    direction:
      values.direction === undefined ? undefined : choiceOption('direction', values.direction, directions),
    columns:
      values.fold === undefined
        ? undefined
        : Math.round(numberIn(values.fold, { name: 'fold', least: 1, most: 3 })),
  }
}

function formatOf(format: string | undefined, output: string): RenderFormat {
  if (format !== undefined) return choiceOption('format', format, formats)
  const found = formats.find((one) => extname(output).toLowerCase() === `.${one}`)
  if (found === undefined) throw new CommandError(renderWords.unknownFormat(formats), 2)
  return found
}

function numberIn(
  value: string,
  { name, least, most }: { readonly name: string; readonly least: number; readonly most: number },
): number {
  const number = Number(value)
  if (!(number >= least && number <= most))
    throw new CommandError(renderWords.notANumber(name, value, least, most), 2)
  return name === 'split' ? Math.round(number) : number
}

/** Throws a CommandError for options that contradict each other. */
function refuseContradictions({ tiles, format, purpose, split, output, carry }: RenderOptions): void {
  if (tiles !== undefined && (format !== 'pdf' || purpose !== 'page' || split > 1))
    throw new CommandError(renderWords.tilesArePdf, 2)
  if (split > 1 && purpose !== 'page') throw new CommandError(renderWords.splitIsPages, 2)
  if (split > 1 && output === '-' && format !== 'pdf') throw new CommandError(renderWords.splitNeedsFiles, 2)
  if (carry && format !== 'png' && format !== 'svg') throw new CommandError(renderWords.carryIsPicture, 2)
}
