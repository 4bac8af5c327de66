/**
 * The document of a room: a garbage-collected Y.Doc behind the gate, and the owner of each
 * client id. An accepted update is not durable yet; room.ts appends it to the log.
 */
import * as Y from 'yjs'
import { applyToDoc } from '../../doc/chartDoc.ts'
import { readRecords } from '../../doc/readRecords.ts'
import type { Chart } from '../../model/chart.ts'
import { repaired } from '../../model/records/repaired.ts'
import { docRoots } from '../../model/records/records.ts'
import type { Limits } from '../../protocol/limits.ts'
import type { RefusalCode } from '../../protocol/messages.ts'
import { may } from '../../protocol/roles.ts'
import type { KeptLog, LogEntry } from '../store/tables.ts'
import type { UnwrittenEntry } from './writer.ts'
import { stricterChanges, watchSteps } from './stricterMarks.ts'
import { watchFields } from './watchFields.ts'
import type { OwnerOf } from './watchMerges.ts'
import { watchMerges } from './watchMerges.ts'
import { watchLostValues } from './watchLostValues.ts'
import { watchOrphans } from './watchOrphans.ts'
import { gate } from './gate.ts'
import { openRescue, type RescueParts } from './openRescue.ts'
import type { RefusedFields } from './refusedFields.ts'
import type { Participant } from './participant.ts'

export type Taken =
  /** Without an entry there was nothing new in it. */
  | {
      readonly ok: true
      readonly entry: UnwrittenEntry | undefined
      /** The entry holds more than was brought: its author must be told it too. */
      readonly amended: boolean
    }
  | { readonly ok: false; readonly code: RefusalCode }

export interface RoomDocument {
  /**
   * Checks an update and applies it. Client ids of a `live` one become this person's; an
   * `offer` may also bring what others wrote. Throws if Yjs could not integrate what the gate
   * let pass.
   */
  readonly take: (update: Uint8Array, by: Participant, how: HowTaken) => Taken
  /**
   * False where the client id is somebody else's. Otherwise it is this participant's from
   * now on, and the entry, if there is one, makes that durable: who has only ever been
   * seen here may go on working offline under this id.
   */
  readonly claim: (client: number, by: Participant) => { readonly entry: LogEntry | undefined } | false
  /** Undefined where the bytes are no state vector. */
  readonly since: (stateVector: Uint8Array) => Uint8Array | undefined
  readonly stateVector: () => Uint8Array
  readonly chart: () => Chart
}

/** `offer`: a step 2, all that a client has and the server lacks. `live`: an edit just made. */
export type HowTaken = 'offer' | 'live'

export interface DocumentParts extends RescueParts {
  readonly kept: KeptLog
  readonly limits: Limits
  readonly refusedFields: RefusedFields
}

/** Owner of the server's own client ids: ids of people and links are never empty. */
const nobody = ''

const noUpdate = Uint8Array.of(0, 0)

/** The state vector of an empty document. */
const nothingKnown = Uint8Array.of(0)

/** Loads the document from the log. Throws if the log does not give a complete document. */
export function openDocument(parts: DocumentParts): RoomDocument {
  const { chart, kept, limits, now, refusedFields } = parts
  const doc = loaded(kept)
  const owners = new Map(kept.clients)
  owners.set(doc.clientID, nobody)
  const bound = new Set(owners.keys())
  const size = measured(doc, kept, limits.document)
  // What a step 2 brings binds no ids: it is put down to whoever brings it.
  let author = nobody
  const apply = openApplying(doc, (client) => owners.get(client) ?? author)
  const whole = wholeState(doc, kept, () => size.version())
  const bind = (clients: readonly number[], person: string): readonly number[] => {
    const fresh = clients.filter((client) => !bound.has(client))
    for (const client of fresh) {
      owners.set(client, person)
      bound.add(client)
    }
    return fresh
  }
  const rescue = openRescue(doc, parts)
  const take: RoomDocument['take'] = (update, by, how) => {
    const verdict = gate({
      doc,
      update,
      person: by.person,
      role: by.role,
      ownerOf: (client) => owners.get(client),
      documentBytes: size.bytes(),
      limits,
    })
    if (!verdict.ok) {
      if (verdict.field) refusedFields.add(chart, verdict.field)
      return verdict.code === 'document-too-large' && size.recount() ? take(update, by, how) : verdict
    }
    author = by.person
    const kept = verdict.update && rescue.before(verdict.update)
    const applied = verdict.update && apply(verdict.update, by)
    if (!applied) return { ok: true, entry: undefined, amended: false }
    const { amended, ...news } = applied
    size.grow(news.update.length)
    const clients = how === 'live' ? bind(verdict.clients, by.person) : []
    refusedFields.written(chart, news.changes)
    const entry = { chart, person: by.person, at: now(), clients, ...news }
    return { ok: true, entry: withRevision(entry, kept?.()), amended }
  }
  return {
    take,
    claim: (client, by) => {
      if ((owners.get(client) ?? by.person) !== by.person) return false
      owners.set(client, by.person)
      const clients = may(by.role, 'write') ? bind([client], by.person) : []
      if (clients.length === 0) return { entry: undefined }
      return { entry: { chart, update: noUpdate, person: by.person, at: now(), clients, changes: [] } }
    },
    since: whole.since,
    stateVector: () => Y.encodeStateVector(doc),
    chart: () => repaired(readRecords(doc)),
  }
}

interface Applied extends Pick<LogEntry, 'update' | 'changes' | 'conflicts'> {
  readonly amended: boolean
}

/**
 * Applies updates that passed the gate, and adds in the same turn what must hold against a merge
 * (`stricterMarks.ts`, `watchLostValues.ts`).
 */
function openApplying(
  doc: Y.Doc,
  ownerOf: OwnerOf,
): (update: Uint8Array, by: Participant) => Applied | undefined {
  const takeChanges = watchFields(doc)
  const takeConflicts = watchMerges(doc, ownerOf)
  const takeComing = watchSteps(doc)
  const takeLost = watchLostValues(doc)
  const takeOrphans = watchOrphans(doc, ownerOf)
  const emitted: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => emitted.push(update))
  return (update, by) => {
    emitted.length = 0
    Y.applyUpdate(doc, update)
    assertWhole(doc)
    if (emitted.length === 0) return undefined
    const overruled = takeConflicts(update, by.person)
    const own = [...takeLost(update), ...stricterChanges(doc, overruled, takeComing())]
    const conflicts = [...overruled, ...takeOrphans(by.person)]
    applyToDoc(doc, own, nobody)
    return {
      update: emitted.length > 1 ? Y.mergeUpdates(emitted) : emitted[0]!,
      changes: takeChanges(),
      conflicts,
      amended: own.length > 0,
    }
  }
}

function withRevision(entry: LogEntry, revision: UnwrittenEntry['revision']): UnwrittenEntry {
  return revision ? { ...entry, revision } : entry
}

function loaded({ snapshot, updates }: KeptLog): Y.Doc {
  const doc = new Y.Doc()
  for (const root of docRoots) doc.getMap(root)
  doc.transact(() => {
    if (snapshot) Y.applyUpdate(doc, snapshot)
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  assertWhole(doc)
  return doc
}

/** Throws if the document has pending structs: they are part of no encoded state and would be lost. */
function assertWhole(doc: Y.Doc): void {
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
    throw new Error('an update left something pending in the document')
  }
}

/**
 * Estimates the encoded size of the document from above: adds up updates, and encodes anew only
 * where that is too much and it has grown noticeably.
 */
function measured(doc: Y.Doc, { snapshot, updates }: KeptLog, limit: number) {
  let grown = updates.reduce((sum, { length }) => sum + length, 0)
  let bytes = (snapshot?.length ?? 0) + grown
  let version = 0
  return {
    bytes: () => bytes,
    version: () => version,
    grow: (by: number) => {
      bytes += by
      grown += by
      version += 1
    },
    /** False where that would not be worth its while. */
    recount: (): boolean => {
      if (grown < limit / 64) return false
      bytes = Y.encodeStateAsUpdate(doc).length
      grown = 0
      return true
    },
  }
}

/**
 * Caches the encoded state: after a network failure hundreds of clients ask for it at once. What
 * was loaded as one update is not encoded again.
 */
function wholeState(doc: Y.Doc, { snapshot, updates }: KeptLog, version: () => number) {
  const loaded = snapshot ? [snapshot, ...updates] : updates
  let last: { readonly version: number; readonly vector: Buffer; readonly update: Uint8Array } | undefined =
    loaded.length === 1
      ? { version: version(), vector: Buffer.from(nothingKnown), update: loaded[0]! }
      : undefined
  return {
    since: (stateVector: Uint8Array): Uint8Array | undefined => {
      if (last?.version === version() && last.vector.equals(stateVector)) return last.update
      try {
        const update = Y.encodeStateAsUpdate(doc, stateVector)
        last = { version: version(), vector: Buffer.from(stateVector), update }
        return update
      } catch {
        return undefined
      }
    },
  }
}
