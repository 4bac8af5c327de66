/**
 * 机构改革: renames a post, unit, office or phone in all charts and powers. A field matches only as a
 * whole; a phone also matches as one of several in a field.
 */
import { set, type Change } from '../records/changes.ts'
import type { Chart, Header, Risk } from '../chart.ts'
import { mergePosts } from '../edits/mergePosts.ts'
import type { ChartSummary } from './chartSummary.ts'
import type { PowerChange } from './changes.ts'
import type { PowerItem } from './powerItem.ts'

export interface RenameOrder {
  readonly what: 'post' | 'unit' | 'office' | 'phone'
  readonly from: string
  readonly to: string
}

export type RenamePlace =
  | 'post'
  | 'publicPost'
  | 'responsible'
  | 'leader'
  | 'unit'
  | 'office'
  | 'consultPhone'
  | 'supervisionPhone'
  | 'exercisedBy'
  | 'powerOffice'

export interface Renaming {
  readonly place: RenamePlace
  /** Text of the affected risk. */
  readonly about?: string
  readonly before: string
  readonly after: string
  /** True if a post with the new name exists; the two are merged. */
  readonly merges?: true
}

export interface Renamed<C> {
  readonly changes: readonly C[]
  readonly places: readonly Renaming[]
}

/** The changes that rename inside one chart, and what they replace. Changes nothing itself. */
export function renamedChart(chart: Chart, order: RenameOrder): Renamed<Change> {
  if (isIdle(order)) return nothing
  switch (order.what) {
    case 'post':
      return joined([renamedPost(chart, order), ...chart.risks.map((risk) => renamedRisk(risk, order))])
    case 'unit':
      return inHeader(chart, order, ['unit'])
    case 'office':
      return inHeader(chart, order, ['office'])
    case 'phone':
      return inHeader(chart, order, ['consultPhone', 'supervisionPhone'])
  }
}

/** The changes that rename inside one power, and what they replace. Changes nothing itself. */
export function renamedPower(power: PowerItem, order: RenameOrder): Renamed<PowerChange> {
  const field = order.what === 'unit' ? 'exercisedBy' : order.what === 'office' ? 'office' : undefined
  if (isIdle(order) || !field || !isIt(power[field], order)) return nothing
  const place = field === 'office' ? 'powerOffice' : field
  return {
    changes: [{ kind: 'set', id: power.id, field, value: order.to }],
    places: [{ place, before: power[field]!, after: order.to }],
  }
}

/** Whether the chart can contain the name, judged by its summary; only such charts need to be opened. */
export function mayName({ header, names }: ChartSummary, order: RenameOrder): boolean {
  switch (order.what) {
    case 'post':
      return names.some((name) => isIt(name, order))
    case 'unit':
      return isIt(header.unit, order)
    case 'office':
      return isIt(header.office, order)
    case 'phone':
      return [header.consultPhone, header.supervisionPhone].some(
        (phone) => phone !== undefined && withPhone(phone, order) !== phone,
      )
  }
}

const nothing = { changes: [], places: [] } as const

function isIdle({ from, to }: RenameOrder): boolean {
  return from.trim() === '' || to.trim() === '' || from.trim() === to.trim()
}

function isIt(name: string | undefined, { from }: RenameOrder): boolean {
  return name?.trim() === from.trim()
}

function renamedPost(chart: Chart, order: RenameOrder): Renamed<Change> {
  const { to } = order
  const post = chart.posts.find(({ name }) => isIt(name, order))
  const into = chart.posts.find(({ id, name }) => id !== post?.id && name.trim() === to.trim())
  const called = chart.posts.filter(({ id, publicName }) => id !== post?.id && isIt(publicName, order))
  const publicly = called.map(({ id }) => set('posts', id, 'publicName', to))
  const publicPlaces = called.map(({ publicName }) => renaming('publicPost', publicName!, to))
  if (!post) return { changes: publicly, places: publicPlaces }
  const before = post.name
  if (into) {
    const merged = mergePosts(chart, post.id, into.id)
    const place: Renaming = { place: 'post', before, after: into.name, merges: true }
    return { changes: [...(merged.ok ? merged.changes : []), ...publicly], places: [place, ...publicPlaces] }
  }
  const own = isIt(post.publicName, order) ? [set('posts', post.id, 'publicName', to)] : []
  return {
    changes: [set('posts', post.id, 'name', to), ...own, ...publicly],
    places: [
      renaming('post', before, to),
      ...own.map(() => renaming('publicPost', post.publicName!, to)),
      ...publicPlaces,
    ],
  }
}

function renamedRisk(risk: Risk, order: RenameOrder): Renamed<Change> {
  const fields = (['responsible', 'leader'] as const).filter((field) => isIt(risk[field], order))
  return {
    changes: fields.map((field) => set('risks', risk.id, field, order.to)),
    places: fields.map((field) => ({ ...renaming(field, risk[field]!, order.to), about: risk.text })),
  }
}

type HeaderPlace = RenamePlace & keyof Header

function inHeader({ header }: Chart, order: RenameOrder, fields: readonly HeaderPlace[]): Renamed<Change> {
  return joined(
    fields.map((field): Renamed<Change> => {
      const before = header[field]
      if (before === undefined) return nothing
      const after =
        order.what === 'phone' ? withPhone(before, order) : isIt(before, order) ? order.to : before
      if (after === before) return nothing
      return { changes: [set('meta', 'header', field, after)], places: [renaming(field, before, after)] }
    }),
  )
}

/** Replaces one phone of a list such as 0551-6500000、6500001; never a part of a longer number. */
function withPhone(phones: string, { from, to }: RenameOrder): string {
  const wanted = from.trim()
  const parts = phones.split(wanted)
  return parts.reduce((before, after) => {
    const isPart = /[\d-]$/.test(before) || /^[\d-]/.test(after)
    return before + (isPart ? wanted : to.trim()) + after
  })
}

function renaming(place: RenamePlace, before: string, after: string): Renaming {
  return { place, before, after }
}

function joined(all: readonly Renamed<Change>[]): Renamed<Change> {
  return { changes: all.flatMap(({ changes }) => changes), places: all.flatMap(({ places }) => places) }
}
