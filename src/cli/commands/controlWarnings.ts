/** `qingquan control warnings|warning|warning-form`: 预警处置 of a server from a shell. */
import type { WarningList } from '../../model/control/warningList.ts'
import type { Form } from '../../files/registers/form.ts'
import { warningForms } from '../../files/registers/warningForms.ts'
import { isLateWarning, type WarningCase } from '../../model/control/warningCase.ts'
import { controlCommand as words } from '../../text/messages/controlCommand.ts'
import { warningRegisterWords, warningStateName } from '../../text/paper/warningForms.ts'
import type { AskServer } from '../askServer.ts'
import { CommandError, type ExitCode, type Io } from '../cliCommand.ts'

export interface WarningCall {
  readonly values: { readonly json?: boolean | undefined }
  readonly ids: readonly string[]
  readonly io: Io
  readonly ask: AskServer
  readonly token: string
}

const path = '/api/control/warnings'

export async function listWarnings({ values, io, ask, token }: WarningCall): Promise<ExitCode> {
  const found = await ask<WarningList>(token, path)
  if (values.json) {
    io.stdout.write(`${JSON.stringify(found, null, 2)}\n`)
    return 0
  }
  for (const one of found.warnings) io.stdout.write(`${lineOf(one, found.today)}\n`)
  return 0
}

export async function warningFormsOf({ ask, token }: WarningCall): Promise<{
  readonly forms: readonly Form[]
  readonly count: number
  readonly today: string
}> {
  const { warnings, today } = await ask<WarningList>(token, path)
  return { forms: warningForms({ cases: [...warnings].reverse(), today }), count: warnings.length, today }
}

/** `warning 编号|new 步骤 字段=值 …` */
export async function giveWarning(call: WarningCall): Promise<ExitCode> {
  const [which, kind, ...fields] = call.ids
  if (which === undefined || kind === undefined) throw new CommandError(words.wrongWarning, 2)
  const body = { kind, ...Object.fromEntries(fields.map(fieldOf)) }
  const { warning } = await call.ask<{ readonly warning: WarningCase }>(
    call.token,
    which === 'new' ? path : `${path}/${encodeURIComponent(await idOf(which, call))}`,
    body,
  )
  call.io.stdout.write(`${words.warned(warning.number, warningStateName[warning.state])}\n`)
  return 0
}

/** By its number or its id. */
async function idOf(which: string, { ask, token }: WarningCall): Promise<string> {
  const { warnings } = await ask<WarningList>(token, path)
  const found = warnings.find(({ id, number }) => id === which || number === which)
  if (!found) throw new CommandError(words.noWarning(which), 1)
  return found.id
}

function fieldOf(word: string): readonly [string, string | boolean] {
  const at = word.indexOf('=')
  if (at < 1) throw new CommandError(words.wrongField(word), 2)
  const value = word.slice(at + 1)
  return [word.slice(0, at), value === 'true' ? true : value === 'false' ? false : value]
}

function lineOf(one: WarningCase, today: string): string {
  const state = warningStateName[one.state]
  return [
    one.number,
    isLateWarning(one, today) ? `${state}（${warningRegisterWords.late}）` : state,
    one.deadline ?? '',
    one.treated?.addressee ?? '',
    warningRegisterWords.from(one.opened.source, one.opened.about, one.opened.problem),
  ].join('\t')
}
