import { serverText } from '../text/server.ts'

/** What an administrator can set, all from the environment, each with a default that works. */
export interface Settings {
  readonly port: number
  readonly host: string
  /** Where the server keeps what must outlive it. */
  readonly dataDir: string
}

/** A setting is wrong; the message says which, in Chinese. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
}

/** Reads PORT, HOST and DATA_DIR. Throws a SettingsError. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const written = env['PORT'] || '8080'
  const port = Number(written)
  if (!/^\d+$/.test(written) || port > 65_535) throw new SettingsError(serverText.badPort(written))
  return { port, host: env['HOST'] || '0.0.0.0', dataDir: env['DATA_DIR'] || '.data' }
}
