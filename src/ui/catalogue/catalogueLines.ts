/** Search, filter, sort and group the catalogue's lines. */
import { match } from 'pinyin-pro'
import type { CatalogueRow, PowerState } from '../../model/catalogue/row.ts'
import type { PowerKind } from '../../model/chart.ts'
import { powerKinds } from '../../model/powerKinds.ts'

export type SortBy =
  | 'order'
  | 'code'
  | 'name'
  | 'kind'
  | 'office'
  | 'limits'
  | 'chart'
  | 'risks'
  | 'review'
  | 'published'

export interface CatalogueFilter {
  readonly query: string
  readonly kind: PowerKind | null
  /** '' means none. */
  readonly office: string | null
  readonly state: PowerState | null
  readonly sort: SortBy
  readonly descending: boolean
}

export const noFilter: CatalogueFilter = {
  query: '',
  kind: null,
  office: null,
  state: null,
  sort: 'order',
  descending: false,
}

export function isFiltered({ query, kind, office, state }: CatalogueFilter): boolean {
  return query.trim() !== '' || kind !== null || office !== null || state !== null
}

export function filteredRows(rows: readonly CatalogueRow[], wish: CatalogueFilter): readonly CatalogueRow[] {
  const query = wish.query.trim().toLowerCase()
  const found = rows.filter(
    ({ power, state }) =>
      (wish.kind === null || power.kind === wish.kind) &&
      (wish.office === null || (power.office ?? '') === wish.office) &&
      (wish.state === null || state === wish.state),
  )
  return sorted(query === '' ? found : found.filter((row) => isFound(query, row)), wish)
}

/** Matches words anywhere, and pinyin and initials in names, office and group. */
function isFound(query: string, { power, chart }: CatalogueRow): boolean {
  const words = [
    power.name,
    power.code,
    power.content,
    power.exercisedBy,
    power.office,
    power.group,
    power.note,
    chart?.title,
    ...(power.legalBasis ?? []).map(({ title }) => title),
  ]
  if (words.some((text) => text?.toLowerCase().includes(query))) return true
  if (!/^[a-z ]+$/.test(query)) return false
  return [power.name, power.office, power.group, chart?.title].some(
    (text) => text !== undefined && isSpelt(query, text),
  )
}

function isSpelt(query: string, text: string): boolean {
  return match(text, query, { precision: 'start', continuous: true }) !== null
}

const collator = new Intl.Collator('zh-CN', { numeric: true })

function sorted(
  rows: readonly CatalogueRow[],
  { sort, descending }: CatalogueFilter,
): readonly CatalogueRow[] {
  if (sort === 'order') return rows
  const turn = descending ? -1 : 1
  return [...rows].sort((a, b) => compared(a, b, sort) * turn)
}

function compared(a: CatalogueRow, b: CatalogueRow, by: Exclude<SortBy, 'order'>): number {
  const [one, other] = [valueOf(a, by), valueOf(b, by)]
  // Empty values sort last.
  if (one === '' || other === '') return one === other ? 0 : one === '' ? 1 : -1
  return typeof one === 'number' && typeof other === 'number'
    ? one - other
    : collator.compare(String(one), String(other))
}

function valueOf({ power, chart, state }: CatalogueRow, by: Exclude<SortBy, 'order'>): string | number {
  switch (by) {
    case 'code':
    case 'name':
    case 'office':
      return power[by] ?? ''
    case 'kind':
      return power.kind ? powerKinds.indexOf(power.kind) : ''
    case 'limits':
      return power.promisedLimit?.wording ?? power.statutoryLimit?.wording ?? ''
    case 'chart':
      return chart?.title ?? ''
    case 'risks':
      return chart?.digest?.counts.risks ?? ''
    case 'review':
      return state
    case 'published':
      return chart?.published?.at ?? ''
  }
}

/** A line of the table: a group name or a power. */
export type CatalogueLine =
  | { readonly kind: 'group'; readonly group: string | undefined; readonly count: number }
  | { readonly kind: 'power'; readonly row: CatalogueRow }

/** Catalogue order; powers are grouped, groups in order of first appearance. */
export function catalogueLines(
  rows: readonly CatalogueRow[],
  { sort }: CatalogueFilter,
): readonly CatalogueLine[] {
  if (sort !== 'order' || rows.every(({ power }) => power.group === undefined)) return rows.map(line)
  const groups = new Map<string | undefined, CatalogueRow[]>()
  for (const row of rows) {
    const its = groups.get(row.power.group)
    if (its) its.push(row)
    else groups.set(row.power.group, [row])
  }
  return [...groups].flatMap(([group, its]): readonly CatalogueLine[] => [
    { kind: 'group', group, count: its.length },
    ...its.map(line),
  ])
}

function line(row: CatalogueRow): CatalogueLine {
  return { kind: 'power', row }
}
