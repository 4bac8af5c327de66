/**
 * Style sheets stand beside their components; colours, type sizes, radii and spacing come
 * from tokens.css; a class name means one thing.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ui = join(import.meta.dirname, '../../src/ui')
const paths = readdirSync(ui, { recursive: true, encoding: 'utf8' })
const tokensPath = 'base/style/tokens.css'

interface Sheet {
  readonly path: string
  /** Without comments. */
  readonly css: string
}

const sheets: readonly Sheet[] = paths
  .filter((path) => path.endsWith('.css') && path !== tokensPath)
  .map((path) => ({ path, css: withoutComments(readFileSync(join(ui, path), 'utf8')) }))
const tokens = withoutComments(readFileSync(join(ui, tokensPath), 'utf8'))
const sources = paths
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path, source: readFileSync(join(ui, path), 'utf8') }))

describe('the style sheets', () => {
  it('are there, and each is imported in its own folder', () => {
    expect(sheets.length, 'a gate that sees nothing must not be green').toBeGreaterThan(80)
    const imported = new Set(
      sources.flatMap(({ path, source }) =>
        [...source.matchAll(/import '(\.[^']+\.css)'/g)]
          .map((match) => ({ by: path, sheet: join(dirname(path), match[1]!) }))
          .filter(({ by, sheet }) => by === 'main.tsx' || dirname(by) === dirname(sheet) || isBase(sheet))
          .map(({ sheet }) => sheet),
      ),
    )
    expect(sheets.map(({ path }) => path).filter((path) => !imported.has(path))).toEqual([])
  })

  it('take colours, type sizes, radii and spacing from the tokens', () => {
    expect(sheets.flatMap(({ path, css }) => straysIn(css).map((stray) => `${path}: ${stray}`))).toEqual([])
  })

  it('use no token that is not there, and leave none unused', () => {
    const defined = definedIn(tokens)
    const used = new Set(
      [tokens, ...sheets.map(({ css }) => css), ...sources.map(({ source }) => source)].flatMap(usedIn),
    )
    const unknown = sheets.flatMap(({ path, css }) =>
      usedIn(css)
        .filter((name) => !defined.has(name) && !sheets.some((sheet) => definedIn(sheet.css).has(name)))
        .map((name) => `${path}: ${name}`),
    )
    expect(unknown).toEqual([])
    expect([...defined].filter((name) => !used.has(name))).toEqual([])
  })

  it('define each class in one file; others may adapt what base, or their own feature, defines', () => {
    expect(namesWithTwoMeanings(sheets)).toEqual([])
  })

  it('style no class that no component wears', () => {
    const names = new Set(sheets.flatMap(({ css }) => selectorsIn(css).flatMap(classesIn)))
    expect([...names].filter((name) => !isWorn(name))).toEqual([])
  })

  it('agree with the colours that antd is given', () => {
    const theme = readFileSync(join(ui, 'base/style/antdTheme.ts'), 'utf8')
    const [light, dark] = tokens.split("[data-theme='dark']")
    const pairs = {
      colorText: '--ink',
      colorTextSecondary: '--ink-soft',
      colorBorder: '--line-strong',
      colorBgContainer: '--paper',
    }
    for (const [name, token] of Object.entries(pairs)) {
      const given = new RegExp(`${name}: dark \\? '(.*)' : '(.*)'`).exec(theme)
      expect([given?.[1], given?.[2]], name).toEqual([valueOf(dark!, token), valueOf(light!, token)])
    }
  })

  it('would be caught', () => {
    const strayed = straysIn(`
      .a { color: #fff; padding: 0 7px; margin: calc(-1 * 3px); font-size: 13px; font: 600 14px/1.4 x }
      .b { background: rgb(0 0 0 / 8%); border: 1px solid white; border-radius: 6px; gap: var(--space-4) 5px }
      .c { padding: 1px 0; border: 3px solid var(--line); width: 320px; color: transparent; white-space: nowrap }`)
    expect(strayed).toEqual([
      'color: #fff',
      'padding: 0 7px',
      'margin: calc(-1 * 3px)',
      'font-size: 13px',
      'font: 600 14px/1.4 x',
      'background: rgb(0 0 0 / 8%)',
      'border: 1px solid white',
      'border-radius: 6px',
      'gap: var(--space-4) 5px',
    ])
    const base = { path: 'base/x.css', css: '.panel { } .field { }' }
    const history = { path: 'history/x.css', css: '.history.panel { } .history .field { } .mark { }' }
    const review = { path: 'review/x.css', css: '.mark { } .review .sign { }' }
    const canvas = { path: 'canvas/x.css', css: '.bar .sign { } .bar .history { } .panel { }' }
    expect(namesWithTwoMeanings([base, history, review, canvas])).toEqual([
      'history: canvas/x.css, history/x.css',
      'mark: history/x.css, review/x.css',
      'panel: base/x.css, canvas/x.css, history/x.css',
      'sign: canvas/x.css, review/x.css',
    ])
  })
})

const spacing = /^(padding|margin|gap|row-gap|column-gap)/
const colour =
  /#[0-9a-f]{3,8}\b|\b(rgb|rgba|hsl|hsla|hwb|lab|lch|oklch|color)\(|\b(white|black|red|green|blue|gr[ae]y|silver|orange|yellow|purple)\b/i

/** Declarations that write a value where a token should stand. 0 and 1 px are no spacing. */
function straysIn(css: string): readonly string[] {
  return [...css.matchAll(/(?<=[{;]\s*)([a-z-]+):\s*([^;{}]+?)\s*(?=[;}])/g)]
    .filter(([, name, value]) => isStray(name!, value!))
    .map(([, name, value]) => `${name}: ${value}`)
}

function isStray(name: string, written: string): boolean {
  const value = written.replace(/var\([^)]*\)/g, 'token')
  if (name.startsWith('--')) return colour.test(value)
  if (spacing.test(name)) return /(?<![\d.])([2-9]|\d{2,})px/.test(value)
  if (name === 'font-size' || name === 'font' || name.endsWith('radius')) return /\dpx/.test(value)
  return name !== 'white-space' && colour.test(value)
}

/** `name: file, file` of each class that stands in two files without leave. */
function namesWithTwoMeanings(all: readonly Sheet[]): readonly string[] {
  const homes = new Map<string, Set<string>>()
  const places = new Map<string, Set<string>>()
  for (const { path, css } of all) {
    for (const selector of selectorsIn(css)) {
      const [first, ...others] = classesIn(selector)
      if (first === undefined) continue
      note(homes, first, path)
      for (const name of [first, ...others]) note(places, name, path)
    }
  }
  return [...places]
    .filter(([name, files]) => files.size > 1 && !mayBeIn(files, homes.get(name)))
    .map(([name, files]) => `${name}: ${[...files].sort().join(', ')}`)
    .sort()
}

function mayBeIn(files: ReadonlySet<string>, homes: ReadonlySet<string> | undefined): boolean {
  const [home, ...others] = homes ?? []
  if (home === undefined || others.length > 0) return false
  return isBase(home) || [...files].every((file) => dirname(file) === dirname(home))
}

function note(map: Map<string, Set<string>>, name: string, path: string): void {
  map.set(name, (map.get(name) ?? new Set()).add(path))
}

function isBase(path: string): boolean {
  return path.startsWith('base/')
}

function selectorsIn(css: string): readonly string[] {
  return [...css.matchAll(/([^{};]+)\{/g)]
    .map((match) => match[1]!.trim())
    .filter((selector) => !selector.startsWith('@'))
    .flatMap((selector) => selector.split(/,(?![^()]*\))/))
}

/** Classes of ours, in their order; those of antd and React Flow, and the states that they set, are theirs. */
function classesIn(selector: string): readonly string[] {
  const library = /^(ant|anticon|react-flow)/
  const states = /\.react-flow__/.test(selector) ? ['selected', 'draggable', 'dragging', 'connectable'] : []
  return [...selector.matchAll(/\.([a-z][\w-]*)/gi)]
    .map((match) => match[1]!)
    .filter((name) => !library.test(name) && !states.includes(name))
}

/** Written out, or put together as in `save-${state}`. */
function isWorn(name: string): boolean {
  return (
    sources.some(({ source }) => new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(source)) ||
    prefixesOf(name).some((prefix) => sources.some(({ source }) => source.includes(`${prefix}-\${`)))
  )
}

/** save-nowhere → save */
function prefixesOf(name: string): readonly string[] {
  const parts = name.split('-')
  return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join('-'))
}

function definedIn(css: string): ReadonlySet<string> {
  return new Set([...css.matchAll(/(--[\w-]+)\s*:/g)].map((match) => match[1]!))
}

function usedIn(text: string): readonly string[] {
  return [...text.matchAll(/var\((--[\w-]+)/g)]
    .map((match) => match[1]!)
    .filter((name) => !name.startsWith('--xy-') && !name.startsWith('--ant-'))
}

function valueOf(css: string, token: string): string | undefined {
  return new RegExp(`${token}: ([^;]+);`).exec(css)?.[1]
}

function withoutComments(css: string): string {
  return css.replace(/\/\*[\s\S]*?\*\//g, '')
}
