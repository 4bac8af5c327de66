/** `qingquan catalogue`: imports a unit's 职权目录 from a table, exports it as .xlsx or .docx. */
import { extname } from 'node:path'
import { parseArgs } from 'node:util'
import {
  CatalogueFileError,
  isCatalogueFile,
  readCatalogueFile,
  writeCatalogueFile,
} from '../../files/catalogue/catalogueFile.ts'
import { catalogueForm } from '../../files/catalogue/catalogueForm.ts'
import {
  publicCatalogue,
  publicCatalogueForm,
  type PostedChart,
} from '../../files/catalogue/publicCatalogue.ts'
import { catalogueColumns } from '../../files/catalogue/catalogueColumns.ts'
import { readCatalogue } from '../../files/catalogue/readCatalogue.ts'
import { readTableFile } from '../../files/readTableFile.ts'
import { writeDocx } from '../../files/registers/writeDocx.ts'
import { writeXlsx } from '../../files/registers/writeXlsx.ts'
import { applyPowerChanges } from '../../model/catalogue/changes.ts'
import { chartSummaryOf } from '../../model/catalogue/chartSummary.ts'
import type { PowerItem } from '../../model/catalogue/powerItem.ts'
import {
  catalogueRows,
  powersOfCharts,
  type CatalogueChart,
  type CatalogueRow,
} from '../../model/catalogue/row.ts'
import { importPowers } from '../../model/catalogue/importPowers.ts'
import { catalogueTrouble, publicCatalogueWords } from '../../text/screen/catalogue.ts'
import { catalogueCommand } from '../../text/messages/catalogueCommand.ts'
import { severityWord } from '../../text/messages/cli.ts'
import { formsCommand } from '../../text/paper/forms.ts'
import { powerColumnName } from '../../text/recognition/powerHeadings.ts'
import { readChart } from '../chartInput.ts'
import { CommandError, type CliCommand, type ExitCode, type Io } from '../cliCommand.ts'
import { sequentialIds } from '../sequentialIds.ts'
import { catalogueHistoryJob } from './catalogueHistoryJob.ts'
import { chartFiles } from './chartFiles.ts'

export const catalogue: CliCommand = {
  name: 'catalogue',
  usage: catalogueCommand.usage,
  run: async ([job, ...args], io) => {
    if (job === 'import') return importTable(args, io)
    if (job === 'export') return exportForm(args, io)
    if (job === 'history' || job === 'takeback') return catalogueHistoryJob(job, args, io)
    throw new CommandError(catalogueCommand.wrongJob, 2)
  },
}

async function importTable(args: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { output: { type: 'string', short: 'o' } },
  })
  const [path, ...others] = positionals
  if (path === undefined) throw new CommandError(catalogueCommand.noTable, 2)
  const charts = await listedCharts(others, io)
  const table = await readTableFile(await io.readFile(path), path)
  const columns = catalogueColumns(table)
  if (!columns) throw new CommandError(catalogueTrouble.noHeading, 1)
  for (const { heading, means } of columns.columns)
    io.stderr.write(`${catalogueCommand.column(heading, powerColumnName[means])}\n`)
  const { powers, problems } = readCatalogue(
    table,
    columns,
    new Map(charts.map(({ id, title }) => [title, id])),
  )
  for (const problem of problems) io.stderr.write(`${severityWord.warning}：${problem}\n`)
  const made = applyPowerChanges([], importPowers([], powers, sequentialIds()).changes)
  const content = writeCatalogueFile(made)
  if (values.output === undefined || values.output === '-') io.stdout.write(content)
  else await io.writeFile(values.output, content)
  io.stderr.write(`${catalogueCommand.read(made.length)}\n`)
  return 0
}

async function exportForm(args: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      output: { type: 'string', short: 'o' },
      date: { type: 'string' },
      public: { type: 'boolean', default: false },
    },
  })
  const { output, date } = values
  const ending = output === undefined ? '' : extname(output)
  if (output === undefined || (ending !== '.xlsx' && ending !== '.docx'))
    throw new CommandError(catalogueCommand.noOutput, 2)
  if (date !== undefined && !/^\d{4}-\d\d-\d\d$/.test(date))
    throw new CommandError(formsCommand.wrongDate(date), 2)
  if (positionals.length === 0) throw new CommandError(catalogueCommand.nothing, 2)
  const paths = await chartFiles(positionals)
  const [first = ''] = paths
  const bytes = await io.readFile(first)
  const isCatalogue = isCatalogueFile(bytes)
  const charts = await listedCharts(isCatalogue ? paths.slice(1) : paths, io)
  const rows = catalogueRows(isCatalogue ? powersIn(bytes) : powersOfCharts(charts), charts)
  const { form, leftOut } = values.public
    ? publicForm(rows, date)
    : { form: catalogueForm(rows, date), leftOut: 0 }
  const write = ending === '.xlsx' ? writeXlsx : writeDocx
  await io.writeFile(output, await write([form], date))
  io.stderr.write(`${catalogueCommand.written(rows.length - leftOut)}\n`)
  if (leftOut > 0) io.stderr.write(`${publicCatalogueWords.leftOut(leftOut)}\n`)
  return 0
}

function publicForm(rows: readonly CatalogueRow[], date: string | undefined) {
  const { powers, leftOut } = publicCatalogue(rows, handedOut)
  return { form: publicCatalogueForm(powers, date), leftOut }
}

/** Without a server: the given files that have an external edition count as published. */
function handedOut({ title, digest }: CatalogueChart): PostedChart | undefined {
  if (!digest?.hasExternal) return undefined
  return { title: digest.header.publicTitle ?? title, link: undefined }
}

function powersIn(bytes: Uint8Array): readonly PowerItem[] {
  try {
    return readCatalogueFile(bytes)
  } catch (error) {
    if (!(error instanceof CatalogueFileError)) throw error
    throw new CommandError(error.message, 1, { cause: error })
  }
}

/** Chart files have no id; a catalogue file refers to them by title. */
async function listedCharts(paths: readonly string[], io: Io): Promise<readonly CatalogueChart[]> {
  const charts: CatalogueChart[] = []
  for (const path of await chartFiles(paths)) {
    const { chart } = await readChart(path, io)
    charts.push({ id: chart.header.title, title: chart.header.title, digest: chartSummaryOf(chart) })
  }
  return charts
}
