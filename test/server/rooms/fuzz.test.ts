import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyToDoc } from '../../../src/doc/chartDoc.ts'
import { replaceChart } from '../../../src/model/edits/replaceChart.ts'
import { noRecords } from '../../../src/model/records/records.ts'
import { limits } from '../../../src/protocol/limits.ts'
import type { RoomDocument } from '../../../src/server/rooms/roomDocument.ts'
import { openRefusedFields } from '../../../src/server/rooms/refusedFields.ts'
import { openDocument } from '../../../src/server/rooms/roomDocument.ts'
import { chartOf } from '../../support/chartOf.ts'
import { cases } from '../../support/depth.ts'
import type { CraftedItem, CraftedStruct, Deletion } from './crafted.ts'
import * as craft from './crafted.ts'
import { noLog } from './memoryLog.ts'

const count = cases(5000, 100_000)

const attacker = { person: '乙', name: '', post: '', role: 'editor' as const }

/** mulberry32: the same updates every time. */
function chance(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** Updates of a person at work. */
function honestUpdates(): readonly Uint8Array[] {
  const doc = new Y.Doc()
  doc.clientID = 77
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  applyToDoc(doc, replaceChart(noRecords, chartOf('受理 → 审查 → 决定；审查 -退回→ 受理')), null)
  for (let turn = 0; turn < 20; turn += 1) {
    applyToDoc(doc, [{ kind: 'set', root: 'steps', id: '审查', field: 'name', value: `审查${turn}` }], null)
    applyToDoc(
      doc,
      [{ kind: 'put', root: 'risks', id: `r${turn}`, fields: { text: '一', factors: { a: 1 } } }],
      null,
    )
    if (turn % 3 === 0) applyToDoc(doc, [{ kind: 'drop', root: 'risks', id: `r${turn}` }], null)
  }
  return [...updates, Y.encodeStateAsUpdate(doc), Y.mergeUpdates(updates)]
}

function mutated(corpus: readonly Uint8Array[], roll: (below: number) => number): Uint8Array {
  const from = corpus[roll(corpus.length)]!
  const other = corpus[roll(corpus.length)]!
  switch (roll(5)) {
    case 0:
      return from.slice(0, roll(from.length))
    case 1:
      return Uint8Array.of(...from.slice(0, roll(from.length)), ...other.slice(roll(other.length)))
    case 2:
      return Uint8Array.of(...from, roll(256))
    default: {
      const bytes = from.slice()
      for (let flips = 1 + roll(4); flips > 0; flips -= 1) bytes[roll(bytes.length)] = roll(256)
      return bytes
    }
  }
}

/** Well-formed bytes that mean anything: items on one another, on what is there, and on nothing. */
function madeUp(document: RoomDocument, roll: (below: number) => number): Uint8Array {
  const clocks = Y.decodeStateVector(document.stateVector())
  const clients = [...new Set([...clocks.keys(), 1, 2, 3, 4])].slice(-6)
  const idNear = () => {
    const client = clients[roll(clients.length)]!
    return [client, roll((clocks.get(client) ?? 0) + 3)] as const
  }
  const contents = [craft.map, craft.map, craft.values(1), craft.values('a'), craft.deleted(2), craft.words]
  const item = (): CraftedItem => {
    const content = contents[roll(contents.length)]!
    const sub = `k${roll(3)}`
    switch (roll(7)) {
      case 0:
      case 1:
        return { parent: 'steps', sub, content: craft.map }
      case 2:
        return { parent: idNear(), content, ...(roll(8) > 0 && { sub }) }
      case 3:
        return { origin: idNear(), right: idNear(), content }
      default:
        return roll(2)
          ? { origin: idNear(), content }
          : { parent: idNear(), sub, content: craft.values(roll(9)) }
    }
  }
  const struct = (): CraftedStruct => (roll(12) === 0 ? { gc: 1 + roll(3) } : item())
  const chosen = clients.filter(() => roll(3) === 0)
  const blocks = chosen.map((client) => ({
    client,
    clock: Math.max(0, (clocks.get(client) ?? 0) - (roll(3) === 0 ? roll(4) : 0)),
    structs: Array.from({ length: 1 + roll(3) }, struct),
  }))
  const deletions: readonly Deletion[] = roll(4) === 0 ? [[...idNear(), 1 + roll(3)]] : []
  return craft.crafted(blocks, deletions)
}

describe('updates that nobody meant', () => {
  it.each([
    [
      'bytes that were changed',
      (corpus: readonly Uint8Array[]) => (_: RoomDocument, roll: (below: number) => number) =>
        mutated(corpus, roll),
    ],
    ['structs that were made up', () => madeUp],
  ])('[RM5] %s never break the document, and what is taken can be replayed', (_, make) => {
    const corpus = honestUpdates()
    const next = make(corpus)
    const roll = chance(7)
    let accepted = 0
    for (let round = 0; round < count / 500; round += 1) {
      const document = openDocument({
        chart: 'c',
        kept: noLog,
        limits,
        now: () => 0,
        elapsed: () => 0,
        newId: () => 'r',
        refusedFields: openRefusedFields(),
      })
      const log: Uint8Array[] = []
      const offer = (update: Uint8Array) => {
        const taken = document.take(update, attacker, 'live')
        if (taken.ok && taken.entry) log.push(taken.entry.update)
        return taken.ok
      }
      for (const update of corpus.slice(0, 1 + roll(corpus.length))) offer(update)
      for (let tries = 0; tries < 500; tries += 1) if (offer(next(document, roll))) accepted += 1
      const replay = new Y.Doc()
      for (const update of log) Y.applyUpdate(replay, update)
      expect([replay.store.pendingStructs, replay.store.pendingDs]).toEqual([null, null])
      expect(Y.encodeStateAsUpdate(replay)).toEqual(document.since(Uint8Array.of(0)))
      expect(document.chart()).toBeDefined()
    }
    expect(accepted).toBeGreaterThan(count / 100)
  })
})
