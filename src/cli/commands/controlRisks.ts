/** `qingquan control risks|risk-form|freeze|year|compare`: the 风险档案 of a server from a shell. */
import type { Form } from '../../files/registers/form.ts'
import { riskArchiveForm, yearTableForm } from '../../files/registers/riskForms.ts'
import type { RiskFileList } from '../../model/control/riskList.ts'
import type { YearCounts } from '../../model/control/riskYear.ts'
import { chinaDay } from '../../model/time/chinaDay.ts'
import { controlCommand as words } from '../../text/messages/controlCommand.ts'
import { riskArchiveWords, riskStateName } from '../../text/paper/riskForms.ts'
import { CommandError, type ExitCode } from '../cliCommand.ts'
import type { WarningCall } from './controlWarnings.ts'

interface RiskCall extends WarningCall {
  readonly values: { readonly json?: boolean | undefined; readonly output?: string | undefined }
}

const years = '/api/control/years'

export async function listRisks({ values, io, ask, token }: RiskCall): Promise<ExitCode> {
  const found = await ask<RiskFileList>(token, '/api/control/risks')
  if (values.json) {
    io.stdout.write(`${JSON.stringify(found, null, 2)}\n`)
    return 0
  }
  for (const { number, state, facts } of found.risks)
    io.stdout.write(
      `${[number, riskStateName[state], facts.level ?? riskArchiveWords.ungraded, facts.title, facts.place, facts.text].join('\t')}\n`,
    )
  return 0
}

interface MadeRiskForms {
  readonly forms: readonly Form[]
  readonly count: number
  readonly today: string
}

export async function riskFormOf({ ask, token }: RiskCall): Promise<MadeRiskForms> {
  const { risks, today } = await ask<RiskFileList>(token, '/api/control/risks')
  return { forms: [riskArchiveForm({ risks, today })], count: risks.length, today }
}

export async function freezeYear({ ids, ask, token, io }: RiskCall): Promise<ExitCode> {
  const [name] = ids
  if (name === undefined) throw new CommandError(words.wrongYear, 2)
  await ask(token, years, { name })
  io.stdout.write(`${words.frozen(name)}\n`)
  return 0
}

export async function readYear({ ids, ask, token, io, values }: RiskCall): Promise<ExitCode> {
  const [name] = ids
  if (name === undefined) throw new CommandError(words.wrongYear, 2)
  // As it was frozen: two spaces of indent, a newline at the end.
  const year = `${JSON.stringify(await ask(token, `${years}/${encodeURIComponent(name)}`), null, 2)}\n`
  if (values.output === undefined) io.stdout.write(year)
  else await io.writeFile(values.output, year)
  return 0
}

export async function compareFormOf(
  { ids, ask, token }: RiskCall,
  write: (made: MadeRiskForms) => Promise<ExitCode>,
): Promise<ExitCode> {
  const [before, after] = ids
  if (before === undefined || after === undefined) throw new CommandError(words.wrongYears, 2)
  const { rows } = await ask<{ readonly rows: readonly YearCounts[] }>(token, `${years}/compare`, {
    before,
    after,
  })
  const today = chinaDay(Date.now())
  return write({ forms: [yearTableForm({ rows, before, after, today })], count: rows.length, today })
}
