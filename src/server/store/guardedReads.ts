/** Which rows an answer of the store is made from: they are compared with their checksums before it is given. */
import type { RowPlace, SealedName } from './seals.ts'
import type { Tables } from './tables.ts'

type Guards = {
  readonly [T in keyof Tables]?: {
    readonly [F in keyof Tables[T]]?: Tables[T][F] extends (...args: infer A) => infer R
      ? (answer: R, ...args: A) => readonly RowPlace[]
      : never
  }
}

interface Named {
  readonly id: string | number
}

const one = (table: SealedName) => (found: Named | undefined) =>
  found ? [{ table, key: String(found.id) }] : []

const each = (table: SealedName) => (found: readonly Named[]) =>
  found.map(({ id }) => ({ table, key: String(id) }))

/** Lists of charts and revisions are not guarded: one damaged row would close the door to all others. */
export const guardedReads: Guards = {
  links: {
    byHash: one('links'),
    find: one('links'),
    list: each('links'),
    heldBy: each('links'),
    uses: (found, link) => (found.length === 0 ? [] : [{ table: 'link_uses', key: link }]),
  },
  people: {
    find: one('people'),
    bySession: one('people'),
  },
  revisions: {
    read: (file, _chart, id) => (file === undefined ? [] : [{ table: 'revisions', key: id }]),
  },
  review: {
    list: (events, chart) => events.map((_, i) => ({ table: 'review_events', key: `${chart}/${i + 1}` })),
  },
  publications: {
    find: one('publications'),
    list: each('publications'),
    current: one('publications'),
    format: (bytes, id) => (bytes === undefined ? [] : [{ table: 'publications', key: id }]),
  },
  powers: { list: each('powers'), changeSets: each('power_deeds'), changeSet: one('power_deeds') },
  unitEvents: {
    list: (events, stream) => events.map((_, i) => ({ table: 'unit_events', key: `${stream}/${i + 1}` })),
    streams: (found) =>
      found.flatMap(({ stream, events }) =>
        events.map((_, i) => ({ table: 'unit_events' as const, key: `${stream}/${i + 1}` })),
      ),
    year: (bytes, name) => (bytes ? [{ table: 'frozen_years', key: name }] : []),
  },
  control: {
    list: (events, chart) => events.map((_, i) => ({ table: 'control_events', key: `${chart}/${i + 1}` })),
    file: (bytes, id) => (bytes ? [{ table: 'evidence_files', key: id }] : []),
  },
  unit: {
    read: (fields) => Object.keys(fields).map((key) => ({ table: 'unit', key })),
    emblem: (picture) => (picture ? [{ table: 'unit', key: 'emblem' }] : []),
  },
}
