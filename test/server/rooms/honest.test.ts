import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { cases } from '../../support/depth.ts'
import type { ChartDoc } from '../../../src/doc/chartDoc.ts'
import { openChartDoc } from '../../../src/doc/chartDoc.ts'
import { readRecords } from '../../../src/doc/readRecords.ts'
import type { Change } from '../../../src/model/records/changes.ts'
import { rootNames } from '../../../src/model/records/records.ts'
import { limits } from '../../../src/protocol/limits.ts'
import { openRefusedFields } from '../../../src/server/rooms/refusedFields.ts'
import { openDocument } from '../../../src/server/rooms/roomDocument.ts'
import { noLog } from './memoryLog.ts'

const root = fc.constantFrom(...rootNames)
const id = fc.constantFrom('a', 'b', 'c')
const value = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<never>
const fields = fc.dictionary(fc.constantFrom('name', 'order', 'text'), value, { noNullPrototype: true })

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), root, id, fields }),
  fc.record({
    kind: fc.constant('set' as const),
    root,
    id,
    field: fc.constantFrom('name', 'order', 'text'),
    value: fc.option(value, { nil: undefined }),
  }),
  fc.record({ kind: fc.constant('drop' as const), root, id }),
)

/** What one person does next; `send…` and `hear` are when there is a connection. */
const deed = fc.record({
  who: fc.nat(2),
  does: fc.oneof(
    { weight: 6, arbitrary: fc.record({ edit: fc.array(change, { minLength: 1, maxLength: 3 }) }) },
    { weight: 6, arbitrary: fc.constantFrom('undo', 'redo', 'send', 'sendMerged', 'hear') },
    { weight: 2, arbitrary: fc.constantFrom('sendWhole', 'sendSince', 'reload', 'sendAgain') },
  ),
})

interface Person {
  chart: ChartDoc
  readonly unsent: Uint8Array[]
  last: Uint8Array | undefined
}

/** A person's browser: edits in undo steps, and a tab that may be loaded anew under another client id. */
function person(from?: Y.Doc): Person {
  const doc = new Y.Doc()
  if (from) Y.applyUpdate(doc, Y.encodeStateAsUpdate(from))
  const self: Person = { chart: openChartDoc(doc), unsent: [], last: undefined }
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'server') self.unsent.push(update)
  })
  return self
}

describe('honest work', () => {
  it('[RM4] is never refused: edits, undo, redo, merged updates, whole states, long offline', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
        const server = openDocument({
          chart: 'c',
          kept: noLog,
          limits,
          now: () => 0,
          elapsed: () => 0,
          newId: () => 'r',
          refusedFields: openRefusedFields(),
        })
        const log: Uint8Array[] = []
        const people = [person(), person(), person()]
        const send = (who: number, update: Uint8Array) => {
          const by = { person: `p${who}`, name: '', post: '', role: 'editor' as const }
          const taken = server.take(update, by, 'live')
          expect(taken).toMatchObject({ ok: true })
          if (taken.ok && taken.entry) log.push(taken.entry.update)
        }
        const catchUp = (who: number) => {
          const { doc } = people[who]!.chart
          send(who, Y.encodeStateAsUpdate(doc, server.stateVector()))
          people[who]!.unsent.length = 0
          Y.applyUpdate(doc, server.since(Y.encodeStateVector(doc))!, 'server')
        }
        for (const { who, does } of deeds) act(people, who, does, { send, catchUp, server })
        for (const who of [0, 1, 2, 0, 1, 2]) catchUp(who)
        const replay = new Y.Doc()
        for (const update of log) Y.applyUpdate(replay, update)
        for (const { chart } of people) expect(readRecords(chart.doc)).toEqual(readRecords(replay))
        expect(replay.store.pendingStructs).toBeNull()
        expect(server.since(Uint8Array.of(0))).toEqual(Y.encodeStateAsUpdate(replay))
      }),
      { numRuns: cases(100, 5000) },
    )
  })
})

describe('what the torture found', () => {
  it('[RM4] takes a step 2 of somebody who heard of an edit before the one before it, and repeats both', () => {
    const server = openDocument({
      chart: 'c',
      kept: noLog,
      limits,
      now: () => 0,
      elapsed: () => 0,
      newId: () => 'r',
      refusedFields: openRefusedFields(),
    })
    const other = person()
    for (const name of ['一', '二', '三']) {
      other.chart.apply([{ kind: 'put', root: 'steps', id: name, fields: { name } }])
    }
    const [first, , third] = other.unsent
    for (const update of other.unsent)
      expect(server.take(update, by('other'), 'live')).toMatchObject({ ok: true })
    const mine = person()
    for (const update of [first!, third!]) Y.applyUpdate(mine.chart.doc, update, 'server')
    expect(mine.chart.doc.store.pendingStructs).not.toBeNull()
    mine.chart.apply([{ kind: 'put', root: 'steps', id: '我', fields: { name: '我' } }])
    // What is pending goes along in every update that Yjs encodes.
    const repeated = Y.encodeStateAsUpdate(mine.chart.doc)
    expect(server.take(repeated, by('me'), 'offer')).toMatchObject({ ok: true })
    expect(
      server
        .chart()
        .steps.map((step) => step.id)
        .sort(),
    ).toEqual(['一', '三', '二', '我'].sort())
  })
})

function by(name: string) {
  return { person: name, name: '', post: '', role: 'editor' as const }
}

interface World {
  readonly send: (who: number, update: Uint8Array) => void
  readonly catchUp: (who: number) => void
  readonly server: ReturnType<typeof openDocument>
}

function act(
  people: Person[],
  who: number,
  does: string | { readonly edit: readonly Change[] },
  { send, catchUp, server }: World,
): void {
  const self = people[who]!
  const { doc } = self.chart
  if (typeof does !== 'string') return self.chart.apply(does.edit)
  switch (does) {
    case 'undo':
      return void self.chart.undo()
    case 'redo':
      return void self.chart.redo()
    case 'send':
      for (const update of self.unsent.splice(0)) send(who, (self.last = update))
      return
    case 'sendMerged': {
      const all = self.unsent.splice(0)
      if (all.length > 0) send(who, (self.last = Y.mergeUpdates(all)))
      return
    }
    case 'sendAgain':
      if (self.last && self.unsent.length === 0) send(who, self.last)
      return
    case 'sendWhole':
      self.unsent.length = 0
      return send(who, Y.encodeStateAsUpdate(doc))
    case 'sendSince':
      return catchUp(who)
    case 'hear':
      // One hears only while one is connected, and then nothing of one's own is left unsent.
      if (self.unsent.length === 0) Y.applyUpdate(doc, server.since(Y.encodeStateVector(doc))!, 'server')
      return
    case 'reload':
      if (self.unsent.length === 0) people[who] = person(doc)
      return
    default:
      throw new Error(does)
  }
}
