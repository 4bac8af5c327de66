/**
 * The published 职权目录. An allow-list, as in `externalEdition`: only fields named here are public; no
 * risks, no 备注, no unpublished charts. Published catalogues contain 名称、内容、行使主体、依据 at least (焦作 [W2]),
 * 类别、编码 ([P28][P29][P70]), 承办机构 ([P27]), 期限 ([P39]), 流程图 ([P26]).
 */
import type { CatalogueChart, CatalogueRow } from '../../model/catalogue/row.ts'
import type { LegalBasis, PowerKind } from '../../model/chart.ts'
import { hasExternalEdition } from '../../model/editions/hasExternalEdition.ts'
import { catalogueFormWords as words, publicCatalogueWords } from '../../text/screen/catalogue.ts'
import { formWords } from '../../text/paper/forms.ts'
import { powerKindName } from '../../text/terms.ts'
import type { Align, ColumnOf, Form } from '../registers/form.ts'
import { groupedRows, onlyOne, type Numbered } from './groupedRows.ts'
import { sayBasis } from './readCatalogue.ts'

declare const madePublic: unique symbol

/** A public power. Only `publicCatalogue` creates one; the form accepts nothing else. */
export type PublicPower = PublicFields & { readonly [madePublic]: true }

interface PublicFields {
  readonly name: string
  readonly code: string | undefined
  readonly kind: PowerKind | undefined
  readonly content: string | undefined
  readonly exercisedBy: string | undefined
  readonly office: string | undefined
  readonly legalBasis: readonly LegalBasis[]
  /** The wording. */
  readonly statutoryLimit: string | undefined
  readonly promisedLimit: string | undefined
  readonly group: string | undefined
  readonly chart: PostedChart | undefined
}

/** A published chart. */
export interface PostedChart {
  /** Title of the external edition. */
  readonly title: string
  readonly link: string | undefined
}

export interface PublicCatalogue {
  readonly powers: readonly PublicPower[]
  /**
   * Number of omitted powers: those over people, money and things, and those whose name may be
   * internal.
   */
  readonly leftOut: number
}

/** The currently published chart, according to the server; undefined if there is none. */
export function postedNow({ published }: CatalogueChart): PostedChart | undefined {
  return published && { title: published.title, link: published.link }
}

/**
 * Builds the public catalogue. `posted` gives the public title of a chart and its address, if it has
 * one.
 */
export function publicCatalogue(
  rows: readonly CatalogueRow[],
  posted: (chart: CatalogueChart) => PostedChart | undefined,
): PublicCatalogue {
  const listed = rows.flatMap((row): readonly PublicPower[] => {
    const chart = row.chart && posted(row.chart)
    const name = publicName(row)
    if (name === undefined || !isOpen(row, chart)) return []
    return [publicPower(row, name, chart)]
  })
  return { powers: listed, leftOut: rows.length - listed.length }
}

function publicPower({ power }: CatalogueRow, name: string, chart: PostedChart | undefined): PublicPower {
  const { code, kind, content, exercisedBy, office, group, statutoryLimit, promisedLimit } = power
  const fields: PublicFields = {
    name,
    code,
    kind,
    content,
    exercisedBy,
    office,
    group,
    legalBasis: power.legalBasis ?? [],
    statutoryLimit: statutoryLimit?.wording,
    promisedLimit: promisedLimit?.wording,
    chart,
  }
  return fields as PublicPower
}

/**
 * Whether a power is listed. 内部事务信息 may be withheld (政府信息公开条例 art. 16), so such a power is listed only
 * if its chart is published.
 */
function isOpen({ power, chart }: CatalogueRow, posted: PostedChart | undefined): boolean {
  if (posted) return true
  if (chart?.digest?.hasExternal === false) return false
  return hasExternalEdition({ title: '', ...(power.kind ? { powerKind: power.kind } : {}) })
}

/**
 * The public name. A power derived from a chart has the chart's title, which may be internal;
 * undefined if that cannot be ruled out.
 */
function publicName({ power, chart }: CatalogueRow): string | undefined {
  const header = chart?.digest?.header
  const isOfChart = power.name === chart?.title || power.name === header?.title
  if (!isOfChart) return power.name
  return header && (header.publicTitle ?? header.title)
}

/** Builds the printed public catalogue; `date` is yyyy-mm-dd. */
export function publicCatalogueForm(powers: readonly PublicPower[], date: string | undefined): Form {
  const charts = new Set(powers.flatMap(({ chart }) => (chart ? [chart.link ?? chart.title] : [])))
  return {
    tab: words.tab,
    title: words.title,
    facts: [
      formWords.unit(onlyOne(powers.map(({ exercisedBy }) => exercisedBy))),
      formWords.office(onlyOne(powers.map(({ office }) => office))),
      publicCatalogueWords.date(date),
    ],
    columns: columns.map(({ heading, width, align }) => ({ heading, width, align })),
    rows: groupedRows(powers, ({ group }) => group, columns),
    total: words.powers(powers.length, charts.size),
    boxes: [],
    signers: [],
  }
}

type Listed = Numbered<PublicPower>

function column(
  name: keyof typeof words.columns,
  width: number,
  align: Align,
  of: (power: Listed) => string | undefined,
): ColumnOf<Listed> {
  return { heading: words.columns[name], width, align, of: (power) => of(power) ?? '' }
}

/** 266 mm in total: A4 landscape without margins. */
const columns: readonly ColumnOf<Listed>[] = [
  column('number', 10, 'center', ({ number }) => String(number)),
  column('code', 22, 'center', ({ code }) => code),
  column('name', 35, 'left', ({ name }) => name),
  column('kind', 18, 'center', ({ kind }) => kind && powerKindName[kind]),
  column('content', 28, 'left', ({ content }) => content),
  column('exercisedBy', 23, 'left', ({ exercisedBy }) => exercisedBy),
  column('office', 20, 'center', ({ office }) => office),
  column('legalBasis', 38, 'left', ({ legalBasis }) => legalBasis.map(sayBasis).join('\n')),
  column('statutoryLimit', 17, 'center', ({ statutoryLimit }) => statutoryLimit),
  column('promisedLimit', 17, 'center', ({ promisedLimit }) => promisedLimit),
  column('chartTitle', 38, 'left', ({ chart }) => chart && [chart.title, chart.link ?? []].flat().join('\n')),
]
