/** Messages of the store and of its backup commands. */
import { saySystemFault } from './cli.ts'

const storeFaults = {
  full: '磁盘已满，没有保存。请腾出空间后再试',
  'in-use': '这个数据目录（或数据库）正在被另一个清权图服务使用，请先停掉它',
  'old-sqlite': 'SQLite 版本太旧，可能丢失数据（需要 3.51.3 或更新）。请升级 Node.js',
  damaged: '数据库已损坏，或者不是清权图的数据库',
  foreign: '数据库里有不是本程序的触发器，它可能改动或丢掉写入的内容；请用 qingquan doctor 查看，删除后再用',
  newer: '数据库来自更新的清权图，请先升级清权图',
  unwritable: '数据库不能读写',
  unreachable:
    '连不上 PostgreSQL 数据库，刚才的操作没有确认保存。请检查 DATABASE_URL、网络和数据库是否在运行',
  refused:
    'PostgreSQL 不让登录或不让建表。请检查 DATABASE_URL 里的用户、密码、库名，并给这个用户在库里建表的权限',
  'old-postgres': 'PostgreSQL 版本太旧，需要 15 或更新',
  older: 'PostgreSQL 里的表还是较早版本的（或者是空的），请先用现在的版本启动一次服务',
  'not-utf8': 'PostgreSQL 数据库的编码不是 UTF8。请新建一个编码为 UTF8 的库',
  'unsafe-postgres': 'PostgreSQL 关掉了 fsync 或 full_page_writes，停电会丢失已经保存的内容。请打开后再用',
  'not-ours': 'PostgreSQL 数据库里已有别的程序的表。请给清权图单独建一个库',
  pooled:
    '连接池（如 PgBouncer 的 transaction 模式）把数据库会话分给了别人，不能保证只有一个服务在写，没有保存。请直连数据库，或改用 session 模式',
  'taken-over': '另一个清权图服务已经接管了这个数据库，本服务停止写入',
  moved:
    '这个 PostgreSQL 里的数据已经搬回数据目录（qingquan migrate --from）。请去掉 DATABASE_URL，或另建一个空的库再搬过来',
} as const

/** With the system's error message, if known. */
export function sayStoreError({
  fault,
  cause,
}: {
  readonly fault: keyof typeof storeFaults
  readonly cause?: unknown
}): string {
  const why = sayCause(cause)
  return why === undefined ? storeFaults[fault] : `${storeFaults[fault]}（${why}）`
}

function sayCause(cause: unknown): string | undefined {
  // The database's own sentence; it names host and user, never the password.
  if (typeof cause === 'string' && !cause.includes('\n')) return cause
  if (!(cause instanceof Error) || !('code' in cause) || !/^E[A-Z]+$/.test(String(cause.code)))
    return undefined
  const why = saySystemFault(String(cause.code))
  return 'path' in cause ? `“${String(cause.path)}”：${why}` : why
}

const dataOption =
  '  --data 目录        数据目录；不写时：设了 DATABASE_URL 就是那个 PostgreSQL，再不然用环境变量 DATA_DIR，再不然用 .data'

interface SayableHarm {
  readonly kind: keyof typeof harms
  readonly seq?: number
  readonly name?: string
  readonly at?: number
}

const harms = {
  snapshot: () => '快照损坏',
  update: ({ seq }: SayableHarm) => `第 ${seq} 次修改损坏`,
  differs: () => '快照与修改记录不一致',
  unreadable: () => '已不能完整读出',
  incomplete: () => '缺少其他修改所依据的内容',
  revision: ({ name, at }: SayableHarm) =>
    `历史版本${name === '' ? '' : `“${name}”`}（${sayTime(at ?? 0)}）的内容与校验值不符`,
} as const

function sayTime(at: number): string {
  return new Date(at).toISOString().slice(0, 16).replace('T', ' ')
}

export const dataWords = {
  noFile: '请写明备份文件',
  oneFile: '只能写一个备份文件',
  postgres: 'PostgreSQL（DATABASE_URL）',
  noData: (directory: string) => `“${directory}”里没有清权图的数据`,
  wrongChart: ({
    id,
    title,
    harms: of,
  }: {
    readonly id: string
    readonly title: string
    readonly harms: readonly SayableHarm[]
  }) => `图“${title}”（${id}）：${of.map((harm) => harms[harm.kind](harm)).join('；')}`,
} as const

export const backupWords = {
  usage: [
    'qingquan backup 备份文件 [选项]',
    '  备份全部数据；服务运行时也可以备份。备份后读回检查，才说已经完成。',
    dataOption,
  ].join('\n'),
  done: (file: string, charts: number) => `已备份到“${file}”：${charts} 张图`,
  doneButWrong: (file: string, charts: number, wrong: number) =>
    `已备份到“${file}”：${charts} 张图，其中 ${wrong} 张在备份之前就已经损坏（见上）`,
} as const

export const restoreWords = {
  usage: [
    'qingquan restore 备份文件 [选项]',
    '  把备份恢复到数据目录；先检查备份文件。服务要先停掉。',
    '  --replace          数据目录里已有数据时，换成备份；原来的留在旁边',
    dataOption,
  ].join('\n'),
  hasData: (directory: string) =>
    `“${directory}”里已有数据，没有恢复。要换成备份里的数据，请加上 --replace，原来的会留在旁边`,
  before: (file: string) => `原来的数据留在“${file}”`,
  done: (directory: string, charts: number) => `已恢复到“${directory}”：${charts} 张图`,
  doneButWrong: (directory: string, charts: number, wrong: number) =>
    `已恢复到“${directory}”：${charts} 张图，其中 ${wrong} 张在备份里就已经损坏（见上）`,
} as const

export const migrateWords = {
  usage: [
    'qingquan migrate --to postgres://用户:密码@主机/库名 | --from postgres://… [选项]',
    '  把数据目录里的全部数据搬进一个空的 PostgreSQL 库（--to），或者搬回一个空的数据目录（--from）。',
    '  服务要先停掉。搬过去的每一处都和原来的逐行比对，一处不同就什么也不改；原来的数据留着，不再使用。',
    '  --to postgres、--from postgres 用环境变量 DATABASE_URL 里的地址：命令行里的密码，同一台机器上的人都看得见。',
    '  --data 目录        数据目录；不写时用环境变量 DATA_DIR，再不然用 .data',
  ].join('\n'),
  noAddress: '没有设置环境变量 DATABASE_URL',
  moved: (charts: number, revisions: number, before: string) =>
    `已搬进 PostgreSQL：${charts} 张图、${revisions} 个历史版本，逐行比对一致。启动服务时请设置 DATABASE_URL；原来的数据留在“${before}”`,
  movedBack: (directory: string, charts: number, revisions: number) =>
    `已搬回“${directory}”：${charts} 张图、${revisions} 个历史版本，逐行比对一致。启动服务时请去掉 DATABASE_URL；PostgreSQL 里的数据还在，但服务不会再用它`,
  postgresHasData: 'PostgreSQL 的这个库里已有数据，没有改动。请另建一个空的库',
  directoryHasData: '数据目录里已有数据，没有改动。请用 --data 写一个空的目录',
  noReplacing: '数据在 PostgreSQL 里时不能用 --replace：请另建一个空的库，把 DATABASE_URL 改过去，再恢复',
  damaged: '数据有损坏（见上），没有搬。请先用 qingquan doctor 检查，用完好的备份恢复后再搬',
  notTheSame: '搬过去的与原来的不一样（见上），已全部撤回，什么也没有改',
  different: ({
    table,
    row,
    chart,
  }: {
    readonly table: string
    readonly row: number
    readonly chart: string | undefined
  }) => `${sayTable(table)}第 ${row} 行不一样${chart === undefined ? '' : `（图 ${chart}）`}`,
} as const

function sayTable(table: string): string {
  return Object.hasOwn(rowKinds, table) ? rowKinds[table as keyof typeof rowKinds] : table
}

const rowKinds = {
  charts: '图的清单',
  journal: '修改记录',
  links: '分享链接',
  link_uses: '分享链接的使用记录',
  cases: '办件',
  clients: '修改由谁所作的登记',
  conflicts: '冲突与合并的记录',
  case_persons: '办件里的姓名',
  case_judgements: '办件问题的认定',
  case_settings: '办件核对的设置',
  people: '人员',
  sessions: '登录',
  revisions: '历史版本',
  review_events: '审核记录',
  publications: '已公开的内容',
  powers: '职权目录',
  power_deeds: '职权目录的修改记录',
  digests: '图的摘要',
  unit: '单位设置',
  control_events: '防控记录',
  control_seen: '措施台账的摘要',
  evidence_files: '交来的证据',
  unit_events: '预警和风险档案的记录',
  frozen_years: '风险档案的年度存档',
} as const

export const doctorWords = {
  usage: [
    'qingquan doctor [选项]',
    '  检查数据库：结构、每张图能否完整读出、快照与修改记录是否一致、每一处数据的校验值。',
    '  设了环境变量 BACKUP_DIR 时，说明哪个备份里有完好的内容。',
    '  服务运行时也可以检查。没有问题返回 0，有问题返回 1。',
    dataOption,
  ].join('\n'),
  trigger: (name: string) =>
    `数据库里有不是本程序的触发器“${name}”，它可能改动或丢掉写入的内容；请用数据库工具删除后再检查`,
  structure: (words: string) => `数据库结构损坏：${words}`,
  sound: (charts: number, revisions: number) =>
    `检查了 ${charts} 张图、${revisions} 个历史版本，没有发现问题`,
  wrong: (charts: number, revisions: number, wrong: number, rows: number) =>
    `检查了 ${charts} 张图、${revisions} 个历史版本，${wrong} 张图有问题${rows === 0 ? '' : `，${rows} 处数据与校验值不符`}`,
  cutLog: '最近的修改记录（qingquan.db-wal）被截断或者损坏：最后保存的一部分内容已经丢失',
  row: (table: keyof typeof rowKinds, key: string, backup: string | undefined) =>
    `${rowKinds[table]}（${key}）与校验值不符，已经损坏；${backup === undefined ? '已有的备份里没有找到完好的' : `备份“${backup}”里有完好的`}`,
  newest: (file: string) => `最近的备份：“${file}”`,
} as const
