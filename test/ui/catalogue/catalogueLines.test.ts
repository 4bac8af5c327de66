import { describe, expect, it } from 'vitest'
import type { PowerItem } from '../../../src/model/catalogue/powerItem.ts'
import type { CatalogueRow } from '../../../src/model/catalogue/row.ts'
import {
  catalogueLines,
  filteredRows,
  isFiltered,
  noFilter,
  type CatalogueFilter,
} from '../../../src/ui/catalogue/catalogueLines.ts'

const row = (
  name: string,
  power: Partial<PowerItem> = {},
  more: Partial<CatalogueRow> = {},
): CatalogueRow => ({
  power: { id: name, order: 'a0', name, ...power },
  state: 'noChart',
  ...more,
})

const names = (rows: readonly CatalogueRow[], wish: Partial<CatalogueFilter>) =>
  filteredRows(rows, { ...noFilter, ...wish }).map(({ power }) => power.name)

const rows = [
  row('取水许可', { kind: 'licensing', office: '水政科', code: '10', legalBasis: [{ title: '水法' }] }),
  row('违法建设处罚', { kind: 'penalty', office: '法规科', code: '9', content: '对违法建设的查处' }),
  row('水费征收', { kind: 'levy', note: '季度', group: '收费' }, { chart: { id: 'c', title: '征收流程' } }),
]

describe('[CT21] the catalogue finds', () => {
  it.each([
    ['a name', '取水', '取水许可'],
    ['a statute', '水法', '取水许可'],
    ['what the power is', '查处', '违法建设处罚'],
    ['a note', '季度', '水费征收'],
    ['a group', '收费', '水费征收'],
    ['the title of a chart', '流程', '水费征收'],
    ['initials', 'qsxk', '取水许可'],
    ['pinyin', 'qushui', '取水许可'],
    ['the initials of an office', 'fgk', '违法建设处罚'],
    ['a code, blanks around it', ' 10 ', '取水许可'],
  ])('by %s', (_, query, name) => {
    expect(names(rows, { query })).toEqual([name])
  })

  it('nothing for what is nowhere; all for blanks, which are no search', () => {
    expect(names(rows, { query: '招标' })).toEqual([])
    expect(names(rows, { query: '  ' })).toHaveLength(3)
    expect(isFiltered({ ...noFilter, query: '  ' })).toBe(false)
    expect(isFiltered({ ...noFilter, office: '' })).toBe(true)
  })

  it('what is all that was asked for: kind, office (or none), and state', () => {
    expect(names(rows, { kind: 'penalty' })).toEqual(['违法建设处罚'])
    expect(names(rows, { office: '' })).toEqual(['水费征收'])
    expect(names(rows, { state: 'published' })).toEqual([])
    expect(names(rows, { kind: 'penalty', office: '水政科' })).toEqual([])
  })
})

describe('[CT21] the catalogue sorts', () => {
  it('codes as numbers, kinds as the 权责清单 has them, what is not filled in last', () => {
    expect(names(rows, { sort: 'code' })).toEqual(['违法建设处罚', '取水许可', '水费征收'])
    expect(names(rows, { sort: 'kind', descending: true })).toEqual(['水费征收', '违法建设处罚', '取水许可'])
    expect(names(rows, { sort: 'chart' })[0]).toBe('水费征收')
  })

  it('in its own order where none is asked for', () => {
    expect(names(rows, { descending: true })).toEqual(['取水许可', '违法建设处罚', '水费征收'])
  })
})

describe('[CT21] groups', () => {
  const grouped = [row('甲', { group: '一' }), row('乙'), row('丙', { group: '一' })]
  const said = (wish: Partial<CatalogueFilter>) =>
    catalogueLines(grouped, { ...noFilter, ...wish }).map((line) =>
      line.kind === 'group' ? `${line.group ?? '无'}${line.count}` : line.row.power.name,
    )

  it('stand in the order in which they come up, each with its powers', () => {
    expect(said({})).toEqual(['一2', '甲', '丙', '无1', '乙'])
  })

  it('are gone where the lines are sorted by something, or no power has one', () => {
    expect(said({ sort: 'name' })).toEqual(['甲', '乙', '丙'])
    expect(catalogueLines([row('甲')], noFilter).map(({ kind }) => kind)).toEqual(['power'])
  })
})
