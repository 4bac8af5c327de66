import { describe, expect, it } from 'vitest'
import { bundle } from '../../../src/files/catalogue/bundle.ts'
import { fileTitle } from '../../../src/text/paper/fileTitle.ts'
import { catalogueForm } from '../../../src/files/catalogue/catalogueForm.ts'
import {
  CatalogueFileError,
  isCatalogueFile,
  readCatalogueFile,
  writeCatalogueFile,
} from '../../../src/files/catalogue/catalogueFile.ts'
import { catalogueColumns } from '../../../src/files/catalogue/catalogueColumns.ts'
import { readCatalogue } from '../../../src/files/catalogue/readCatalogue.ts'
import { readPowerKind } from '../../../src/files/tableReading/cells/readPowerKind.ts'
import { readTsv } from '../../../src/files/tableSource/readDelimited.ts'
import { readXlsxTables } from '../sourceTables.ts'
import { writeDocx } from '../../../src/files/registers/writeDocx.ts'
import { writeXlsx } from '../../../src/files/registers/writeXlsx.ts'
import { tableOf, type Table } from '../../../src/files/tableSource/table.ts'
import { chartSummaryOf } from '../../../src/model/catalogue/chartSummary.ts'
import { catalogueRows, type CatalogueChart } from '../../../src/model/catalogue/row.ts'
import type { PowerItem } from '../../../src/model/catalogue/powerItem.ts'
import { readTimeLimit } from '../../../src/model/time/readTimeLimit.ts'
import { wholeRegister } from '../../../src/model/registers/registers.ts'
import { totalOf } from '../../../src/files/registers/totalOf.ts'
import { strFromU8, unzipSync } from 'fflate'
import { expenses, reopened } from '../../support/registers.ts'

const noCharts = new Map<string, string>()

function read(table: Table, charts: ReadonlyMap<string, string> = noCharts) {
  const columns = catalogueColumns(table)!
  return {
    ...readCatalogue(table, columns, charts),
    means: columns.columns.map(({ means }) => means).join(' '),
  }
}

const lines = (...rows: readonly string[]) =>
  readTsv(rows.map((row) => row.replaceAll('｜', '\t')).join('\n'))

/** The headings of real catalogues (domain B), with what each column is taken for. */
const forms = [
  [
    '振华中学 [P25]',
    '序号｜职权名称｜内容｜办理主体｜实施依据',
    'number name content exercisedBy legalBasis',
  ],
  ['minimum [W2]', '职权名称｜内容｜行使主体｜法律依据', 'name content exercisedBy legalBasis'],
  [
    '行政权力目录 [P27]',
    '权力名称｜法律依据｜公开内容｜公开范围｜公开形式｜公开时限｜收费依据｜收费标准｜承办机构｜承办人员｜联系电话',
    'name legalBasis content note note note note note office note note',
  ],
  ['江苏 [P28]', '权力编码｜权力名称｜权力类别｜法律依据', 'code name kind legalBasis'],
  [
    '广东 [P29]',
    '类别｜（编码）｜名称｜子项名称｜依据｜行使主体｜实施对象｜备注',
    'kind note name part legalBasis exercisedBy note note',
  ],
  [
    '安徽 [P26]',
    '权力类型｜事项名称｜实施依据｜责任事项｜追责情形｜权力运行流程图｜廉政风险点',
    'kind name legalBasis note note chartTitle note',
  ],
  [
    '责任事项梳理表 [P30]',
    '职权名称｜职权类型｜审核转报｜职权编码｜法定主体｜责任事项',
    'name kind note code exercisedBy note',
  ],
  [
    '办事指南 [P39]',
    '事项名称｜基本编码｜实施机关｜实施机构（科）室｜法定办结时限（工作日）｜承诺办结时限｜设定依据｜行使内容',
    'name code exercisedBy office statutoryLimit promisedLimit legalBasis content',
  ],
] as const

describe('the headings', () => {
  it.each(forms)('[CT6] of %s are understood, and nothing is dropped', (_, headings, means) => {
    const cells = headings.split('｜')
    const values = cells.map((heading, at) => (heading.includes('时限') ? `${at + 1}个工作日` : `值${at}`))
    const table = lines('某单位职权目录', headings, values.join('｜'))
    const found = read(table)
    expect(found.means).toBe(means)
    expect(found.powers).toHaveLength(1)
    const said = JSON.stringify(found.powers)
    for (const [at, value] of values.entries()) if (cells[at] !== '序号') expect(said).toContain(value)
  })

  it('[CT6] may stand anywhere on top, with blanks and widths as people write them', () => {
    const table = lines(
      '附件1',
      '职权目录',
      '填报单位：某局',
      '序 号｜职权 名称｜行使 主体：',
      '1｜许可｜某局',
    )
    expect(read(table).powers).toEqual([{ name: '许可', exercisedBy: '某局' }])
    expect(catalogueColumns(lines('甲｜乙', '丙｜丁'))).toBeUndefined()
  })

  it('[CT6] are taken as the person says', () => {
    const table = lines('职权名称｜依据｜联系电话', '许可｜《某法》｜123')
    const proposed = catalogueColumns(table)!
    const columns = proposed.columns.map((column) =>
      column.means === 'note' ? { ...column, means: 'skip' as const } : column,
    )
    expect(readCatalogue(table, { ...proposed, columns }, noCharts).powers).toEqual([
      { name: '许可', legalBasis: [{ title: '《某法》' }] },
    ])
  })
})

describe('the rows', () => {
  it('[CT6] are grouped by bands and by the whole that they are part of', () => {
    const table = tableOf(
      [
        ['序号', '名称', '子项名称', '依据'],
        ['一、人事管理', '', '', ''],
        ['1', '干部任用', '', '《条例》'],
        ['二、行政许可（2项）', '', '', ''],
        ['2', '食品许可', '食品生产许可', '《食品安全法》第三十五条'],
        ['3', '', '食品经营许可', ''],
      ],
      [
        { top: 1, left: 0, bottom: 1, right: 3 },
        { top: 4, left: 1, bottom: 5, right: 1 },
        { top: 4, left: 3, bottom: 5, right: 3 },
      ],
    )
    const basis = [{ title: '《食品安全法》', article: '第三十五条' }]
    expect(read(table).powers).toEqual([
      { name: '干部任用', kind: 'personnel', legalBasis: [{ title: '《条例》' }] },
      { name: '食品生产许可', group: '食品许可', kind: 'licensing', legalBasis: basis },
      { name: '食品经营许可', group: '食品许可', kind: 'licensing', legalBasis: basis },
    ])
  })

  it('[CT6] below a group that stands above the headings are of its kind; a further part is of its whole', () => {
    const bands = readTsv(
      '一、行政许可（1项）\t\t\n编码\t事项名称\t责任部门\nX1\t采伐许可\t林政科\n二、行政处罚（1项）\t\t\nC1\t盗伐处罚\t执法队',
    )
    expect(readCatalogue(bands, catalogueColumns(bands)!, noCharts).powers).toEqual([
      { name: '采伐许可', code: 'X1', office: '林政科', kind: 'licensing' },
      { name: '盗伐处罚', code: 'C1', office: '执法队', kind: 'penalty' },
    ])
    const parts = readTsv(
      '序号\t类别\t职权名称\t子项\t行使主体\n1\t行政许可\t取水许可\t首次申请\t水利局\n\t\t\t延续\t',
    )
    expect(readCatalogue(parts, catalogueColumns(parts)!, noCharts).powers[1]).toEqual({
      name: '延续',
      group: '取水许可',
      exercisedBy: '水利局',
      kind: 'licensing',
    })
  })

  it('[CT6] of one power over several lines are one power', () => {
    const table = tableOf(
      [
        ['序号', '职权名称', '依据'],
        ['1', '罚款', '《甲法》'],
        ['', '', '《乙法》'],
      ],
      [{ top: 1, left: 1, bottom: 2, right: 1 }],
    )
    expect(read(table).powers).toEqual([
      { name: '罚款', legalBasis: [{ title: '《甲法》' }, { title: '《乙法》' }] },
    ])
  })

  it('[CT6] that are no powers, and what is not understood, are named', () => {
    const { powers, problems } = read(
      lines(
        '职权名称｜类别｜流程图｜编码',
        '甲｜公共服务｜甲的图｜A',
        '乙｜处罚｜｜B',
        '甲二｜处罚｜｜A',
        '合计：2项｜｜｜',
      ),
      new Map([['乙的图', 'c']]),
    )
    expect(powers).toEqual([
      { name: '甲', code: 'A', kind: 'penalty', note: '类别：公共服务\n流程图：甲的图' },
      { name: '乙', code: 'B', kind: 'penalty' },
    ])
    expect(problems.map((problem) => problem.slice(0, 5))).toEqual([
      '第 2 行',
      '第 2 行',
      '第 4 行',
      '第 5 行',
    ])
  })

  it.each([
    ['行政许可', 'licensing'],
    ['处罚类', 'penalty'],
    ['行政征收', 'levy'],
    ['其他', 'other'],
    ['其他行政权力', 'other'],
    ['政府采购', 'procurement'],
    ['公共服务', undefined],
  ])('read the kind %s', (words, kind) => {
    expect(readPowerKind(words)).toBe(kind)
  })
})

const powers: readonly PowerItem[] = [
  {
    id: 'a',
    order: 'a0',
    name: '费用报销审批',
    code: 'CW-01',
    kind: 'finance',
    content: '审核并支付费用',
    exercisedBy: '某市第一医院',
    office: '财务科',
    legalBasis: [{ title: '《会计法》', article: '第十四条' }, { title: '本院财务制度' }],
    statutoryLimit: readTimeLimit('20个工作日'),
    promisedLimit: readTimeLimit('5个工作日内'),
    chart: 'c',
    group: '财务',
    note: '每季度公示',
  },
  { id: 'b', order: 'a1', name: '差旅费审批', kind: 'finance', chart: 'c', group: '财务' },
  { id: 'd', order: 'a2', name: '=公章使用' },
]
const charts: readonly CatalogueChart[] = [{ id: 'c', title: '财务报销', digest: chartSummaryOf(expenses()) }]
const rows = catalogueRows(powers, charts)

const withoutPlace = (power: PowerItem) =>
  Object.fromEntries(Object.entries(power).filter(([field]) => field !== 'id' && field !== 'order'))

describe('what is written', () => {
  it('[CT6] is read back the same, from the workbook', async () => {
    const bytes = await writeXlsx([catalogueForm(rows, '2026-11-22')], '2026-11-22')
    const [table] = await readXlsxTables(bytes)
    const found = read(table!, new Map([['财务报销', 'c']]))
    expect(found.powers).toEqual(powers.map(withoutPlace))
    expect(found.problems.every((problem) => problem.includes('不是职权'))).toBe(true)
  })

  it('[CT1] has the totals of the registers, in workbook and document', async () => {
    const form = catalogueForm(rows, undefined)
    const total = totalOf(wholeRegister([expenses()]).counts)
    expect(form.total).toBe(`共3项职权，1张流程图。${total}`)
    expect(reopened(await writeXlsx([form], undefined)).text).toContain(total)
    expect(reopened(await writeDocx([form], undefined)).text).toContain(total)
    expect(form.columns.reduce((sum, { width }) => sum + width, 0)).toBe(266)
  })

  it('keeps a catalogue in a file of its own', () => {
    const bytes = new TextEncoder().encode(writeCatalogueFile(powers))
    expect(isCatalogueFile(bytes)).toBe(true)
    expect(readCatalogueFile(bytes)).toEqual(powers)
    const broken = [new Uint8Array([1]), new TextEncoder().encode('{"powers":1}')]
    for (const wrong of broken) expect(() => readCatalogueFile(wrong)).toThrow(CatalogueFileError)
  })

  it('bundles files under names that every system takes', () => {
    const files = ['甲.txt', '甲.txt', '表/乙.pdf'].map((name) => ({ name, bytes: new Uint8Array([65]) }))
    const zip = bundle(files)
    expect(Object.keys(unzipSync(zip))).toEqual(['甲.txt', '甲（2）.txt', '表/乙.pdf'])
    expect(strFromU8(unzipSync(zip)['表/乙.pdf']!)).toBe('A')
    expect(fileTitle('采购/验收: "一"?. ')).toBe('采购 验收 一')
  })
})
