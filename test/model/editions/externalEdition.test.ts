import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Chart } from '../../../src/model/chart.ts'
import { externalEdition, stepsBehind, whyNoExternal } from '../../../src/model/editions/externalEdition.ts'
import { repaired } from '../../../src/model/records/repaired.ts'
import { powerKinds } from '../../../src/model/powerKinds.ts'
import { withheldFields } from '../../../src/model/fields/chartFields.ts'
import { noRecords, recordsOf, type Records } from '../../../src/model/records/records.ts'
import { chartOf, pathsOf } from '../../support/chartOf.ts'

const withheld = {}

describe('the external edition', () => {
  it('[ED1] shows what is public as it is', () => {
    const chart = chartOf('申请 → 受理 → 决定')
    expect(pathsOf(externalEdition(chart, withheld))).toEqual(['申请→受理', '受理→决定'])
  })

  it('[ED2] leaves out an internal step and joins the path over it', () => {
    const chart = chartOf('受理 → 内部会签 → 决定', { 内部会签: { internalOnly: true } })
    expect(pathsOf(externalEdition(chart, withheld))).toEqual(['受理→决定'])
  })

  it('[ED2] joins over several internal steps, loops among them, and forks', () => {
    const chart = chartOf('受理 → 拟办 → 会签 → 决定；会签 -退回→ 拟办；会签 → 告知', {
      拟办: { internalOnly: true },
      会签: { internalOnly: true },
    })
    expect(pathsOf(externalEdition(chart, withheld))).toEqual(['受理→决定', '受理→告知'])
  })

  it('[ED11] says what runs side by side where the steps that say so are left out', () => {
    const inner = { internalOnly: true }
    const chart = chartOf('受理 → 分送 → 规划 → 汇总 → 决定 → 办结；分送 → 消防 → 汇总', {
      分送: { ...inner, parallel: 'fork' },
      汇总: { ...inner, parallel: 'join' },
    })
    const marks = (one: typeof chart) =>
      externalEdition(one, withheld).steps.flatMap(({ name, parallel }) => (parallel ? [name, parallel] : []))
    expect(marks(chart)).toEqual(['受理', 'fork', '决定', 'join'])
    const gone = chartOf('分送 → 规划 → 汇总 → 办结；分送 → 消防 → 汇总', {
      分送: { parallel: 'fork' },
      消防: inner,
      规划: inner,
      汇总: { parallel: 'join' },
    })
    expect(marks(gone)).toEqual([])
  })

  it('[ED2] draws one flowline where a joined path repeats one that is drawn, and keeps two that were drawn', () => {
    const twice = chartOf('受理 → 决定；受理 → 会签 → 决定', { 会签: { internalOnly: true } })
    expect(pathsOf(externalEdition(twice, withheld))).toEqual(['受理→决定'])
    const drawn = chartOf('审查 -同意→ 决定；审查 -原则同意→ 决定')
    expect(pathsOf(externalEdition(drawn, withheld))).toEqual(['审查-同意→决定', '审查-原则同意→决定'])
  })

  it('[ED4] says both answers on the one flowline that two inner ways become', () => {
    const chart = chartOf('是否重大 -是→ 集体研究 → 决定；是否重大 -否→ 科长审签 → 决定', {
      是否重大: { kind: 'decision' },
      集体研究: { internalOnly: true },
      科长审签: { internalOnly: true },
    })
    expect(pathsOf(externalEdition(chart, withheld))).toEqual(['是否重大-是/否→决定'])
  })

  it('[ED3] makes no step its own successor', () => {
    const chart = chartOf('受理 → 复核 -退回→ 受理；复核 → 决定', { 复核: { internalOnly: true } })
    expect(pathsOf(externalEdition(chart, withheld))).toEqual(['受理→决定'])
  })

  it('[ED4] keeps what a public decision answers, and no label that an inner step gave', () => {
    const chart = chartOf('是否齐全 -齐全→ 会商 -局长同意→ 决定；是否齐全 -不齐全→ 补正；受理 -交办→ 会商', {
      是否齐全: { kind: 'decision' },
      会商: { internalOnly: true },
    })
    expect(pathsOf(externalEdition(chart, withheld))).toEqual([
      '是否齐全-齐全→决定',
      '是否齐全-不齐全→补正',
      '受理→决定',
    ])
  })

  it('[ED5] numbers everything anew, so that no gap tells of what is missing', () => {
    const chart = chartOf('申请 → 拟办 → 决定', { 拟办: { internalOnly: true } })
    const edition = externalEdition(chart, withheld)
    expect(edition.steps.map((step) => step.id)).toEqual(['s1', 's2'])
    expect(edition.flowlines.map((line) => line.id)).toEqual(['f1'])
    expect([...stepsBehind(chart)]).toEqual([
      ['s1', '申请'],
      ['s2', '决定'],
    ])
  })

  it('[ED6] withholds risks unless the unit discloses them, and those of internal steps always', () => {
    const chart: Chart = {
      ...chartOf('受理 → 会签', { 会签: { internalOnly: true } }),
      risks: [
        { id: 'r1', order: 'a0', step: '受理', text: '超时受理', responsible: '张三' },
        { id: 'r2', order: 'a1', step: '会签', text: '打招呼' },
      ],
      measures: [
        { id: 'm1', order: 'a0', text: '限时办结', risks: ['r1', 'r2'] },
        { id: 'm2', order: 'a1', text: '会签留痕', risks: ['r2'] },
      ],
    }
    expect(externalEdition(chart, withheld)).toMatchObject({
      risks: [],
      measures: [],
      grading: { levels: [] },
    })
    const shown = externalEdition(chart, { risks: true, measures: true })
    expect(shown.risks).toEqual([{ id: 'r1', order: 'a0', step: 's1', text: '超时受理' }])
    expect(shown.measures).toEqual([{ id: 'm1', order: 'a0', text: '限时办结', risks: ['r1'] }])
    expect(externalEdition(chart, { risks: true, responsible: true }).risks[0]!.responsible).toBe('张三')
  })

  it('[ED7] shows the public name, and keeps back the fields that a step withholds', () => {
    const chart: Chart = {
      ...chartOf('审查', {
        审查: { publicName: '审核', posts: ['p'], materials: ['申请书'], withheld: ['posts'] },
      }),
      posts: [{ id: 'p', order: 'a0', name: '审批科张三' }],
    }
    const edition = externalEdition(chart, withheld)
    expect(edition.posts).toEqual([])
    expect(edition.steps).toEqual([
      { id: 's1', order: 'a0', kind: 'process', name: '审核', materials: ['申请书'] },
    ])
  })

  it('[ED8] has none for powers over people, money and things, unless the unit says so', () => {
    const procurement = chartOf('申请', {}, { powerKind: 'procurement' })
    expect(whyNoExternal(procurement)).toEqual({ reason: 'internal-power' })
    expect(
      whyNoExternal(chartOf('申请', {}, { powerKind: 'procurement', hasExternal: true })),
    ).toBeUndefined()
    expect(whyNoExternal(chartOf('申请', { 申请: { internalOnly: true } }))).toEqual({
      reason: 'nothing-public',
    })
  })

  it('[ED9] never shows an internal string, whatever the chart', () => {
    fc.assert(
      fc.property(chartsWithCanaries, (chart) => {
        const seen = JSON.stringify(externalEdition(repaired(recordsOf(chart)), withheld))
        expect(seen).not.toContain('机密')
      }),
    )
  })
})

const isWithheld = (value: unknown) => withheldFields.some((field) => field === value)

const postsCalled = (publicName: never) => ({ p: { order: 'a0', name: '机密岗', publicName } })

const risksOf = (of: never) => ({ r: { order: 'a0', text: '机密险', post: 'p', step: of } })

const isKind = (value: unknown) => powerKinds.some((kind) => kind === value)

describe('[ED10] fields that decide what is public fail closed', () => {
  const step = { order: 'a0', kind: 'process', name: '机密环节', materials: ['机密材料'], place: '机密处' }

  function publicOf(steps: Records['steps'], others: Partial<Records> = {}): string {
    const chart = repaired({ ...noRecords, steps: { open: { ...step, ...open }, ...steps }, ...others })
    if (whyNoExternal(chart)) return ''
    return JSON.stringify(externalEdition(chart, { risks: true, measures: true, responsible: true }))
  }

  const open = { order: 'a1', name: '受理', materials: [], place: '大厅' }
  const noFlag = fc.jsonValue().filter((value) => typeof value !== 'boolean') as fc.Arbitrary<never>
  const noText = fc.jsonValue().filter((value) => typeof value !== 'string') as fc.Arbitrary<never>
  const noList = fc
    .oneof(fc.jsonValue(), fc.array(fc.oneof(fc.constantFrom('materials', 'names', 'place'), fc.jsonValue())))
    .filter((value) => !Array.isArray(value) || !value.every(isWithheld)) as fc.Arbitrary<never>

  it.each([
    ['internalOnly', noFlag, {}],
    ['withheld', noList, { name: '受理' }],
    ['publicName', noText, { materials: [], place: '大厅' }],
  ] as const)('%s of a step', (field, junk, others) => {
    fc.assert(
      fc.property(junk, (value) => {
        expect(publicOf({ a: { ...step, ...others, [field]: value } })).not.toContain('机密')
      }),
    )
  })

  it('the public names of posts and chart, the step of a risk', () => {
    fc.assert(
      fc.property(noText, (value) => {
        const steps = { a: { ...step, ...open, posts: ['p'] } }
        expect(publicOf(steps, { posts: postsCalled(value), risks: risksOf(value) })).not.toContain('机密')
        const header = { title: '机密图', publicTitle: value }
        expect(publicOf(steps, { meta: { header } })).not.toContain('机密')
      }),
    )
  })

  it('whether there is an external chart, and the kind of power that else decides it', () => {
    const steps = { a: { ...step, ...open } }
    fc.assert(
      fc.property(noFlag, (hasExternal) => {
        expect(publicOf(steps, { meta: { header: { title: '图', hasExternal } } })).toBe('')
        if (isKind(hasExternal)) return
        expect(publicOf(steps, { meta: { header: { title: '图', powerKind: hasExternal } } })).toBe('')
      }),
    )
    const said = { title: '图', hasExternal: true, powerKind: 'rocket' }
    expect(publicOf(steps, { meta: { header: said } })).toContain('受理')
  })

  it('and what is right, or missing, is public as before', () => {
    const shown = { ...step, name: '内务', publicName: '受理', internalOnly: false, withheld: ['place'] }
    expect(publicOf({ a: shown })).toContain('机密材料')
    expect(publicOf({ a: { ...shown, withheld: [] } })).toContain('机密处')
    expect(publicOf({ a: step })).toContain('机密环节')
  })
})

/** Every internal place holds the word 机密; shown places do not. */
const chartsWithCanaries: fc.Arbitrary<Chart> = fc
  .record({
    internal: fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }),
    lines: fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 30 }),
  })
  .map(({ internal, lines }) => {
    const isInternal = (at: number) => internal[at] ?? false
    return {
      header: { title: '图', preparedBy: '机密人', note: '机密' },
      posts: [
        { id: 'p1', order: 'a0', name: '窗口' },
        { id: 'p2', order: 'a1', name: '机密岗' },
      ],
      steps: internal.map((internalOnly, at) => ({
        id: `机密${at}`,
        order: `a${at.toString(36)}`,
        kind: 'process' as const,
        name: internalOnly ? '机密环节' : '受理',
        internalOnly,
        posts: [internalOnly ? 'p2' : 'p1'],
        note: '机密',
        duty: 'handle' as const,
        documents: ['机密文书'],
        withheld: ['documents' as const],
      })),
      flowlines: lines
        .filter(([from, to]) => from < internal.length && to < internal.length)
        .map(([from, to], at) => ({
          id: `机密线${at}`,
          order: `a${at.toString(36)}`,
          from: `机密${from}`,
          to: `机密${to}`,
          ...(isInternal(from) || isInternal(to) ? { label: '机密' } : {}),
        })),
      risks: internal.map((_, at) => ({
        id: `机密险${at}`,
        order: 'a0',
        step: `机密${at}`,
        text: '机密',
        leader: '机密',
      })),
      measures: [{ id: '机密措', order: 'a0', text: '机密', risks: ['机密险0'] }],
      grading: { id: '机密级', name: '机密', levels: [] },
    }
  })
