/** Which fields a record may have, and of what shape: the reading side of chart.ts. A test holds the two together. */
import type { FieldShapes } from './fieldShapes.ts'
import {
  byName,
  either,
  flag,
  listOf,
  number,
  numbersByName,
  oneOf,
  otherwise,
  position,
  record,
  text,
} from './fieldShapes.ts'
import { powerKinds } from '../powerKinds.ts'

const basis = record({ title: text, article: text }, ['title'])
const span = record({ amount: number, unit: oneOf(['workday', 'day', 'hour', 'week', 'month', 'year']) }, [
  'amount',
  'unit',
])

const spanLimit = record(
  {
    kind: oneOf(['span']),
    wording: text,
    counts: otherwise(flag, true),
    bound: otherwise(oneOf(['atMost', 'atLeast']), 'atMost'),
    amount: number,
    unit: oneOf(['workday', 'day', 'hour', 'week', 'month', 'year']),
    unitUnsaid: flag,
    from: text,
    extension: span,
  },
  ['kind', 'wording', 'amount', 'unit'],
)
const wordedLimit = record(
  {
    kind: otherwise(oneOf(['immediate', 'calendar', 'unread']), 'unread'),
    wording: text,
    counts: otherwise(flag, true),
  },
  ['wording'],
)
const timeLimit: FieldShapes[string] = (value) => spanLimit(value) ?? wordedLimit(value)

const level = record(
  {
    id: text,
    rank: number,
    name: text,
    word: text,
    definition: text,
    colour: text,
    shape: otherwise(oneOf(['triangle', 'diamond', 'circle', 'square']), 'circle'),
  },
  ['id', 'rank', 'name', 'word', 'colour'],
)

const factor = record({ id: text, name: text, values: listOf(text), help: text }, ['id', 'name', 'values'])

const thresholds = otherwise(listOf(record({ atLeast: number, level: text }, ['atLeast', 'level'])), [])
const line = record({ when: otherwise(byName(listOf(number)), {}), level: text }, ['level'])
const rule = either(
  record({ kind: oneOf(['byHand']) }, ['kind']),
  record({ kind: oneOf(['table']), lines: otherwise(listOf(line), []) }, ['kind']),
  record(
    {
      kind: oneOf(['score']),
      combine: otherwise(oneOf(['product', 'weighted']), 'product'),
      first: otherwise(number, 1),
      weights: numbersByName,
      thresholds,
    },
    ['kind'],
  ),
  record(
    {
      kind: oneOf(['count']),
      of: otherwise(oneOf(['risks', 'criteria']), 'risks'),
      circumstances: listOf(text),
      thresholds,
    },
    ['kind'],
  ),
)

const former = record({ scheme: text, schemeName: text, level: text, levelName: text, became: text }, [
  'scheme',
  'schemeName',
  'level',
  'levelName',
])

export const shapes = {
  header: {
    title: otherwise(text, ''),
    publicTitle: text,
    unit: text,
    office: text,
    code: text,
    powerKind: oneOf(powerKinds),
    legalBasis: listOf(basis),
    statutoryLimit: timeLimit,
    promisedLimit: timeLimit,
    consultPhone: text,
    supervisionPhone: text,
    place: text,
    openingHours: text,
    issuedOn: text,
    versionMark: text,
    preparedBy: text,
    note: text,
    hasExternal: flag,
  },
  post: { name: otherwise(text, ''), publicName: text },
  step: {
    kind: otherwise(oneOf(['terminator', 'process', 'decision', 'document', 'subprocess']), 'process'),
    name: otherwise(text, ''),
    publicName: text,
    posts: listOf(text),
    duty: oneOf(['initiate', 'handle', 'review', 'decide', 'execute', 'accept', 'supervise']),
    timeLimit,
    legalBasis: listOf(basis),
    materials: listOf(text),
    documents: listOf(text),
    persons: number,
    internalOnly: flag,
    withheld: listOf(oneOf(['posts', 'timeLimit', 'legalBasis', 'materials', 'documents'])),
    note: text,
    flowPosition: position,
    lanesPosition: position,
    externalFlowPosition: position,
    externalLanesPosition: position,
  },
  flowline: { from: otherwise(text, ''), to: otherwise(text, ''), label: text },
  risk: {
    step: text,
    post: text,
    text: otherwise(text, ''),
    category: oneOf(['integrity', 'duty', 'process', 'institution', 'environment']),
    sphere: oneOf(['external', 'internal', 'public']),
    factors: numbersByName,
    level: text,
    formerLevels: listOf(former),
    source: oneOf(['self', 'public', 'peers', 'leaders', 'organisation']),
    responsible: text,
    leader: text,
  },
  measure: { text: otherwise(text, ''), risks: otherwise(listOf(text), []) },
  grading: {
    id: otherwise(text, 'own'),
    name: otherwise(text, ''),
    source: text,
    levels: otherwise(listOf(level), []),
    factors: listOf(factor),
    rule,
  },
  waiver: {
    rule: otherwise(text, ''),
    steps: otherwise(listOf(text), []),
    risks: listOf(text),
    post: text,
    reason: otherwise(text, ''),
    by: text,
    on: text,
  },
} as const satisfies Record<string, FieldShapes>
