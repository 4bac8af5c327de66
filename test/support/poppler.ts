/** Other people's eyes on what we write: poppler reads our PDF, librsvg our SVG. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'

export function pdfText(pdf: Uint8Array): string {
  return inFolder((folder) => run('pdftotext', ['-layout', file(folder, 'a.pdf', pdf), '-']).toString('utf8'))
}

export function pdfInfo(pdf: Uint8Array): string {
  return inFolder((folder) => run('pdfinfo', ['-box', file(folder, 'a.pdf', pdf)]).toString('utf8'))
}

export function pdfFonts(pdf: Uint8Array): string {
  return inFolder((folder) => run('pdffonts', [file(folder, 'a.pdf', pdf)]).toString('utf8'))
}

/** Grey pixels, scaled to exactly so wide and high. */
export function pdfPixels(pdf: Uint8Array, width: number, height: number): PNG {
  return inFolder((folder) => {
    const size = ['-scale-to-x', String(width), '-scale-to-y', String(height)]
    run('pdftoppm', ['-png', ...size, '-singlefile', file(folder, 'a.pdf', pdf), join(folder, 'a')])
    return PNG.sync.read(readFileSync(join(folder, 'a.png')))
  })
}

export function svgPixels(svg: string, width: number, height: number): PNG {
  return inFolder((folder) => {
    const size = ['-w', String(width), '-h', String(height)]
    run('rsvg-convert', [...size, '-b', 'white', file(folder, 'a.svg', svg), '-o', join(folder, 'a.png')])
    return PNG.sync.read(readFileSync(join(folder, 'a.png')))
  })
}

/** What the QR codes in a PNG say, one a line. */
export function codesIn(png: Uint8Array): readonly string[] {
  return inFolder((folder) => {
    const said = run('zbarimg', ['--quiet', '--raw', '--nodbus', file(folder, 'a.png', png)]).toString('utf8')
    return said.split('\n').filter((line) => line !== '')
  })
}

/** Every page of a PDF as a PNG file, at so many dots an inch. */
export function pdfPages(pdf: Uint8Array, dpi: number): readonly Buffer[] {
  return inFolder((folder) => {
    run('pdftoppm', ['-png', '-r', String(dpi), file(folder, 'a.pdf', pdf), join(folder, 'p')])
    return readdirSync(folder)
      .filter((name) => name.startsWith('p'))
      .sort()
      .map((name) => readFileSync(join(folder, name)))
  })
}

function inFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'qingquan-'))
  try {
    return use(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function file(folder: string, name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

function run(program: string, args: readonly string[]): Buffer {
  try {
    return execFileSync(program, args, { maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new Error(`${program} is missing: apt-get install poppler-utils librsvg2-bin`, { cause: error })
    throw error
  }
}
