/**
 * Mermaid's own way to a picture: its SVG, drawn on a canvas. It is no dependency of this
 * project: an exact version is fetched into a folder of its own when the bench runs.
 */
import { execFile } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import type { Size } from '../../../src/layout/arrangement.ts'
import type { Chart, Step } from '../../../src/model/chart.ts'
import type { Photo } from './canvasPhoto.ts'

export const mermaidVersion = '12.3.0'

interface Mermaid {
  readonly initialize: (settings: object) => void
  readonly render: (id: string, text: string) => Promise<{ readonly svg: string }>
}

declare const mermaid: Mermaid

/** Its one file for the browser. Throws where no registry answers. */
export async function fetchedMermaid(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'qingquan-mermaid-'))
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error']
  const args = ['install', '--prefix', folder, ...quiet, `mermaid@${mermaidVersion}`]
  await promisify(execFile)('npm', args, { timeout: 180_000 })
  return join(folder, 'node_modules/mermaid/dist/mermaid.min.js')
}

/** As large as the picture can be on so many pixels; `ms` counts from the text to the file. */
export async function mermaidPhoto(page: Page, script: string, chart: Chart, pixels: Size): Promise<Photo> {
  await page.setContent('<!doctype html><html lang="zh-CN"><body></body></html>')
  await page.addScriptTag({ path: script })
  const made = await page.evaluate(photograph, { text: flowchart(chart), ...pixels })
  return { ms: made.ms, png: Buffer.from(made.dataUri.slice(made.dataUri.indexOf(',') + 1), 'base64') }
}

/** The chart in Mermaid's language: every step with its posts, every flowline with its label. */
function flowchart(chart: Chart): string {
  const numbers = new Map(chart.steps.map(({ id }, i) => [id, `s${i}`]))
  const steps = chart.steps.map((step) => `${numbers.get(step.id)}${shaped(step, wordsOf(step, chart))}`)
  const lines = chart.flowlines.map(({ from, to, label }) =>
    [numbers.get(from), label === undefined ? '-->' : `-->|"${label}"|`, numbers.get(to)].join(' '),
  )
  return ['flowchart TD', ...steps, ...lines].join('\n')
}

function wordsOf({ name, posts = [] }: Step, chart: Chart): string {
  const names = posts.flatMap((id) => chart.posts.find((post) => post.id === id)?.name ?? [])
  return names.length === 0 ? `"${name}"` : `"${name}<br/>${names.join('、')}"`
}

function shaped({ kind }: Step, words: string): string {
  if (kind === 'terminator') return `([${words}])`
  return kind === 'decision' ? `{${words}}` : `[${words}]`
}

/** Runs in the page, and can see nothing of this file. */
async function photograph({
  text,
  width,
  height,
}: {
  readonly text: string
  readonly width: number
  readonly height: number
}): Promise<{ readonly ms: number; readonly dataUri: string }> {
  const begun = performance.now()
  mermaid.initialize({
    startOnLoad: false,
    htmlLabels: false,
    flowchart: { htmlLabels: false },
    maxTextSize: 1_000_000,
    maxEdges: 10_000,
  })
  const { svg } = await mermaid.render('chart', text)
  const drawn = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement
  const [, , across = 1, down = 1] = (drawn.getAttribute('viewBox') ?? '').split(' ').map(Number)
  const scale = Math.min(width / across, height / down)
  drawn.setAttribute('width', String(across * scale))
  drawn.setAttribute('height', String(down * scale))
  const picture = new Image()
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(drawn))}`
  await picture.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')!
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, width, height)
  context.drawImage(picture, 0, 0)
  const dataUri = canvas.toDataURL('image/png')
  return { ms: performance.now() - begun, dataUri }
}
