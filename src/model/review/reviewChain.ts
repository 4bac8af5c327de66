/**
 * The chain of hashes over a review: each event carries the SHA-256 of the link before it and of itself, so
 * that nothing can be changed, left out or put in between without the later links telling. The server makes
 * the links; the page and `qingquan review verify` work them out anew (the page also without https, where a
 * browser has no SHA-256 of its own). Events of
 * earlier versions carry none; the chain begins with the first that does, over all before it.
 */
import { toHexString } from 'lib0/buffer'
import { digest } from 'lib0/hash/sha256'
import { encodeUtf8 } from 'lib0/string'
import type { ReviewEvent } from './review.ts'

export type ChainVerdict =
  /** `unchained`: how many events at the beginning carry no hash. */
  | { readonly ok: true; readonly events: number; readonly unchained: number; readonly head: string }
  /** `at`: number of the first event that does not fit, from 1. */
  | { readonly ok: false; readonly at: number }

/** The event with its link; `before`: all events so far. */
export function chained(before: readonly ReviewEvent[], event: ReviewEvent): ReviewEvent {
  return { ...event, chain: linkOf(headOf(before), event) }
}

/** Works out every link anew. */
export function verifyChain(events: readonly ReviewEvent[]): ChainVerdict {
  const first = events.findIndex(({ chain }) => chain !== undefined)
  const unchained = first === -1 ? events.length : first
  let head = headOf(events.slice(0, unchained))
  for (const [at, event] of events.entries()) {
    if (at < unchained) continue
    if (event.chain !== linkOf(head, event)) return { ok: false, at: at + 1 }
    head = event.chain
  }
  return { ok: true, events: events.length, unchained, head }
}

function headOf(events: readonly ReviewEvent[]): string {
  const last = events.at(-1)
  if (last?.chain !== undefined) return last.chain
  return events.reduce((head, event) => linkOf(head, event), '')
}

function linkOf(before: string, event: ReviewEvent): string {
  const plain = canonical({ ...event, chain: undefined })
  return toHexString(digest(encodeUtf8(`${before}\n${plain}`)))
}

/** JSON with sorted keys: the same text whatever wrote it. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((each) => canonical(each)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`)
  return `{${fields.join(',')}}`
}
