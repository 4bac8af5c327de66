/**
 * Styles as data: a style maps the figures' colours and sets the look of the page. Figures do
 * not know styles; the canvas always uses 简洁.
 */
import { isOwnColours, twoColours, type OwnColours } from '../model/unit/ownColours.ts'
import { colour, stepTint } from './figures/look.ts'
import type { DisplayItem, PageItem } from './displayList.ts'

/** The names of the styles, the default first. */
export const styleNames = ['plain', 'blue', 'red', 'mono'] as const
export type StyleName = (typeof styleNames)[number]

/** One of ours, or the two colours of a unit. */
export type SheetStyle = StyleName | OwnColours

export interface Style {
  /** From a colour of the figures to the colour that is printed. */
  readonly palette: { readonly [colour: string]: string }
  /** For all other colours: those of the risk levels, which the unit chooses. */
  readonly others: 'kept' | 'black'
  /** Behind the title, from edge to edge of the frame; null where there is none. */
  readonly band: string | null
  readonly title: string
  readonly frame: string
  /** Of the width that the frame has in 简洁. */
  readonly frameWidth: number
}

const plain: Style = {
  palette: {},
  others: 'kept',
  band: null,
  title: colour.ink,
  frame: colour.outline,
  frameWidth: 1,
}

/** 政务蓝: the blue of government service halls; white on it has a contrast of 8 : 1. */
const blue: Style = {
  palette: {
    [colour.ink]: '#10253f',
    [colour.secondary]: '#3c5470',
    [colour.label]: '#0b4a94',
    [colour.outline]: '#0f58a8',
    [colour.line]: '#1d4f86',
    [colour.hairline]: '#a9c4e4',
    [colour.headTint]: '#d3e4f7',
    [colour.bandTint]: '#f3f8fe',
    [stepTint.terminator]: '#cfe2f8',
    [stepTint.decision]: '#fff6dd',
    [stepTint.document]: '#e9f2fc',
    [stepTint.subprocess]: '#e3f1f4',
  },
  others: 'kept',
  band: '#0b4a94',
  title: '#ffffff',
  frame: '#0b4a94',
  frameWidth: 2.4,
}

/** 党建红: the red of a flag, darkened until white on it has a contrast of 7 : 1, with the flag's yellow as a tint. */
const red: Style = {
  palette: {
    [colour.ink]: '#2b1513',
    [colour.secondary]: '#604441',
    [colour.label]: '#8f1d1a',
    [colour.outline]: '#b5302b',
    [colour.line]: '#7d2a26',
    [colour.hairline]: '#e2bdb7',
    [colour.headTint]: '#f9dfda',
    [colour.bandTint]: '#fff9f7',
    [stepTint.terminator]: '#f9d9d3',
    [stepTint.decision]: '#fff3cf',
    [stepTint.document]: '#fdf0ed',
    [stepTint.subprocess]: '#f7f0e2',
  },
  others: 'kept',
  band: '#ad111a',
  title: '#ffffff',
  frame: '#ad111a',
  frameWidth: 2.4,
}

/**
 * 黑白: what a copier keeps of a sheet. No tint that would turn into dots, every line black;
 * kinds tell themselves apart by shape, returns and internal steps by dashes, levels by
 * shape and word, white on black.
 */
const mono: Style = {
  palette: {
    [colour.ink]: '#000000',
    [colour.secondary]: '#000000',
    [colour.label]: '#000000',
    [colour.outline]: '#000000',
    [colour.line]: '#000000',
    [colour.hairline]: '#6e6e6e',
    [colour.headTint]: '#e4e4e4',
    [colour.bandTint]: '#ffffff',
    [colour.looseTint]: '#e4e4e4',
    [colour.internalTint]: '#ffffff',
    [stepTint.terminator]: '#ffffff',
    [stepTint.process]: '#ffffff',
    [stepTint.decision]: '#ffffff',
    [stepTint.document]: '#ffffff',
    [stepTint.subprocess]: '#ffffff',
  },
  others: 'black',
  band: null,
  title: '#000000',
  frame: '#000000',
  frameWidth: 1.4,
}

export const styles = { plain, blue, red, mono } as const satisfies Record<StyleName, Style>

export function styleOf(style: SheetStyle): Style {
  return isOwnColours(style) ? ownStyle(style) : styles[style]
}

/** 单位配色: frame, band and lines in the main colour, heads and ends on the second, other tints lighter. */
function ownStyle(colours: OwnColours): Style {
  const { main, second } = twoColours(colours)
  return {
    palette: {
      [colour.label]: main,
      [colour.outline]: main,
      [colour.line]: mixed(main, colour.ink, 0.3),
      [colour.hairline]: mixed(main, colour.white, 0.7),
      [colour.headTint]: second,
      [colour.bandTint]: mixed(second, colour.white, 0.75),
      [stepTint.terminator]: second,
      [stepTint.document]: mixed(second, colour.white, 0.5),
      [stepTint.subprocess]: mixed(second, colour.white, 0.35),
    },
    others: 'kept',
    band: main,
    title: colour.white,
    frame: main,
    frameWidth: 2.4,
  }
}

const part = (hex: string, at: number): number => Number.parseInt(hex.slice(at, at + 2), 16)

/** `share` of the second. */
function mixed(one: string, other: string, share: number): string {
  const parts = [1, 3, 5].map((at) => Math.round(part(one, at) * (1 - share) + part(other, at) * share))
  return `#${parts.map((each) => each.toString(16).padStart(2, '0')).join('')}`
}

/** The item in the colours of a style. Images and overlays are not changed. */
export function restyled(item: PageItem, style: Style): PageItem {
  return item.kind === 'image' || item.kind === 'overlay' ? item : inStyle(item, style)
}

function inStyle(item: DisplayItem, style: Style): DisplayItem {
  switch (item.kind) {
    case 'group':
      return { ...item, children: item.children.map((child) => inStyle(child, style)) }
    case 'text':
      return { ...item, fill: printed(item.fill, style) }
    case 'rect':
    case 'path':
      return {
        ...item,
        ...(item.fill === undefined ? {} : { fill: printed(item.fill, style) }),
        ...(item.stroke === undefined ? {} : { stroke: printed(item.stroke, style) }),
      }
  }
}

function printed(own: string, { palette, others }: Style): string {
  return palette[own] ?? (others === 'kept' || own === colour.white ? own : '#000000')
}
