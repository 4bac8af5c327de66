/** Another program's eyes on our workbooks and documents: LibreOffice opens them, poppler reads what it printed. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findOffice } from './tools.ts'

export interface Printed {
  readonly pages: number
  /** In the order in which it was drawn, without blanks and line ends: wrapped text is whole again. */
  readonly text: string
}

/** Prints files, by their names; all in one start of the program, which is what takes the time. */
export function printed(files: Readonly<Record<string, Uint8Array>>): Readonly<Record<string, Printed>> {
  const office = findOffice()
  if (office === undefined) throw new Error('libreoffice is missing')
  const folder = mkdtempSync(join(tmpdir(), 'qingquan-office-'))
  try {
    const out = join(folder, 'out')
    mkdirSync(out)
    const paths = Object.entries(files).map(([name, bytes]) => {
      writeFileSync(join(folder, name), bytes)
      return join(folder, name)
    })
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const args = ['--headless', '--norestore', profile, '--convert-to', 'pdf', '--outdir', out, ...paths]
    execFileSync(office, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: 120_000 })
    return Object.fromEntries(
      Object.keys(files).map((name) => [name, readPdf(join(out, name.replace(/\.\w+$/, '.pdf')))]),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readPdf(path: string): Printed {
  const text = said('pdftotext', ['-raw', path, '-'])
  const info = said('pdfinfo', [path])
  return { pages: Number(/Pages:\s+(\d+)/.exec(info)?.[1]), text: text.replaceAll(/\s/g, '') }
}

function said(program: string, args: readonly string[]): string {
  return execFileSync(program, args).toString('utf8')
}
