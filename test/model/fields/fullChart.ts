/** A chart in which every field of every row says something of its own, and each of them said otherwise. */
import type { Chart } from '../../../src/model/chart.ts'
import type { FieldKinds, Kind } from '../../../src/model/kinds/kinds.ts'
import { highMediumLow } from '../../../src/model/grading.ts'
import { headerFields } from '../../../src/model/fields/headerFields.ts'
import { rootFields } from '../../../src/model/fields/chartFields.ts'
import type { Row } from '../../../src/model/fields/surfaces.ts'

export type WalkedRoot = 'header' | 'posts' | 'steps' | 'flowlines' | 'risks' | 'measures'

export const walked: { readonly [R in WalkedRoot]: { readonly [field: string]: Kind & Row } } = {
  header: headerFields,
  posts: rootFields.posts,
  steps: rootFields.steps,
  flowlines: rootFields.flowlines,
  risks: rootFields.risks,
  measures: rootFields.measures,
}

/** Ids lead somewhere: which things each of these may name, and which instead. */
const references: { readonly [place: string]: readonly [unknown, unknown] } = {
  'steps.posts': [['p1'], ['p2', 'p1']],
  'flowlines.from': ['s1', 's3'],
  'flowlines.to': ['s2', 's3'],
  'risks.step': ['s2', 's3'],
  'risks.post': ['p1', 'p2'],
  'risks.level': ['high', 'low'],
  'risks.factors': [{ l: 1 }, { l: 2 }],
  'measures.risks': [['r1'], ['r2']],
  'header.powerKind': ['licensing', 'penalty'],
  'header.hasExternal': [true, false],
  'header.issuedOn': ['2026-09-18', '2026-09-19'],
  // What is withheld is told by another step, so that this one can tell everything.
  'steps.withheld': [[], ['materials']],
  'steps.internalOnly': [false, true],
  'steps.kind': ['process', 'decision'],
}

/** `which` 0 as the chart has it, 1 otherwise. */
export function valueOf(root: string, field: string, kind: Kind, which: 0 | 1): unknown {
  const reference = references[`${root}.${field}`]
  return reference ? reference[which] : valueOfKind(`${root}.${field}`, kind, which)
}

function valueOfKind(mark: string, kind: Kind, which: 0 | 1): unknown {
  switch (kind.is) {
    case 'text':
      return `${which === 0 ? '甲' : '乙'}${mark.replaceAll('.', '的')}`
    case 'flag':
      return which === 1
    case 'number':
      return 2 + which
    case 'position':
      return [300, 200 + 90 * which]
    case 'word':
      return kind.words[which]
    case 'list':
      return [valueOfKind(mark, kind.of, which)]
    case 'byName':
      return { a: valueOfKind(mark, kind.of, which) }
    case 'record':
      return filled(mark, kind.fields, which)
    case 'either':
      return filled(mark, kind.of.at(-1)!.fields, which)
  }
}

function filled(mark: string, fields: FieldKinds, which: 0 | 1): object {
  return Object.fromEntries(
    Object.entries(fields).map(([field, kind]) => [
      field,
      kind.is === 'word' ? kind.words[0] : valueOfKind(`${mark}.${field}`, kind, which),
    ]),
  )
}

function record(root: WalkedRoot, leftOut: readonly string[] = []): object {
  return Object.fromEntries(
    Object.entries(walked[root])
      .filter(([field]) => !leftOut.includes(field))
      .map(([field, kind]) => [field, valueOf(root, field, kind, 0)]),
  )
}

const byHand = Object.keys(walked.steps).filter((field) => field.endsWith('Position'))

/** The first of each root has every field; positions only where they are looked at. */
export function fullChart(extra: { readonly positions: boolean }): Chart {
  const step = record('steps', extra.positions ? [] : byHand)
  return {
    header: record('header'),
    posts: [
      { ...record('posts'), id: 'p1', order: 'a0' },
      { id: 'p2', order: 'a1', name: '审查岗' },
    ],
    steps: [
      { ...step, id: 's2', order: 'a0' },
      { id: 's1', order: 'a1', kind: 'terminator', name: '申请' },
      { id: 's3', order: 'a2', kind: 'terminator', name: '办结', posts: ['p2', 'p1'] },
    ],
    flowlines: [
      { ...record('flowlines'), id: 'f1', order: 'a0' },
      { id: 'f2', order: 'a1', from: 's2', to: 's3' },
    ],
    risks: [
      { ...record('risks', ['post']), id: 'r1', order: 'a0' },
      { id: 'r2', order: 'a1', step: 's3', text: '另一个风险' },
      { ...record('risks', ['step']), id: 'r3', order: 'a2' },
    ],
    measures: [
      { ...record('measures'), id: 'm1', order: 'a0' },
      { id: 'm2', order: 'a1', text: '另一条措施', risks: ['r2'] },
    ],
    grading: {
      ...highMediumLow,
      factors: [{ id: 'l', name: '可能性', values: ['小', '大'] }],
      rule: { kind: 'score', combine: 'product', first: 1, thresholds: [] },
    },
  } as unknown as Chart
}

/** The same, but for one field of the first thing of a root. */
export function saidOtherwise(chart: Chart, root: WalkedRoot, field: string): Chart {
  const value = valueOf(root, field, walked[root][field]!, 1)
  if (root === 'header') return { ...chart, header: { ...chart.header, [field]: value } }
  const at = root === 'risks' && field === 'post' ? 2 : 0
  const things = chart[root].map((thing, place) => (place === at ? { ...thing, [field]: value } : thing))
  return { ...chart, [root]: things }
}
