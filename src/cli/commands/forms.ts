/** `qingquan forms`: charts → a register that offices print and sign, as a workbook or a document. */
import { extname } from 'node:path'
import { parseArgs } from 'node:util'
import { formsOf } from '../../files/registers/formsOf.ts'
import { writeDocx } from '../../files/registers/writeDocx.ts'
import { writeXlsx } from '../../files/registers/writeXlsx.ts'
import type { Chart } from '../../model/chart.ts'
import { wholeRegister } from '../../model/registers/registers.ts'
import { formNames, formsCommand, type FormName } from '../../text/paper/forms.ts'
import { readChart } from '../chartInput.ts'
import { CommandError, type CliCommand } from '../cliCommand.ts'
import { choiceOption } from '../options.ts'

const formats = ['xlsx', 'docx'] as const
type Format = (typeof formats)[number]

export const forms: CliCommand = {
  name: 'forms',
  usage: formsCommand.usage,
  run: async (args, io) => {
    const { paths, form, format, date, output } = readOrder(args)
    const charts: Chart[] = []
    for (const path of paths) charts.push((await readChart(path, io)).chart)
    const filled = formsOf({ form, charts, ...(date === undefined ? {} : { date }) })
    const content = await (format === 'xlsx' ? writeXlsx : writeDocx)(filled, date)
    if (output === '-') io.stdout.write(content)
    else await io.writeFile(output, content)
    io.stderr.write(`${formsCommand.written(wholeRegister(charts).counts.risks, filled.length)}\n`)
    return 0
  },
}

interface Order {
  readonly paths: readonly string[]
  readonly form: FormName
  readonly format: Format
  readonly date: string | undefined
  readonly output: string
}

function readOrder(args: readonly string[]): Order {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      form: { type: 'string' },
      format: { type: 'string' },
      date: { type: 'string' },
      output: { type: 'string', short: 'o' },
    },
  })
  if (positionals.length === 0) throw new CommandError(formsCommand.noChart, 2)
  if (values.form === undefined) throw new CommandError(formsCommand.noForm(formNames), 2)
  if (values.output === undefined) throw new CommandError(formsCommand.noOutput, 2)
  return {
    paths: positionals,
    form: choiceOption('form', values.form, formNames),
    format: formatOf(values.format, values.output),
    date: values.date === undefined ? undefined : dateOf(values.date),
    output: values.output,
  }
}

function formatOf(format: string | undefined, output: string): Format {
  if (format !== undefined) return choiceOption('format', format, formats)
  const found = formats.find((one) => extname(output).toLowerCase() === `.${one}`)
  if (found === undefined) throw new CommandError(formsCommand.unknownFormat, 2)
  return found
}

function dateOf(written: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(written) ? new Date(`${written}T00:00:00Z`) : undefined
  // 2026-02-30 parses, as a day in March.
  if (!time || Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== written)
    throw new CommandError(formsCommand.wrongDate(written), 2)
  return written
}
