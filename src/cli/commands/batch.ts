/** `qingquan batch`: many charts at once; one that fails does not stop the rest, and is named at the end. */
import { extname } from 'node:path'
import { parseArgs } from 'node:util'
import type { Severity } from '../../checks/finding.ts'
import { runChecks } from '../../checks/runChecks.ts'
import { bundle, fileTitle, type BundledFile } from '../../files/catalogue/bundle.ts'
import { ChartFileError } from '../../files/chartFileError.ts'
import { formsOf } from '../../files/registers/forms.ts'
import { writeXlsx } from '../../files/registers/writeXlsx.ts'
import { writeChartFile, writePublicChartFile } from '../../files/writeChartFile.ts'
import { arrange } from '../../layout/arrange.ts'
import { localElk } from '../../layout/localElk.ts'
import type { Chart, EditionName } from '../../model/chart.ts'
import type { Edition } from '../../model/edition.ts'
import { openFonts } from '../../press/fonts.ts'
import { sheetPng } from '../../press/png.ts'
import { composeSheet } from '../../sheet/compose.ts'
import { measure } from '../../sheet/measure.ts'
import { MissingGlyphError } from '../../sheet/out/font.ts'
import { sheetPdf } from '../../sheet/out/pdf.ts'
import type { Page } from '../../sheet/papers.ts'
import { batchCommand, batchText } from '../../text/catalogue.ts'
import { sayFault } from '../../text/faults.ts'
import { formTitle } from '../../text/forms.ts'
import { renderWords } from '../../text/renderCommand.ts'
import { exportDialog } from '../../text/screen.ts'
import { editionName } from '../../text/terms.ts'
import { editionOf, readChart } from '../chartInput.ts'
import { CommandError, type Command, type ExitCode, type Io } from '../command.ts'
import { oneOf } from '../options.ts'
import { chartFiles } from './batchFiles.ts'

const formats = ['pdf', 'png', 'register', 'json'] as const
type Format = (typeof formats)[number]

export const batch: Command = {
  name: 'batch',
  usage: batchCommand.usage,
  run: async ([job, ...args], io) => {
    if (job === 'check') return checkAll(args, io)
    if (job === 'export') return exportAll(args, io)
    throw new CommandError(batchCommand.wrongJob, 2)
  },
}

async function checkAll(args: readonly string[], io: Io): Promise<ExitCode> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} })
  return throughAll(positionals, io, async (path) => {
    const { chart } = await readChart(path, io)
    const { findings } = runChecks(chart)
    const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length
    io.stdout.write(
      `${batchCommand.line(chart.header.title, count('error'), count('warning'), count('hint'))}\n`,
    )
  })
}

async function exportAll(args: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'pdf,register' },
      edition: { type: 'string', default: 'internal' },
      output: { type: 'string', short: 'o' },
    },
  })
  const { output } = values
  if (output === undefined || extname(output) !== '.zip') throw new CommandError(batchCommand.noOutput, 2)
  const wanted = values.format.split(',').map((format) => oneOf('format', format, formats))
  const edition = oneOf('edition', values.edition, ['internal', 'external'])
  const charts: Chart[] = []
  const files: BundledFile[] = []
  const failures: string[] = []
  const code = await throughAll(
    positionals,
    io,
    async (path) => {
      const input = await readChart(path, io)
      files.push(...(await filesOf(editionOf(input, edition, {}), wanted)))
      charts.push(input.chart)
    },
    failures,
  )
  if (wanted.includes('register') && charts.length > 0) files.push(...(await registers(charts, edition)))
  if (failures.length > 0)
    files.push({
      name: batchText.failedFile,
      bytes: new TextEncoder().encode(`${failures.join('\r\n')}\r\n`),
    })
  await io.writeFile(output, bundle(files))
  return code
}

async function throughAll(
  paths: readonly string[],
  io: Io,
  work: (path: string) => Promise<void>,
  failures: string[] = [],
): Promise<ExitCode> {
  if (paths.length === 0) throw new CommandError(batchCommand.noChart, 2)
  const all = await chartFiles(paths)
  for (const path of all) {
    try {
      await work(path)
    } catch (error) {
      failures.push(batchCommand.failed(path, sayFailure(error)))
    }
  }
  for (const failure of failures) io.stderr.write(`${failure}\n`)
  io.stderr.write(`${batchCommand.summary(all.length - failures.length, failures.length)}\n`)
  return failures.length === 0 ? 0 : 1
}

function sayFailure(error: unknown): string {
  if (error instanceof ChartFileError) return error.problems.map(sayFault).join('；')
  if (error instanceof CommandError) return error.message
  if (!(error instanceof MissingGlyphError)) throw error
  const code = `U+${error.character.codePointAt(0)!.toString(16).toUpperCase()}`
  return renderWords.missingGlyph(error.character, code, error.where)
}

async function filesOf(edition: Edition, wanted: readonly Format[]): Promise<readonly BundledFile[]> {
  const { title } = edition.chart.header
  const stem = exportDialog.fileName(fileTitle(title), editionName[edition.name])
  const files: BundledFile[] = []
  if (wanted.includes('pdf') || wanted.includes('png')) {
    const { sheet, page } = await sheetOf(edition)
    const fonts = await openFonts()
    if (wanted.includes('pdf')) files.push({ name: `${stem}.pdf`, bytes: sheetPdf(sheet, fonts, { title }) })
    if (wanted.includes('png')) files.push({ name: `${stem}.png`, bytes: await sheetPng(sheet, page, fonts) })
  }
  if (wanted.includes('json')) {
    const text =
      edition.name === 'external' ? writePublicChartFile(edition.chart) : writeChartFile(edition.chart)
    files.push({ name: `${stem}.json`, bytes: new TextEncoder().encode(text) })
  }
  return files
}

/** A3, whichever way the drawing is larger. */
async function sheetOf(edition: Edition) {
  const view = 'flow'
  const options = { view, edition: edition.name, measure, elk: localElk() } as const
  const arrangement = await arrange(edition.chart, options)
  const pages = [false, true].map((landscape): Page => ({ paper: 'A3', landscape }))
  const [upright, turned] = pages.map((page) => ({
    page,
    sheet: composeSheet({ edition, view, arrangement }, page),
  }))
  return turned!.sheet.smallestText > upright!.sheet.smallestText * 1.15 ? turned! : upright!
}

/** Registers are internal: with charts for the public there are none. */
async function registers(charts: readonly Chart[], edition: EditionName): Promise<readonly BundledFile[]> {
  if (edition === 'external') return []
  const made = (['risk-list', 'summary', 'duty-list'] as const).map(async (form) => ({
    name: `${batchText.registerFolder}/${formTitle[form]}.xlsx`,
    bytes: await writeXlsx(formsOf({ form, charts }), undefined),
  }))
  return Promise.all(made)
}
