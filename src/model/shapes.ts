/** Which fields a record may have, and of what shape: the reading side of chart.ts. A test holds the two together. */
import type { FieldShapes } from './fieldShapes.ts'
import {
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

const powerKinds = [
  'licensing',
  'penalty',
  'compulsion',
  'levy',
  'payment',
  'inspection',
  'confirmation',
  'reward',
  'adjudication',
  'other',
  'personnel',
  'finance',
  'procurement',
  'assets',
  'works',
]

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
    factors: numbersByName,
    level: text,
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
    factors: listOf(record({ id: text, name: text, values: listOf(text) }, ['id', 'name', 'values'])),
  },
} as const satisfies Record<string, FieldShapes>
