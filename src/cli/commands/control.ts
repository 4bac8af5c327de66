/** `qingquan control`: the 措施台账 of a server, listed, exported and written into from a shell. */
import { basename, extname } from 'node:path'
import { parseArgs } from 'node:util'
import type { Form } from '../../files/registers/form.ts'
import { measureForm } from '../../files/registers/measureForm.ts'
import { reminderForm } from '../../files/registers/reminderForm.ts'
import { writeDocx } from '../../files/registers/writeDocx.ts'
import { writeXlsx } from '../../files/registers/writeXlsx.ts'
import { checkResults, type ControlEvent } from '../../model/control/controlEvent.ts'
import {
  dueOf,
  type ListedMeasure,
  type MeasureList,
  type MeasureQuery,
} from '../../model/control/measureList.ts'
import { measureStates } from '../../model/control/measureRows.ts'
import { controlCommand as words } from '../../text/messages/controlCommand.ts'
import { measureFormWords, measureStateName } from '../../text/paper/controlForms.ts'
import { compareFormOf, freezeYear, listRisks, readYear, riskFormOf } from './controlRisks.ts'
import { giveWarning, listWarnings, warningFormsOf } from './controlWarnings.ts'
import { openAsking, serverOption, tokensOption, type AskServer } from '../askServer.ts'
import { CommandError, type CliCommand, type ExitCode, type Io } from '../cliCommand.ts'

const dates = ['from', 'until', 'scheduled', 'done-on', 'due', 'on'] as const

const options = {
  server: { type: 'string' },
  'token-file': { type: 'string' },
  json: { type: 'boolean', default: false },
  overdue: { type: 'boolean', default: false },
  output: { type: 'string', short: 'o' },
  month: { type: 'string' },
  from: { type: 'string' },
  until: { type: 'string' },
  text: { type: 'string' },
  state: { type: 'string' },
  office: { type: 'string' },
  responsible: { type: 'string' },
  scheduled: { type: 'string' },
  'done-on': { type: 'string' },
  due: { type: 'string' },
  on: { type: 'string' },
  result: { type: 'string' },
  note: { type: 'string' },
  reason: { type: 'string' },
  file: { type: 'string' },
  name: { type: 'string' },
} as const

type Values = ReturnType<typeof parsed>['values']

interface Call {
  readonly values: Values
  readonly ids: readonly string[]
  readonly io: Io
  readonly ask: AskServer
  readonly token: string
}

const jobs: { readonly [job: string]: (call: Call) => Promise<ExitCode> } = {
  list,
  form: async (call) => writeForm(call, await listed(call), (found) => formOf(call.values, found)),
  remind: async (call) => writeForm(call, await listed(call, {}), (found) => remindOf(call.values, found)),
  check: async (call) => give(call, checkOf(call)),
  move: async (call) => give(call, moveOf(call)),
  revoke: async (call) =>
    give(call, { kind: 'revoke', check: call.ids[1], ...needed(call.values, ['reason']) }),
  evidence: async (call) => give(call, await evidenceOf(call)),
  risks: async (call) => listRisks(call),
  'risk-form': async (call) => writeForms(call, await riskFormOf(call)),
  freeze: async (call) => freezeYear(call),
  year: async (call) => readYear(call),
  compare: async (call) => compareFormOf(call, async (made) => writeForms(call, made)),
  warnings: listWarnings,
  warning: giveWarning,
  'warning-form': async (call) => writeForms(call, await warningFormsOf(call)),
}

export const control: CliCommand = {
  name: 'control',
  usage: words.usage,
  run: async ([job, ...args], io) => {
    const run = job !== undefined && Object.hasOwn(jobs, job) ? jobs[job] : undefined
    if (!run) throw new CommandError(words.wrongJob, 2)
    const { values, positionals } = parsed(args)
    for (const option of dates) {
      const said = values[option]
      if (said !== undefined && !/^\d{4}-\d\d-\d\d$/.test(said))
        throw new CommandError(words.wrongDate(option, said), 2)
    }
    const server = serverOption(values.server)
    const [token = ''] = await tokensOption(values['token-file'], io)
    return run({ values, ids: positionals, io, token, ask: openAsking(fetch, server) })
  },
}

function parsed(args: readonly string[]) {
  return parseArgs({ args: [...args], allowPositionals: true, options })
}

/** As many as the server gives at once. */
const mostRows = 20_000

async function listed(call: Call, query: MeasureQuery = queryOf(call.values)): Promise<MeasureList> {
  const found = await call.ask<MeasureList>(call.token, '/api/control/measures', {
    ...query,
    limit: mostRows,
  })
  for (const { title } of found.failed) call.io.stderr.write(`${words.failed(title)}\n`)
  if (found.rows.length < found.total) call.io.stderr.write(`${words.more(found.rows.length, found.total)}\n`)
  return found
}

function queryOf({ overdue, from, until, text, state, office, responsible }: Values): MeasureQuery {
  const only = {
    ...(state === undefined ? {} : { state: [stateOf(state)] }),
    ...(office === undefined ? {} : { office: [office] }),
    ...(responsible === undefined ? {} : { responsible: [responsible] }),
  }
  return {
    ...(overdue ? { overdue } : {}),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    ...(text === undefined ? {} : { text }),
    only,
  }
}

function stateOf(said: string): string {
  const found = measureStates.find((state) => state === said || measureStateName[state] === said)
  if (found === undefined) throw new CommandError(words.wrongState(said, Object.values(measureStateName)), 2)
  return found
}

async function list(call: Call): Promise<ExitCode> {
  const found = await listed(call)
  const { stdout, stderr } = call.io
  if (call.values.json) {
    stdout.write(`${JSON.stringify(found, null, 2)}\n`)
    return 0
  }
  for (const row of found.rows) stdout.write(`${lineOf(row)}\n`)
  stderr.write(`${words.total(measureFormWords.total(found.counts))}\n`)
  const failing = new Map(found.rows.filter((row) => row.suggestsChange).map((row) => [row.measure, row]))
  for (const { title, text } of failing.values()) stderr.write(`${words.suggests(title, text)}\n`)
  return 0
}

function lineOf(row: ListedMeasure): string {
  const state = measureStateName[row.state]
  return [
    dueOf(row) ?? measureFormWords.noDay,
    row.isOverdue ? measureFormWords.overdue(state) : state,
    measureFormWords.powerAt(row.title, row.places),
    row.text,
    row.responsible ?? '',
    row.chart,
    row.measure,
  ].join('\t')
}

async function writeForm(
  call: Call,
  found: MeasureList,
  made: (found: MeasureList) => Form,
): Promise<ExitCode> {
  const { rows, total, today } = found
  await writeForms(call, { forms: [made(found)], count: rows.length, today })
  return rows.length < total ? 1 : 0
}

interface MadeForms {
  readonly forms: readonly Form[]
  readonly count: number
  readonly today: string
}

async function writeForms({ values: { output }, io }: Call, made: MadeForms): Promise<ExitCode> {
  const ending = output === undefined ? '' : extname(output)
  if (output === undefined || (ending !== '.xlsx' && ending !== '.docx'))
    throw new CommandError(words.noOutput, 2)
  const write = ending === '.xlsx' ? writeXlsx : writeDocx
  await io.writeFile(output, await write(made.forms, made.today))
  io.stderr.write(`${words.written(made.count, output)}\n`)
  return 0
}

function formOf({ from, until }: Values, { rows, today }: MeasureList): Form {
  return measureForm({ rows, today, from, until })
}

function remindOf({ month }: Values, { rows, today }: MeasureList): Form {
  if (month !== undefined && !/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month))
    throw new CommandError(words.wrongMonth(month), 2)
  return reminderForm({ rows, today, month: month ?? today.slice(0, 7) })
}

function checkOf({ values, ids }: Call): object {
  const { 'done-on': doneOn, result: said = '', note = '', scheduled } = values
  needed(values, ['done-on', 'result'])
  const result = checkResults.find((one) => one === said)
  if (result === undefined) throw new CommandError(words.wrongResult(said), 2)
  return { kind: 'check', measure: ids[1], doneOn, result, note, ...(scheduled ? { scheduled } : {}) }
}

function moveOf({ values, ids }: Call): object {
  return { kind: 'move', measure: ids[1], ...needed(values, ['scheduled', 'due', 'reason']) }
}

async function evidenceOf({ values, ids, io }: Call): Promise<object> {
  const { file, name, text, on } = values
  const base = { kind: 'evidence', check: ids[1], ...(on ? { on } : {}) }
  if (file === undefined) return { ...base, ...needed(values, ['name', 'text']) }
  const content = Buffer.from(await io.readFile(file)).toString('base64')
  return { ...base, name: name ?? basename(file), content, ...(text ? { text } : {}) }
}

function needed<K extends keyof Values>(
  values: Values,
  keys: readonly K[],
): { readonly [F in K]: Values[F] } {
  const missing = keys.filter((key) => values[key] === undefined)
  if (missing.length > 0) throw new CommandError(words.needs(missing), 2)
  return Object.fromEntries(keys.map((key) => [key, values[key]])) as { readonly [F in K]: Values[F] }
}

async function give({ ids, ask, token, io }: Call, command: object): Promise<ExitCode> {
  const [chart, target] = ids
  if (chart === undefined || target === undefined) throw new CommandError(words.needsTwo, 2)
  const path = `/api/charts/${encodeURIComponent(chart)}/control`
  const { event } = await ask<{ readonly event: ControlEvent }>(token, path, command)
  io.stdout.write(`${words.done(idOf(event))}\n`)
  return 0
}

function idOf(event: ControlEvent): string {
  if (event.kind === 'checked' || event.kind === 'revoked') return event.check
  return event.kind === 'evidenced' ? event.evidence : event.measure
}
