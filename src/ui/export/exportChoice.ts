import type { EditionName, View } from '../../model/chart.ts'
import type { Emblem } from '../../sheet/pageStyle.ts'
import type { PaperName } from '../../sheet/papers.ts'
import type { StyleName } from '../../sheet/styles.ts'
import type { TilePaper } from '../../sheet/tiled.ts'

export type ExportFormat = 'png' | 'pdf' | 'svg' | 'svgOutlined' | 'json' | 'txt'

/** What it is for: a page to hang, the same over pages of a small printer, a picture in a document, in a chat. */
export type Purpose = 'page' | 'tilesA4' | 'tilesA3' | 'word' | 'wechat'

/** What was chosen in the dialog. */
export interface ExportChoice {
  readonly edition: EditionName
  readonly view: View
  /** Which way the paper is turned is null until the person says so: the chart then decides. */
  readonly paper: PaperName
  readonly landscape: boolean | null
  readonly disclosed: boolean
  readonly format: ExportFormat
  readonly purpose: Purpose
  readonly style: StyleName
  /** So many sheets. */
  readonly parts: number
  readonly watermark: boolean
  /** Null until the person says so: internal pictures carry their chart, public ones do not. */
  readonly carry: boolean | null
  /** Of the public page; empty where none is printed. */
  readonly address: string
  readonly emblem: Emblem | null
  /** 单位设置's, to come back to; null where it has none. */
  readonly unitEmblem: Emblem | null
}

export function tilePaperOf(purpose: Purpose): TilePaper | undefined {
  if (purpose === 'tilesA4') return 'A4'
  return purpose === 'tilesA3' ? 'A3' : undefined
}

/** A tiled poster is one PDF; everything else is what was asked for. */
export function formatOf({ purpose, format }: ExportChoice): ExportFormat {
  return tilePaperOf(purpose) === undefined ? format : 'pdf'
}

export function carries({ carry, edition }: ExportChoice): boolean {
  return carry ?? edition === 'internal'
}
