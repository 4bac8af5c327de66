/** `qingquan catalogue history|takeback`: the changes of a server's 职权目录, and taking one back. */
import { parseArgs } from 'node:util'
import type { CatalogueTakenBack } from '../../model/catalogue/answers.ts'
import type { PowerHistory } from '../../model/catalogue/powerChangeSet.ts'
import { catalogueHistory as words } from '../../text/screen/catalogue.ts'
import { catalogueCommand } from '../../text/messages/catalogueCommand.ts'
import { sayPowerTurn } from '../../text/screen/sayPowerTurn.ts'
import { openAsking, serverOption, tokensOption } from '../askServer.ts'
import { CommandError, type ExitCode, type Io } from '../cliCommand.ts'

export async function catalogueHistoryJob(
  job: 'history' | 'takeback',
  args: readonly string[],
  io: Io,
): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      server: { type: 'string' },
      'token-file': { type: 'string' },
      before: { type: 'string' },
    },
  })
  const server = serverOption(values.server)
  const [token = ''] = await tokensOption(values['token-file'], io)
  const ask = openAsking(fetch, server)
  if (job === 'history') {
    const query = values.before === undefined ? '' : `?before=${encodeURIComponent(values.before)}`
    const { changeSets } = await ask<PowerHistory>(token, `/api/catalogue/history${query}`)
    io.stdout.write(changeSets.length === 0 ? `${words.none}\n` : changeSets.map(sayChangeSet).join(''))
    return 0
  }
  const [changeSet] = positionals
  if (changeSet === undefined || !/^\d+$/.test(changeSet))
    throw new CommandError(catalogueCommand.noChangeSet, 2)
  const { changed, left } = await ask<CatalogueTakenBack>(
    token,
    `/api/catalogue/history/${changeSet}/restore`,
    {},
  )
  io.stdout.write(`${words.done(changed)}\n`)
  if (left.length > 0) io.stderr.write(`${words.left(left)}\n`)
  return left.length > 0 || changed === 0 ? 1 : 0
}

function sayChangeSet({ id, at, by, count, turns }: PowerHistory['changeSets'][number]): string {
  const head = `${id}  ${new Date(at).toISOString().slice(0, 16).replace('T', ' ')}Z  ${words.by(by)}  ${words.count(count)}`
  const lines = turns.map((turn) => `    ${sayPowerTurn(turn)}`)
  const rest = count > turns.length ? [`    ${words.more(count - turns.length)}`] : []
  return `${[head, ...lines, ...rest].join('\n')}\n`
}
