import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalogueForm } from '../../../src/files/catalogue/catalogueForm.ts'
import { catalogueColumns } from '../../../src/files/catalogue/catalogueColumns.ts'
import {
  postedNow,
  publicCatalogue,
  publicCatalogueForm,
  type PostedChart,
  type PublicPower,
} from '../../../src/files/catalogue/publicCatalogue.ts'
import { readCatalogue } from '../../../src/files/catalogue/readCatalogue.ts'
import { readXlsxTables } from '../sourceTables.ts'
import type { Form } from '../../../src/files/registers/form.ts'
import { writeDocx } from '../../../src/files/registers/writeDocx.ts'
import { writeXlsx } from '../../../src/files/registers/writeXlsx.ts'
import { chartSummaryOf } from '../../../src/model/catalogue/chartSummary.ts'
import type { PowerItem } from '../../../src/model/catalogue/powerItem.ts'
import { catalogueRow, type CatalogueChart, type CatalogueRow } from '../../../src/model/catalogue/row.ts'
import { readTimeLimit } from '../../../src/model/time/readTimeLimit.ts'
import { chartOf } from '../../support/chartOf.ts'
import { openedZip, whereFound, type Outputs } from '../../sheet/publicOutputs.ts'
import { canary, secretChart } from '../../sheet/secretChart.ts'

const day = '2026-11-22'

async function written(form: Form): Promise<Outputs> {
  return { xlsx: await writeXlsx([form], day), docx: await writeDocx([form], day) }
}

const secretRow: fc.Arbitrary<CatalogueRow> = fc
  .record({
    chart: secretChart,
    isNamedAsChart: fc.boolean(),
    isPosted: fc.boolean(),
    isSeen: fc.boolean(),
    kind: fc.constantFrom('licensing', 'penalty', 'finance', undefined),
    number: fc.nat(999),
  })
  .map(({ chart, isNamedAsChart, isPosted, isSeen, kind, number }) => {
    // What is kept of an inner power is inner, but for its chart being posted.
    const isInner = kind === 'finance' && !(isPosted && isSeen)
    const told = (words: string) => (isInner ? `${canary}${words}` : words)
    const power: PowerItem = {
      id: `${canary}权${number}`,
      order: 'a0',
      name: isNamedAsChart && isSeen ? chart.header.title : told(`职权${number}`),
      ...(kind ? { kind } : {}),
      content: told('内容'),
      office: told('一科'),
      exercisedBy: told('某局'),
      group: told('一组'),
      legalBasis: [{ title: told('《条例》') }],
      promisedLimit: readTimeLimit(told('5个工作日')),
      note: `${canary}备注`,
      chart: `${canary}图${number}`,
    }
    return catalogueRow(power, isSeen ? listed(chart, number, isPosted) : undefined)
  })

function listed(
  chart: Parameters<typeof chartSummaryOf>[0],
  number: number,
  isPosted: boolean,
): CatalogueChart {
  const id = `${canary}图${number}`
  const published = { id: 'AbC', at: 1, title: '许可流程图', link: 'https://x.gov.cn/p/AbC', stale: false }
  const review = { rung: `${canary}科室`, started: true, unsettled: 1, approved: false, changed: false }
  const known = {
    id,
    title: chart.header.title,
    role: 'owner' as const,
    digest: chartSummaryOf(chart),
    review,
  }
  return isPosted ? { ...known, published } : known
}

describe('[CT7] 职权目录 as it is posted', () => {
  it('of 40 random catalogues: nothing internal in any part of the workbook or the document', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(secretRow, { minLength: 1, maxLength: 8 }), async (rows) => {
        const { powers } = publicCatalogue(rows, postedNow)
        expect(whereFound(canary, await written(publicCatalogueForm(powers, day)))).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it('a projection that lets through what it is given is caught, and so is the inner form', async () => {
    const rows = fc.sample(secretRow, { numRuns: 30, seed: 3 })
    const { powers } = publicCatalogue(rows, postedNow)
    const parts = ['xlsx/xl/sharedStrings.xml', 'docx/word/document.xml']
    const broken = {
      note: (power: PublicPower): PublicPower => ({ ...power, content: rows[0]!.power.note }),
      chart: (power: PublicPower): PublicPower => ({
        ...power,
        chart: { title: `${canary}内部题`, link: undefined },
      }),
    }
    for (const leaking of Object.values(broken)) {
      const form = publicCatalogueForm(powers.map(leaking), day)
      expect(whereFound(canary, await written(form))).toEqual(parts)
    }
    expect(whereFound(canary, await written(catalogueForm(rows, day)))).toEqual(parts)
  })

  it('its properties name its title and nothing of who made it with what, when or where', async () => {
    for (const bytes of Object.values(await written(publicCatalogueForm([], day)))) {
      const { entries } = openedZip(Buffer.from(bytes as Uint8Array))
      const properties = Object.entries(entries).filter(([name]) => name.startsWith('docProps/'))
      expect(properties.length).toBeGreaterThan(0)
      const said = properties.flatMap(([, part]) =>
        Buffer.from(part as Uint8Array)
          .toString('utf8')
          .split(/<[^>]*>/u),
      )
      // The title, the day that the form says, and revision 1, security 0.
      expect(new Set(said)).toEqual(
        new Set(['', '职权目录', `${day}T00:00:00Z`, ...said.filter((one) => /^[01]$/u.test(one))]),
      )
    }
  })

  const permit = chartOf(
    '申请 → 决定',
    {},
    { title: '内部叫法', publicTitle: '食品许可', powerKind: 'licensing' },
  )
  const money = chartOf('申请 → 付款', {}, { title: '报销', powerKind: 'finance' })
  const at = { id: 'p', order: 'a0' } as const
  const chart: CatalogueChart = { id: 'c', title: '内部叫法', digest: chartSummaryOf(permit) }
  const published = { id: 'AbC', at: 1, title: '食品许可', link: 'https://x.gov.cn/p/AbC', stale: false }

  it.each<[string, CatalogueRow, Partial<PublicPower> | undefined]>([
    [
      'called as its inner chart',
      catalogueRow({ ...at, name: '内部叫法', chart: 'c' }, chart),
      { name: '食品许可', chart: undefined },
    ],
    [
      'whose chart is posted',
      catalogueRow({ ...at, name: '许可', chart: 'c' }, { ...chart, published }),
      { name: '许可', chart: { title: '食品许可', link: 'https://x.gov.cn/p/AbC' } },
    ],
    [
      'whose chart nobody may see',
      catalogueRow({ ...at, name: '许可', chart: 'c' }, undefined),
      { name: '许可', chart: undefined },
    ],
    ['over money', catalogueRow({ ...at, name: '报销', kind: 'finance' }, undefined), undefined],
    [
      'whose chart is of the inside',
      catalogueRow(
        { ...at, name: '支付', chart: 'm' },
        { id: 'm', title: '报销', digest: chartSummaryOf(money) },
      ),
      undefined,
    ],
    [
      'over money, but posted',
      catalogueRow({ ...at, name: '报销', kind: 'finance', chart: 'c' }, { ...chart, published }),
      { name: '报销' },
    ],
    [
      'called as a chart that cannot be read',
      catalogueRow({ ...at, name: '内部叫法', chart: 'c' }, { id: 'c', title: '内部叫法' }),
      undefined,
    ],
  ])('a power %s', (_, row, power) => {
    const { powers, leftOut } = publicCatalogue([row], postedNow)
    expect([powers.length, leftOut]).toEqual(power ? [1, 0] : [0, 1])
    if (power) expect(powers[0]).toMatchObject(power)
  })

  it('counts the charts by their addresses, and by their titles where they have none', () => {
    const rows = ['甲', '乙', '丙'].map((id) =>
      catalogueRow({ ...at, name: `许可${id}`, kind: 'licensing', chart: id }, { id, title: id }),
    )
    const totalOf = (posted: (id: string) => PostedChart) =>
      publicCatalogueForm(publicCatalogue(rows, ({ id }) => posted(id)).powers, day).total
    expect(totalOf((title) => ({ title, link: undefined }))).toBe('共3项职权，3张流程图。')
    expect(totalOf(() => ({ title: '图', link: undefined }))).toBe('共3项职权，1张流程图。')
    expect(totalOf((id) => ({ title: '图', link: `/p/${id}` }))).toBe('共3项职权，3张流程图。')
  })

  it('is numbered through, as wide as the page, and read back the same', async () => {
    const power: PowerItem = {
      ...at,
      name: '许可',
      code: 'XK-1',
      kind: 'licensing',
      content: '审查发证',
      exercisedBy: '某局',
      office: '审批科',
      legalBasis: [{ title: '《食品安全法》', article: '第三十五条' }],
      statutoryLimit: readTimeLimit('20个工作日'),
      promisedLimit: readTimeLimit('5个工作日'),
    }
    const money = catalogueRow({ ...at, name: '报销', kind: 'finance' }, undefined)
    const rows = [
      money,
      catalogueRow(power, undefined),
      money,
      catalogueRow({ ...power, name: '处罚' }, undefined),
    ]
    const { powers, leftOut } = publicCatalogue(rows, postedNow)
    expect(leftOut).toBe(2)
    const form = publicCatalogueForm(powers, day)
    expect(form.columns.reduce((sum, { width }) => sum + width, 0)).toBe(266)
    expect(form.columns.map(({ heading }) => heading).join(' ')).not.toMatch(/风险|备注/)
    expect(form.rows.map((row) => row[0]?.text)).toEqual(['1', '2'])
    const [table] = await readXlsxTables(await writeXlsx([publicCatalogueForm(powers.slice(0, 1), day)], day))
    const { id: _, order: __, ...fields } = power
    expect(readCatalogue(table!, catalogueColumns(table!)!, new Map()).powers).toEqual([fields])
  })
})
