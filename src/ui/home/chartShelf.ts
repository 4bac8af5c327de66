/** The list of charts as it is looked at: searched, within a folder, in an order. */
import type { HomeChart } from './homeCharts.ts'

export type ShelfOrder = 'changed' | 'title' | 'unit' | 'steps'

export interface ShelfWish {
  readonly query: string
  /** Undefined: all; empty: those in none. */
  readonly folder: string | undefined
  readonly order: ShelfOrder
}

export const wholeShelf: ShelfWish = { query: '', folder: undefined, order: 'changed' }

/** Lower is better; undefined: not at all. `wanted` in lower case. */
export type TextDistance = (wanted: string, text: string) => number | undefined

/** Until the words of pinyin are there. */
export const plainDistance: TextDistance = (wanted, text) => {
  const at = text.toLowerCase().indexOf(wanted)
  return at < 0 ? undefined : at
}

/** What is searched for is searched for in every folder: nobody has to know where it lies. */
export function shelved(
  charts: readonly HomeChart[],
  { query, folder, order }: ShelfWish,
  distance: TextDistance,
): readonly HomeChart[] {
  const sorted = [...charts].sort(orders[order])
  const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0)
    return sorted.filter((chart) => folder === undefined || (chart.folder ?? '') === folder)
  return sorted
    .flatMap((chart) => {
      const each = words.map((word) => nearest(word, chart, distance))
      return each.includes(undefined) ? [] : [{ chart, sum: each.reduce<number>((a, b) => a + b!, 0) }]
    })
    .sort((a, b) => a.sum - b.sum)
    .map(({ chart }) => chart)
}

/** The title counts before unit and folder. */
function nearest(word: string, { title, unit, folder = '' }: HomeChart, distance: TextDistance) {
  const own = distance(word, title)
  if (own !== undefined) return own
  const others = [unit, folder].flatMap((text) => distance(word, text) ?? [])
  return others.length === 0 ? undefined : 1000 + Math.min(...others)
}

/** By pinyin, as in a Chinese dictionary, and numbers by their size: 2号 before 10号. */
const chinese = new Intl.Collator('zh-CN', { numeric: true })

const latest = (a: HomeChart, b: HomeChart) => b.changedAt - a.changedAt

const orders: { readonly [O in ShelfOrder]: (a: HomeChart, b: HomeChart) => number } = {
  changed: latest,
  title: (a, b) => chinese.compare(a.title, b.title) || latest(a, b),
  unit: (a, b) => chinese.compare(a.unit, b.unit) || latest(a, b),
  steps: (a, b) => b.steps - a.steps || latest(a, b),
}

export interface ShelfFolder {
  readonly name: string
  readonly count: number
}

/** In the order of their names; '' for those in none stands last, and only where there is a folder at all. */
export function foldersOf(charts: readonly HomeChart[]): readonly ShelfFolder[] {
  const counts = new Map<string, number>()
  for (const { folder = '' } of charts) counts.set(folder, (counts.get(folder) ?? 0) + 1)
  const names = [...counts.keys()].filter((name) => name !== '').sort(chinese.compare)
  if (names.length === 0) return []
  return [...names, ...(counts.has('') ? [''] : [])].map((name) => ({ name, count: counts.get(name)! }))
}
