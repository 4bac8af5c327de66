import { isIP } from 'node:net'
import { serverText } from '../text/messages/server.ts'

/** Who belongs, and for how long. */
export interface AccessPolicy {
  /** `links`: who came by a link of the unit or an administrator's. */
  readonly whoMaySave: 'links' | 'anyone'
  /** ms without a request after which a session ends. */
  readonly sessionIdle: number
  /** ms after their last event for which 办件 are kept. */
  readonly casesKept: number
  /** Whoever shows it may read `/metrics`; without one, only administrators. */
  readonly metricsToken: string | undefined
}

/** Settings of the server, read from the environment; each has a working default. */
export interface Settings {
  readonly port: number
  readonly host: string
  /** Directory of the database and its lock. */
  readonly dataDir: string
  /** postgres://…: everything is kept there instead of in `dataDir`. */
  readonly databaseUrl: string | undefined
  /** Wait for the end of another server on the same database, then take its place. */
  readonly standby: boolean
  /** Folder of the daily backups; none without it. */
  readonly backupDir: string | undefined
  /** What the server is called from outside, behind a proxy, with or without a path: https://qq.example.gov.cn/liucheng */
  readonly publicUrl: string | undefined
  /** Addresses of proxies whose X-Forwarded-Host is believed. */
  readonly trustedProxies: readonly string[]
  /** Paths of certificate and key in PEM: the server speaks https itself. */
  readonly tls: TlsFiles | undefined
  readonly access: AccessPolicy
}

export interface TlsFiles {
  readonly cert: string
  readonly key: string
}

type Environment = Readonly<Record<string, string | undefined>>

/** A setting is wrong; the message says which, in Chinese. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
}

/** Reads the settings that README.md lists. Throws a SettingsError. */
export function readSettings(env: Environment): Settings {
  const written = env['PORT'] || '8080'
  const port = Number(written)
  if (!/^\d+$/.test(written) || port > 65_535) throw new SettingsError(serverText.badPort(written))
  const publicUrl = env['PUBLIC_URL']?.replace(/\/+$/, '') || undefined
  if (publicUrl !== undefined && !isPublicUrl(publicUrl))
    throw new SettingsError(serverText.badPublicUrl(publicUrl))
  const trustedProxies = (env['TRUSTED_PROXIES'] ?? '').split(/[\s,]+/).filter((one) => one !== '')
  const wrong = trustedProxies.find((one) => isIP(one) === 0)
  if (wrong !== undefined) throw new SettingsError(serverText.badProxy(wrong))
  const tls = tlsIn(env)
  const backupDir = env['BACKUP_DIR'] || undefined
  const databaseUrl = databaseUrlIn(env)
  return {
    trustedProxies,
    tls,
    databaseUrl,
    standby: standbyIn(env, databaseUrl),
    backupDir,
    port,
    host: env['HOST'] || '0.0.0.0',
    dataDir: env['DATA_DIR'] || '.data',
    publicUrl,
    access: {
      whoMaySave: whoMaySaveIn(env),
      sessionIdle: sessionIdleIn(env),
      casesKept: casesKeptIn(env),
      metricsToken: metricsTokenIn(env),
    },
  }
}

/** Undefined: SQLite. Throws a SettingsError, which does not repeat the address: it may hold a password. */
export function databaseUrlIn(env: Environment): string | undefined {
  const written = env['DATABASE_URL'] || undefined
  if (written === undefined) return undefined
  if (!/^postgres(ql)?:\/\/./.test(written) || !URL.canParse(written))
    throw new SettingsError(serverText.badDatabaseUrl)
  return written
}

function standbyIn(env: Environment, databaseUrl: string | undefined): boolean {
  const written = env['STANDBY'] || '0'
  if (written !== '0' && written !== '1') throw new SettingsError(serverText.badStandby(written))
  if (written === '1' && databaseUrl === undefined) throw new SettingsError(serverText.standbyWithoutPostgres)
  return written === '1'
}

/** A path may follow the host; a query or a fragment may not. */
function isPublicUrl(text: string): boolean {
  return /^https?:\/\/[^/?#\s]+(\/[\w.~-]+)*$/.test(text) && URL.canParse(text)
}

function tlsIn(env: Readonly<Record<string, string | undefined>>): TlsFiles | undefined {
  const { TLS_CERT: cert, TLS_KEY: key } = env
  if (!cert && !key) return undefined
  if (!cert || !key) throw new SettingsError(serverText.halfTls)
  return { cert, key }
}

function whoMaySaveIn(env: Environment): AccessPolicy['whoMaySave'] {
  const written = env['WHO_MAY_SAVE'] || 'links'
  if (written === 'links' || written === 'anyone') return written
  throw new SettingsError(serverText.badWhoMaySave(written))
}

/** ms */
const day = 24 * 3_600_000

function sessionIdleIn(env: Environment): number {
  const written = env['SESSION_DAYS'] || '90'
  const days = Number(written)
  if (!/^\d+$/.test(written) || days < 1 || days > 400)
    throw new SettingsError(serverText.badSessionDays(written))
  return days * day
}

/** Nobody may guess it. */
const leastToken = 16

function metricsTokenIn(env: Environment): string | undefined {
  const written = env['METRICS_TOKEN'] || undefined
  if (written !== undefined && (written.length < leastToken || /\s/.test(written)))
    throw new SettingsError(serverText.badMetricsToken(leastToken))
  return written
}

function casesKeptIn(env: Environment): number {
  const written = env['CASE_DAYS'] || '1095'
  const days = Number(written)
  if (!/^\d+$/.test(written) || days < 1 || days > 20_000)
    throw new SettingsError(serverText.badCaseDays(written))
  return days * day
}
