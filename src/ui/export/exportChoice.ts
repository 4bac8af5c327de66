import { exchangeFormats, type ExchangeFormat } from '../../exchange/exchangeFile.ts'
import type { FlowDirection } from '../../layout/arrangement.ts'
import type { EditionName, View } from '../../model/chart.ts'
import type { OwnColours } from '../../model/unit/ownColours.ts'
import type { Emblem, StepNumbering } from '../../sheet/pageStyle.ts'
import type { PaperName } from '../../sheet/papers.ts'
import type { SheetStyle } from '../../sheet/styles.ts'
import type { TilePaper } from '../../sheet/tiled.ts'

export type SheetFormat = 'png' | 'pdf' | 'svg' | 'svgOutlined' | 'json' | 'txt'

export type ExportFormat = SheetFormat | ExchangeFormat

/** What the file is for; it narrows the formats. */
export type ExportAim = keyof typeof aimFormats

const bpmn = ['bpmn', 'bpmn-flowable', 'bpmn-camunda8'] as const

export const aimFormats = {
  post: ['pdf', 'png', 'svgOutlined'],
  report: ['docx', 'pptx', 'xlsx', 'png'],
  web: ['html', 'web-svg', 'svg', 'png', 'txt'],
  software: ['drawio', 'vsdx', ...bpmn, 'mermaid', 'plantuml', 'markdown', 'csv', 'docx', 'pptx', 'xlsx'],
  archive: ['json', 'pdf'],
} as const satisfies { readonly [aim: string]: readonly ExportFormat[] }

export function isExchange(format: ExportFormat): format is ExchangeFormat {
  return format in exchangeFormats
}

/** Purpose: poster, poster tiled over small pages, picture in a document, picture in a chat. */
export type Purpose = 'page' | 'tilesA4' | 'tilesA3' | 'word' | 'wechat'

/** The choices of the export dialog. */
export interface ExportChoice {
  readonly edition: EditionName
  readonly view: View
  /** `null` means automatic orientation. */
  readonly paper: PaperName
  readonly landscape: boolean | null
  /** `null` means as it suits the page. */
  readonly direction: FlowDirection | null
  /** Into how many columns a long flow is folded; `null` means as it suits the page. */
  readonly folds: number | null
  /** Lanes in the order of the posts, whatever it costs. */
  readonly listedLanes: boolean
  readonly disclosed: boolean
  readonly format: ExportFormat
  readonly purpose: Purpose
  readonly style: SheetStyle
  /** Number of sheets. */
  readonly parts: number
  readonly watermark: boolean
  readonly steps: StepNumbering
  readonly phases: boolean
  /** `null` means automatic: internal pictures embed the chart, public ones do not. */
  readonly carry: boolean | null
  /** Address of the public page; empty if none is printed. */
  readonly address: string
  readonly emblem: Emblem | null
  /** The emblem of 单位设置, for resetting; null if it has none. */
  readonly unitEmblem: Emblem | null
  /** 单位配色 of 单位设置, as one more choice. */
  readonly ownStyle: OwnColours | null
}

export function tilePaperOf(purpose: Purpose): TilePaper | undefined {
  if (purpose === 'tilesA4') return 'A4'
  return purpose === 'tilesA3' ? 'A3' : undefined
}

/** A tiled poster is always a PDF; other purposes use the chosen format. */
export function formatOf({ purpose, format }: ExportChoice): ExportFormat {
  return tilePaperOf(purpose) === undefined ? format : 'pdf'
}

export function carries({ carry, edition }: ExportChoice): boolean {
  return carry ?? edition === 'internal'
}
