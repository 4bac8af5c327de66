/**
 * `qingquan batch`: processes many charts. Failures are listed at the end; the other charts
 * are processed.
 */
import { extname } from 'node:path'
import { parseArgs } from 'node:util'
import type { Severity } from '../../checks/finding.ts'
import { runChecks } from '../../checks/runChecks.ts'
import {
  batchFormats,
  chartBundle,
  chartFilesOf,
  type RenderedChart,
  type BatchExportOptions,
} from '../../files/catalogue/chartBundle.ts'
import { exchangedFiles } from '../../exchange/exchangedFiles.ts'
import { exchangeFormatNames, exchangeFormats, type ExchangeFormat } from '../../exchange/exchangeFile.ts'
import { notCarried, type NotCarried } from '../../text/paper/exchangeWords.ts'
import { runBatch } from '../../files/catalogue/runBatch.ts'
import { ChartFileError } from '../../files/chartFile/chartFileError.ts'
import type { Edition } from '../../model/editions/edition.ts'
import { openFonts } from '../../publicationRenderer/openFonts.ts'
import { renderSheetPng } from '../../publicationRenderer/png.ts'
import { plainPageStyle, stepNumberings } from '../../sheet/pageStyle.ts'
import { orientedContent } from '../../sheet/pageContent.ts'
import { officeSheet, type BatchPrint } from '../../sheet/officeSheet.ts'
import { sayMissingGlyph } from '../../sheet/sayMissingGlyph.ts'
import { MissingGlyphError } from '../../sheet/writers/font.ts'
import { sheetPdf } from '../../sheet/writers/sheetPdf.ts'
import { paperNames } from '../../sheet/papers.ts'
import { styleOption } from './styleOption.ts'
import { batchCommand } from '../../text/messages/batchCommand.ts'
import { sayFault } from '../../text/messages/faults.ts'
import { editionOf, readChart } from '../chartInput.ts'
import { CommandError, type CliCommand, type ExitCode, type Io } from '../cliCommand.ts'
import { choiceOption } from '../options.ts'
import { chartFiles } from './chartFiles.ts'
import { publishAll } from './publishAll.ts'

export const batch: CliCommand = {
  name: 'batch',
  usage: batchCommand.usage,
  run: async ([job, ...args], io) => {
    if (job === 'check') return checkAll(args, io)
    if (job === 'export') return exportAll(args, io)
    if (job === 'publish') return publishAll(args, io)
    throw new CommandError(batchCommand.wrongJob, 2)
  },
}

async function checkAll(args: readonly string[], io: Io): Promise<ExitCode> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} })
  const { code } = await throughAll(positionals, io, async (path) => {
    const { chart } = await readChart(path, io)
    const { findings } = runChecks(chart)
    const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length
    io.stdout.write(
      `${batchCommand.line(chart.header.title, count('error'), count('warning'), count('hint'))}\n`,
    )
  })
  return code
}

async function exportAll(args: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'pdf,register' },
      edition: { type: 'string', default: 'internal' },
      paper: { type: 'string', default: 'A3' },
      style: { type: 'string', default: 'plain' },
      steps: { type: 'string', default: 'plain' },
      phases: { type: 'boolean', default: false },
      'no-watermark': { type: 'boolean', default: false },
      output: { type: 'string', short: 'o' },
    },
  })
  const { output } = values
  if (output === undefined || extname(output) !== '.zip') throw new CommandError(batchCommand.noOutput, 2)
  const asked = values.format
    .split(',')
    .map((format) => choiceOption('format', format, [...batchFormats, ...exchangeFormatNames]))
  const others = exchangeFormatNames.filter((format) => asked.includes(format))
  const wish: BatchExportOptions = {
    formats: batchFormats.filter((format) => asked.includes(format)),
    edition: choiceOption('edition', values.edition, ['internal', 'external']),
  }
  const print: BatchPrint = {
    paper: choiceOption('paper', values.paper, paperNames),
    pageStyle: {
      ...plainPageStyle,
      style: styleOption(values.style),
      steps: choiceOption('steps', values.steps, stepNumberings),
      phases: values.phases,
      // Affects internal editions only; external ones never have a watermark.
      watermark: !values['no-watermark'],
    },
  }
  const { done, failed, code } = await throughAll(positionals, io, async (path) => {
    const input = await readChart(path, io)
    const edition = editionOf(input, wish.edition, {})
    const files = await chartFilesOf(edition, wish, async () => drawn(edition, print))
    return { chart: input.chart, files: [...files, ...(await exchanged(edition, others, print))] }
  })
  const left = [...new Set(others.flatMap((format): readonly NotCarried[] => exchangeFormats[format].leaves))]
  if (left.length > 0) io.stderr.write(batchCommand.leaves(left.map((what) => notCarried[what])))
  await io.writeFile(
    output,
    await chartBundle({ exported: done, rows: undefined, failed, wish, date: undefined }),
  )
  return code
}

async function exchanged(edition: Edition, formats: readonly ExchangeFormat[], { paper }: BatchPrint) {
  if (formats.length === 0) return []
  const { content } = await orientedContent({ edition, view: 'flow', paper, landscape: null })
  return exchangedFiles(edition, content.arrangement, formats)
}

async function drawn(edition: Edition, print: BatchPrint): Promise<RenderedChart> {
  const { sheet, page } = await officeSheet(
    { edition, view: 'flow' },
    async (order) => orientedContent(order),
    print,
  )
  const fonts = await openFonts()
  return {
    pdf: () => sheetPdf(sheet, fonts, { title: edition.chart.header.title }),
    png: async () => renderSheetPng(sheet, page, fonts),
  }
}

interface Done<T> {
  readonly done: readonly T[]
  /** One sentence per failure. */
  readonly failed: readonly string[]
  readonly code: ExitCode
}

async function throughAll<T>(
  paths: readonly string[],
  io: Io,
  work: (path: string) => Promise<T>,
): Promise<Done<T>> {
  if (paths.length === 0) throw new CommandError(batchCommand.noChart, 2)
  const items = (await chartFiles(paths)).map((path) => ({ path }))
  const results = await runBatch(items, { work: async ({ path }) => work(path), sayError: sayFailure })
  const done = results.flatMap((result) => (result.ok ? [result.value] : []))
  const failed = results.flatMap((one) => (one.ok ? [] : [batchCommand.failed(one.path, one.why)]))
  for (const failure of failed) io.stderr.write(`${failure}\n`)
  io.stderr.write(`${batchCommand.summary(done.length, failed.length)}\n`)
  return { done, failed, code: failed.length === 0 ? 0 : 1 }
}

function sayFailure(error: unknown): string {
  if (error instanceof ChartFileError) return error.problems.map(sayFault).join('；')
  if (error instanceof CommandError) return error.message
  if (!(error instanceof MissingGlyphError)) throw error
  return sayMissingGlyph(error)
}
