/** What the tests need of a machine beyond npm: a browser, Chinese fonts, poppler to look into PDFs, librsvg to draw SVGs, nginx to stand in front of the server. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findPostgres } from './postgres.ts'

/** The first is the same engine without windows: it opens a page for half of the work. */
const browsers = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** An installed Chromium, Chrome or Edge; undefined where there is none. */
export function findBrowser(): string | undefined {
  return browsers.find((path) => path !== undefined && existsSync(path))
}

/** As `findBrowser`, but the engine with windows: the one that prints as people print (the other one maps fewer glyphs to text). */
export function findPrintingBrowser(): string | undefined {
  return browsers.find((path) => path !== undefined && !path.endsWith('headless-shell') && existsSync(path))
}

const offices = [
  '/usr/bin/soffice',
  '/usr/local/bin/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
]

/** An installed LibreOffice; undefined where there is none: then the tests that need it say so and are skipped. */
export function findOffice(): string | undefined {
  return [process.env['SOFFICE'], ...offices].find((path) => path !== undefined && existsSync(path))
}

/** Names of the Debian packages that tests would like and can do without. */
export function wishedTools(): readonly string[] {
  return [
    ...(process.platform === 'linux' && !existsSync('/usr/bin/chromium-headless-shell')
      ? ['chromium-headless-shell']
      : []),
    ...(findOffice() === undefined ? ['libreoffice-calc-nogui', 'libreoffice-writer-nogui'] : []),
    ...(canReadCodes() ? [] : ['zbar-tools']),
    ...(process.platform === 'linux' && findPostgres() === undefined ? ['postgresql'] : []),
  ]
}

/** Whether there is a reader of QR codes; where there is none, the tests that need it say so and are skipped. */
export function canReadCodes(): boolean {
  return runs('zbarimg', '--version')
}

/** An installed nginx; undefined where there is none. */
export function findNginx(): string | undefined {
  return ['/usr/sbin/nginx', '/usr/bin/nginx'].find((path) => existsSync(path))
}

/** Names of the Debian packages that are missing. */
export function missingTools(): readonly string[] {
  return [
    ...(findPrintingBrowser() === undefined ? ['chromium'] : []),
    ...(hasChineseFont() ? [] : ['fonts-noto-cjk']),
    ...(runs('pdftotext', '-v') ? [] : ['poppler-utils']),
    ...(runs('rsvg-convert', '--version') ? [] : ['librsvg2-bin']),
    ...(process.platform === 'linux' && findNginx() === undefined ? ['nginx-light'] : []),
  ]
}

function hasChineseFont(): boolean {
  if (process.platform !== 'linux') return true
  return spawnSync('fc-list', [':lang=zh-cn'], { encoding: 'utf8' }).stdout?.trim().length > 0
}

function runs(command: string, ...args: readonly string[]): boolean {
  return spawnSync(command, args).error === undefined
}
