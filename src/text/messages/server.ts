/** Messages to the person who starts the server. */
import { product } from '../terms.ts'

export const serverText = {
  badPort: (port: string) => `PORT 应为 0 到 65535 的整数，现在是“${port}”。`,
  badDatabaseUrl:
    'DATABASE_URL 要写成 postgres://用户:密码@主机:端口/库名；密码里的 @ : / 等字符要写成 %40 %3A %2F。不用 PostgreSQL 就不要设置它',
  badStandby: (written: string) => `STANDBY 应为 0 或 1，现在是“${written}”。`,
  standbyWithoutPostgres: 'STANDBY=1（备机）要和 DATABASE_URL 一起用：两台服务共用一个 PostgreSQL 库。',
  standby: '另一个服务正在使用这个数据库；本服务作备机等着，它一停就接管。',
  movedAway: (dir: string) =>
    `数据目录 DATA_DIR“${dir}”里的数据已经搬进 PostgreSQL，没有启动。请设置 DATABASE_URL；要搬回来，运行 qingquan migrate --from；真要从空的开始，把 DATA_DIR 改成别的目录`,
  unmigrated: (dir: string) =>
    `DATABASE_URL 指向的数据库是空的，而数据目录 DATA_DIR“${dir}”里还有图。为免误以为图丢了，没有启动。要搬过去，先运行 qingquan migrate；真要从空的开始，把 DATA_DIR 改成别的目录`,
  badDataDir: (dir: string, why: string) => `数据目录 DATA_DIR“${dir}”不能写入：${why}`,
  portTaken: (port: number) =>
    `端口 ${port} 已被占用。请先停掉占用它的程序，或用 PORT=8081 npm start 换一个端口。`,
  building: '首次启动，正在构建页面，约需半分钟…',
  ready: (url: string) => `${product}已启动：${url}`,
  notFound: '没有这个页面。',
  badPublicUrl: (url: string) => `PUBLIC_URL 应为 http:// 或 https:// 开头的网址，现在是“${url}”。`,
  badProxy: (address: string) => `TRUSTED_PROXIES 应为代理服务器的 IP 地址，用逗号隔开，现在有“${address}”。`,
  halfTls: 'TLS_CERT 和 TLS_KEY 要一起设置：证书文件和私钥文件（PEM）。',
  badTls: (why: string) => `TLS_CERT、TLS_KEY 不能使用：${why}`,
  oldPage: '页面不能重新构建（程序目录只读），使用已有的页面。',
  foreignOrigin: (origin: string, host: string) =>
    `拒绝了来自 ${origin} 的请求：浏览器中的地址与服务收到的主机名“${host}”不同。如果前面有反向代理，请设置 PUBLIC_URL=${origin}，或者让代理传递 Host。`,
  noUpgrade:
    '收到了没有 Upgrade 的连接请求：前面的反向代理没有放行 WebSocket。请在代理中加上 proxy_http_version 1.1 以及 Upgrade、Connection 两个请求头（见 README“放在反向代理后面”）。',
  untrustedProxy: (address: string) =>
    `请求经过代理 ${address}，它带有 X-Forwarded-Host，但这个代理没有列入 TRUSTED_PROXIES，因此没有采用。`,
  administrator: (url: string) => `管理员链接（只显示这一次，请妥善保存）：${url}`,
  harmedBackup: (file: string, harms: number) =>
    `已备份到“${file}”，但数据有 ${harms} 处在备份之前就已经损坏；较早的备份都没有删除。请运行 qingquan doctor`,
  badWhoMaySave: (written: string) =>
    `WHO_MAY_SAVE（谁可以新建和保存到服务器）应为 links（管理员给出的单位链接）或 anyone（任何能打开网址的人），现在是“${written}”。`,
  badSessionDays: (written: string) =>
    `SESSION_DAYS（多少天不用就退出登录）应为 1 到 400 的整数，现在是“${written}”。`,
  badMetricsToken: (least: number) =>
    `METRICS_TOKEN（读取 /metrics 的口令）至少要 ${least} 个字符，不能有空格。`,
  metricsClosed: '请带上 Authorization: Bearer 口令（METRICS_TOKEN），或管理员链接里的口令。',
  badCaseDays: (written: string) => `CASE_DAYS（办件存多少天）应为 1 到 20000 的整数，现在是“${written}”。`,
  storeSilent: '数据库没有应答',
  diskFull: '数据目录所在的磁盘快满了，或不能写入',
  jobsStuck: '后台计算没有应答',
  storeDied: (why: string) => `数据库线程意外停止，服务器随之退出（已确认保存的内容都在）：${why}`,
  stoppedLate: '没有在 5 秒内停下，现在强行退出（已确认保存的内容都在）。',
  stopping: '正在停止，保存所有内容…',
} as const

/** Names for people without one, in the history. */
export const historyWords = {
  server: '导入',
  nobody: '未署名',
  script: '程序接口',
  beforeDeletion: '大量删除之前',
  /** After the beginning of a long text in the journal. */
  excerpt: (letters: number) => `……（全文共 ${letters} 字，修改记录里只留开头）`,
} as const
