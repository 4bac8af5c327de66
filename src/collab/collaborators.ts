/**
 * Presence of other people. Outgoing presence is throttled and limited in size; incoming
 * presence is validated.
 */
import type { Awareness } from 'y-protocols/awareness'
import type { Id } from '../model/chart.ts'
import { limits } from '../protocol/limits.ts'

/** Places are in the units of the arrangement: the same on every screen. */
export interface PresenceState {
  readonly cursor?: readonly [x: number, y: number] | undefined
  readonly selection: readonly Id[]
  /** The step of which a field is being filled in. */
  readonly editing?: Id | undefined
  readonly view: string
  readonly edition: string
  /** The middle of what is seen, and its zoom. */
  readonly viewport?: readonly [x: number, y: number, zoom: number] | undefined
}

/** Another person; name, post and role are set by the server. */
export interface Collaborator extends PresenceState {
  readonly client: number
  readonly name: string
  readonly post: string
}

export interface Collaborators {
  /** The same array until it changes. */
  readonly others: () => readonly Collaborator[]
  /** Adds a listener; returns a function that removes it. */
  readonly onChange: (listener: () => void) => () => void
  /** Announces presence within `pace` ms; sends nothing while nobody else is present. */
  readonly tell: (news: Partial<PresenceState>) => void
  readonly close: () => void
}

/** ms between two frames of one person. */
const pace = 60

/** Bytes; leaves room for the fields that the server adds. */
const room = limits.presence - 224

/**
 * Watches who else has the document open. Pace (60 ms), size and validation of presence are
 * handled here; the clock is passed in.
 */
export function openCollaborators(
  awareness: Awareness,
  first: PresenceState,
  after: (ms: number, call: () => void) => () => void,
): Collaborators {
  let mine = first
  let told: PresenceState | undefined
  let cancel: (() => void) | undefined
  let read: readonly Collaborator[] | undefined
  const flush = () => {
    cancel = undefined
    if (mine === told || awareness.getStates().size < 2) return
    told = mine
    awareness.setLocalState({ ...fitting(mine) })
    cancel = after(pace, flush)
  }
  const listeners = new Set<() => void>()
  const changed = ({ added, updated, removed }: Changed) => {
    if ([...added, ...updated, ...removed].every((client) => client === awareness.clientID)) return
    read = undefined
    if (added.length > 0 && !cancel) flush()
    for (const listener of listeners) listener()
  }
  awareness.setLocalState({ ...fitting(mine) })
  awareness.on('change', changed)
  return {
    others: () => (read ??= othersIn(awareness)),
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    tell: (news) => {
      if (isKnown(news, mine)) return
      mine = { ...mine, ...news }
      if (!cancel) flush()
    },
    close: () => {
      cancel?.()
      awareness.off('change', changed)
    },
  }
}

interface Changed {
  readonly added: readonly number[]
  readonly updated: readonly number[]
  readonly removed: readonly number[]
}

function isKnown(news: Partial<PresenceState>, known: PresenceState): boolean {
  return JSON.stringify({ ...known, ...news }) === JSON.stringify(known)
}

/** Truncates the selection until the presence fits the size limit. */
function fitting(presence: PresenceState): PresenceState {
  let selection = presence.selection.slice(0, 32)
  while (bytesOf({ ...presence, selection }) > room && selection.length > 0)
    selection = selection.slice(0, selection.length / 2)
  return { ...presence, selection }
}

function bytesOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length
}

function othersIn(awareness: Awareness): readonly Collaborator[] {
  return [...awareness.getStates()]
    .filter(([client]) => client !== awareness.clientID)
    .map(([client, state]) => otherOf(client, state))
    .sort((a, b) => a.client - b.client)
}

function otherOf(client: number, state: { readonly [field: string]: unknown }): Collaborator {
  const user = (state['user'] ?? {}) as { readonly [field: string]: unknown }
  const [x, y] = numbersOf(state['cursor'])
  const [middleX, middleY, zoom] = numbersOf(state['viewport'])
  const selection: readonly unknown[] = Array.isArray(state['selection']) ? state['selection'] : []
  return {
    client,
    name: textOf(user['name']),
    post: textOf(user['post']),
    cursor: x === undefined || y === undefined ? undefined : [x, y],
    selection: selection.filter((id) => typeof id === 'string'),
    editing: textOf(state['editing']) || undefined,
    view: textOf(state['view']),
    edition: textOf(state['edition']),
    viewport:
      middleX === undefined || middleY === undefined || !zoom || zoom < 0
        ? undefined
        : [middleX, middleY, zoom],
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function numbersOf(value: unknown): readonly (number | undefined)[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : []
  return list.map((each) => (typeof each === 'number' && Number.isFinite(each) ? each : undefined))
}
