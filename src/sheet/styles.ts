/**
 * 样式 as data: a style says what becomes of the figures' own colours, and what the page
 * looks like around them. Figures know of no style; the canvas is always 简洁.
 */
import { colour, stepTint } from './figures/look.ts'
import type { DisplayItem, PageItem } from './displayList.ts'

export const styleNames = ['plain', 'blue', 'mono'] as const
export type StyleName = (typeof styleNames)[number]

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

export const styles = { plain, blue, mono } as const satisfies Record<StyleName, Style>

/** The same ink in the colours of a style. Pictures and overlays keep theirs. */
export function restyled(ink: PageItem, style: Style): PageItem {
  return ink.kind === 'image' || ink.kind === 'overlay' ? ink : inStyle(ink, style)
}

function inStyle(ink: DisplayItem, style: Style): DisplayItem {
  switch (ink.kind) {
    case 'group':
      return { ...ink, children: ink.children.map((child) => inStyle(child, style)) }
    case 'text':
      return { ...ink, fill: printed(ink.fill, style) }
    case 'rect':
    case 'path':
      return {
        ...ink,
        ...(ink.fill === undefined ? {} : { fill: printed(ink.fill, style) }),
        ...(ink.stroke === undefined ? {} : { stroke: printed(ink.stroke, style) }),
      }
  }
}

function printed(own: string, { palette, others }: Style): string {
  return palette[own] ?? (others === 'kept' || own === colour.white ? own : '#000000')
}
