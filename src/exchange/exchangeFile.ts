/** Files for other programs: one writer a format, all of the same plain scene. */
import type { NotCarried } from '../text/paper/exchangeWords.ts'
import { parallelWays } from './bpmn/parallelWays.ts'
import { writeBpmn } from './bpmn/writeBpmn.ts'
import { writePptx } from './office/writePptx.ts'
import { writeChartXlsx } from './office/writeChartXlsx.ts'
import { writeChartDocx } from './office/writeChartDocx.ts'
import type { PlainScene, PlainStep } from './plainScene.ts'
import { writeCsv } from './text/writeCsv.ts'
import { writeMarkdown } from './text/writeMarkdown.ts'
import { writeMermaid } from './text/writeMermaid.ts'
import { writePlantuml } from './text/writePlantuml.ts'
import { writeVsdx } from './visio/writeVsdx.ts'
import { writeHtml } from './web/writeHtml.ts'
import { writeWebSvg } from './web/writeWebSvg.ts'
import { writeDrawio } from './writeDrawio.ts'

interface ExchangeFormatRow {
  readonly ending: string
  readonly type: string
  readonly write: (scene: PlainScene) => string | Uint8Array
  /** Said before the file is saved, where the chart has it. */
  readonly leaves: readonly NotCarried[]
}

const xml = 'application/xml'
const office = 'application/vnd.openxmlformats-officedocument'

export const exchangeFormats = {
  docx: {
    ending: 'docx',
    type: `${office}.wordprocessingml.document`,
    write: writeChartDocx,
    leaves: [],
  },
  pptx: {
    ending: 'pptx',
    type: `${office}.presentationml.presentation`,
    write: writePptx,
    leaves: ['risks', 'facts', 'header'],
  },
  xlsx: { ending: 'xlsx', type: `${office}.spreadsheetml.sheet`, write: writeChartXlsx, leaves: [] },
  drawio: { ending: 'drawio', type: xml, write: writeDrawio, leaves: ['header'] },
  vsdx: { ending: 'vsdx', type: 'application/vnd.ms-visio.drawing', write: writeVsdx, leaves: ['header'] },
  bpmn: {
    ending: 'bpmn',
    type: xml,
    write: (scene) => writeBpmn(scene, 'generic'),
    leaves: ['conditions', 'choices', 'header'],
  },
  'bpmn-flowable': {
    ending: 'bpmn20.xml',
    type: xml,
    write: (scene) => writeBpmn(scene, 'flowable'),
    leaves: ['workdays', 'choices', 'header'],
  },
  'bpmn-camunda8': {
    ending: 'bpmn',
    type: xml,
    write: (scene) => writeBpmn(scene, 'camunda8'),
    leaves: ['workdays', 'choices', 'header'],
  },
  mermaid: {
    ending: 'mmd',
    type: 'text/plain;charset=utf-8',
    write: writeMermaid,
    leaves: ['risks', 'facts', 'header', 'places', 'figures'],
  },
  plantuml: {
    ending: 'puml',
    type: 'text/plain;charset=utf-8',
    write: writePlantuml,
    leaves: ['risks', 'facts', 'header', 'places'],
  },
  html: { ending: 'html', type: 'text/html;charset=utf-8', write: writeHtml, leaves: [] },
  'web-svg': { ending: 'svg', type: 'image/svg+xml', write: writeWebSvg, leaves: ['facts', 'header'] },
  markdown: {
    ending: 'md',
    type: 'text/markdown;charset=utf-8',
    write: writeMarkdown,
    leaves: ['places', 'figures'],
  },
  csv: { ending: 'csv', type: 'text/csv;charset=utf-8', write: writeCsv, leaves: ['picture', 'header'] },
} as const satisfies { readonly [format: string]: ExchangeFormatRow }

export type ExchangeFormat = keyof typeof exchangeFormats

export const exchangeFormatNames = Object.keys(exchangeFormats) as readonly ExchangeFormat[]

/** What of this chart the file will not hold. */
export function leftBehind(format: ExchangeFormat, scene: PlainScene): readonly NotCarried[] {
  const { steps } = scene
  const { forks } = parallelWays(scene)
  const has: { readonly [what in NotCarried]: boolean } = {
    risks: steps.some(({ risks }) => risks.length > 0),
    facts: steps.some(
      ({ basis, materials, documents, note, phase, parallel }) =>
        basis.length + materials.length + documents.length > 0 || [note, phase, parallel].some(Boolean),
    ),
    figures: steps.some(({ kind }) => kind === 'document'),
    workdays: steps.some(
      ({ limit }) => limit?.kind === 'span' && (limit.unit === 'workday' || limit.unitUnsaid === true),
    ),
    conditions: steps.some(({ kind }) => kind === 'decision'),
    choices: steps.some((step) => !forks.has(step.id) && (isFork(step) || hasBareExits(step, scene))),
    places: true,
    picture: true,
    header: scene.facts.length > 0,
  }
  const { leaves }: ExchangeFormatRow = exchangeFormats[format]
  return leaves.filter((what) => has[what])
}

const isFork = ({ parallel }: PlainStep): boolean => parallel === 'fork' || parallel === 'both'

/** Several ways go on, and nothing says when which is taken. */
function hasBareExits({ id, kind }: PlainStep, { lines }: PlainScene): boolean {
  return kind !== 'decision' && lines.filter(({ from, label }) => from === id && label === '').length > 1
}
