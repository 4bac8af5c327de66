import { serverText } from '../text/messages/server.ts'

/** Settings of the server, read from the environment; each has a working default. */
export interface Settings {
  readonly port: number
  readonly host: string
  /** Directory of the database and its lock. */
  readonly dataDir: string
  /** Folder of the daily backups; none without it. */
  readonly backupDir: string | undefined
  /** What the server is called from outside, behind a proxy: https://qq.example.gov.cn */
  readonly publicUrl: string | undefined
}

/** A setting is wrong; the message says which, in Chinese. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
}

/** Reads PORT, HOST, DATA_DIR and PUBLIC_URL. Throws a SettingsError. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const written = env['PORT'] || '8080'
  const port = Number(written)
  if (!/^\d+$/.test(written) || port > 65_535) throw new SettingsError(serverText.badPort(written))
  const publicUrl = env['PUBLIC_URL']?.replace(/\/+$/, '') || undefined
  if (publicUrl !== undefined && !/^https?:\/\/[^/]+$/.test(publicUrl))
    throw new SettingsError(serverText.badPublicUrl(publicUrl))
  const backupDir = env['BACKUP_DIR'] || undefined
  return { backupDir, port, host: env['HOST'] || '0.0.0.0', dataDir: env['DATA_DIR'] || '.data', publicUrl }
}
