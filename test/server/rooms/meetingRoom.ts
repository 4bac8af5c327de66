/** People who work on one chart apart, and the room that they bring their work to. */
import * as Y from 'yjs'
import { openChartDoc } from '../../../src/doc/chartDoc.ts'
import type { ChartDoc } from '../../../src/doc/chartDoc.ts'
import type { Chart } from '../../../src/model/chart.ts'
import type { Edit } from '../../../src/model/edits/refusal.ts'
import { replaceChart } from '../../../src/model/edits/replaceChart.ts'
import { noRecords } from '../../../src/model/records/records.ts'
import type { MergeConflict } from '../../../src/protocol/api.ts'
import { limits } from '../../../src/protocol/limits.ts'
import { openRefusedFields } from '../../../src/server/rooms/refusedFields.ts'
import { openDocument } from '../../../src/server/rooms/roomDocument.ts'

const parts = {
  chart: 'c',
  limits,
  now: () => 0,
  elapsed: () => 0,
  newId: () => 'r',
  refusedFields: openRefusedFields(),
}

export interface Visitor extends ChartDoc {
  readonly name: string
  /** Gets what the room has. */
  readonly learn: () => void
  /** Throws where the edit is refused. */
  readonly does: (decide: (chart: Chart) => Edit) => void
  /** Gives all to the room, and learns. */
  readonly brings: () => void
}

export function documentFrom(updates: readonly Uint8Array[]) {
  const kept = { snapshot: undefined, updates, clients: [], seq: updates.length }
  return openDocument({ ...parts, kept })
}

export function meetingRoom(chart: Chart, names: readonly string[]) {
  const document = documentFrom([])
  const conflicts: MergeConflict[] = []
  const logged: Uint8Array[] = []
  const person = (name: string, client: number): Visitor => {
    const opened = openChartDoc(new Y.Doc())
    opened.doc.clientID = client
    const learn = () => Y.applyUpdate(opened.doc, document.since(Y.encodeStateVector(opened.doc))!, 'server')
    return {
      ...opened,
      name,
      learn,
      does: (decide) => {
        const edit = decide(opened.chart())
        if (!edit.ok) throw new Error(edit.refusal.reason)
        opened.apply(edit.changes)
      },
      brings: () => {
        const update = Y.encodeStateAsUpdate(opened.doc, document.stateVector())
        const by = { person: name, name, post: '', role: 'editor' } as const
        const taken = document.take(update, by, 'live')
        if (!taken.ok) throw new Error(taken.code)
        conflicts.push(...(taken.entry?.conflicts ?? []))
        if (taken.entry) logged.push(taken.entry.update)
        learn()
      },
    }
  }
  const author = person('author', 1)
  author.apply(replaceChart(noRecords, chart))
  author.brings()
  const people = names.map((name, at) => person(name, 10 + at))
  for (const { learn } of people) learn()
  return { document, conflicts, logged, people }
}
