/** The real server on a free port and a directory of its own, and what scripts need to talk to it. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeFileSync } from 'node:fs'
import { writeChartFile } from '../../src/files/chartFile/writeChartFile.ts'
import type { Chart } from '../../src/model/chart.ts'
import type { NewUnitLink } from '../../src/protocol/api.ts'
import type { Role } from '../../src/protocol/roles.ts'
import { roles } from '../../src/protocol/roles.ts'
import type { RunningServer, ServerParts } from '../../src/server/startServer.ts'
import { startServer } from '../../src/server/startServer.ts'
import { chartOf } from './chartOf.ts'

export interface Served {
  readonly url: string
  readonly dataDir: string
  readonly server: RunningServer
  /** What nobody foresaw, as the server told its log. */
  readonly reported: unknown[]
  readonly ask: (method: string, path: string, asked?: Asked) => Promise<Answered>
  /** A chart of its own with its four tokens. */
  readonly chart: (chart?: Chart) => Promise<SharedChart>
  /** The cookie of somebody who came by a link of the unit. */
  readonly member: (rights?: Partial<NewUnitLink>) => Promise<string>
  readonly close: () => Promise<void>
}

export interface Asked {
  readonly token?: string | undefined
  readonly cookie?: string | undefined
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

export interface Answered {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** Undefined where it is none. */
  readonly json: Record<string, unknown>
  /** `name=value` of the session, where one was begun. */
  readonly cookie: string | undefined
}

export interface SharedChart {
  readonly id: string
  readonly tokens: { readonly [R in Role]: string }
}

/** `administrator`: the token of a directory that was served before. */
type ServedParts = Partial<ServerParts> & { readonly administrator?: string | undefined }

export async function startServed({ administrator, ...parts }: ServedParts = {}): Promise<Served> {
  const dataDir = parts.dataDir ?? mkdtempSync(join(tmpdir(), 'qingquan-data-'))
  const reported: unknown[] = []
  const server = await startServer({
    page: emptyPage(),
    port: 0,
    host: '127.0.0.1',
    report: (error) => reported.push(error),
    ...parts,
    dataDir,
  })
  const url = `http://127.0.0.1:${server.port}`
  const ask: Served['ask'] = async (method, path, asked = {}) =>
    answered(await fetch(url + path, init(method, asked)))
  return {
    url,
    dataDir,
    server,
    reported,
    ask,
    chart: async (chart = chartOf('受理 → 审查 → 决定')) => {
      const { json } = await ask('POST', '/api/charts', {
        token: server.administrator ?? administrator,
        body: writeChartFile(chart),
      })
      const links = json['links'] as Record<Role, string>
      const tokens = Object.fromEntries(roles.map((role) => [role, links[role].split('#')[1]]))
      return { id: json['id'] as string, tokens: tokens as SharedChart['tokens'] }
    },
    member: async (rights = {}) => {
      const body = { scope: 'unit', ...rights }
      const made = await ask('POST', '/api/links', { token: server.administrator ?? administrator, body })
      const [, token] = String(made.json['link']).split('#')
      return (await ask('POST', '/api/redeem', { body: { token, name: '李四' } })).cookie ?? ''
    },
    close: async () => server.close(),
  }
}

function emptyPage(): string {
  const dir = mkdtempSync(join(tmpdir(), 'qingquan-page-'))
  writeFileSync(join(dir, 'index.html'), '<title>清权图</title>')
  return dir
}

function init(method: string, { token, cookie, headers, body }: Asked): RequestInit {
  return {
    method,
    redirect: 'manual',
    headers: {
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...(cookie === undefined ? {} : { Cookie: cookie }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  }
}

async function answered(response: Response): Promise<Answered> {
  const text = await response.text()
  const isJson = response.headers.get('Content-Type')?.includes('json') ?? false
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson ? (JSON.parse(text) as Record<string, unknown>) : {},
    cookie: response.headers.getSetCookie()[0]?.split(';')[0],
  }
}
