/** Decodes an update and validates all its numbers before Yjs sees it. */
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'

export type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]

export interface ClockRange {
  readonly clock: number
  readonly len: number
}

export interface Decoded {
  /** By client, each without a break from its first clock on, unless there is a Skip. */
  readonly structs: ReadonlyMap<number, readonly Struct[]>
  /** By client, in order, none over another. */
  readonly deletions: ReadonlyMap<number, readonly ClockRange[]>
}

/**
 * Undefined for bytes that no Yjs client writes: truncated or with a tail, invalid numbers, a
 * client twice, empty structs. Never throws.
 */
export function decoded(update: Uint8Array): Decoded | undefined {
  try {
    return read(update)
  } catch {
    return undefined
  }
}

function read(update: Uint8Array): Decoded | undefined {
  let reading: Y.UpdateDecoderV1 | undefined
  // Called with `new`, this answers Yjs's own decoder, and keeps it: only the decoder knows where the update ended.
  const Reading = function (bytes: decoding.Decoder) {
    reading = new Y.UpdateDecoderV1(bytes)
    return reading
  } as unknown as typeof Y.UpdateDecoderV1
  const { structs, ds } = Y.decodeUpdateV2(update, Reading)
  if (reading?.restDecoder.pos !== update.length) return undefined
  const byClient = grouped(structs)
  // Yjs would silently drop the first of two blocks of one client.
  if (byClient.size !== decoding.readVarUint(decoding.createDecoder(update))) return undefined
  if (!structs.every(isSound) || ![...ds.clients].every(isInOrder)) return undefined
  return { structs: byClient, deletions: ds.clients }
}

function grouped(structs: readonly Struct[]): ReadonlyMap<number, readonly Struct[]> {
  const byClient = new Map<number, Struct[]>()
  for (const struct of structs) {
    const list = byClient.get(struct.id.client)
    if (list) list.push(struct)
    else byClient.set(struct.id.client, [struct])
  }
  return byClient
}

/** lib0 reads numbers that are too long as NaN; clocks must stay safe integers. */
function isSound(struct: Struct): boolean {
  if (!isId(struct.id) || struct.length < 1 || !isCount(struct.id.clock + struct.length)) return false
  if (!(struct instanceof Y.Item)) return true
  const { origin, rightOrigin, parent } = struct
  return [origin, rightOrigin, parent instanceof Y.ID ? parent : null].every((id) => id === null || isId(id))
}

/**
 * True if ranges are sorted and disjoint, as Yjs writes them; overlapping ranges would cost
 * the product of their lengths.
 */
function isInOrder([client, ranges]: readonly [number, readonly ClockRange[]]): boolean {
  let end = 0
  return (
    isCount(client) &&
    ranges.every(({ clock, len }) => {
      const fine = isCount(clock) && clock >= end && len >= 1 && isCount(clock + len)
      end = clock + len
      return fine
    })
  )
}

/** The last element for which `isSo` holds, by binary search; the first if it holds for none. */
export function lastFrom<T>(sorted: readonly T[], isSo: (one: T) => boolean): T | undefined {
  let low = 0
  let high = sorted.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (isSo(sorted[middle]!)) low = middle
    else high = middle - 1
  }
  return sorted[low]
}

function isId({ client, clock }: { readonly client: number; readonly clock: number }): boolean {
  return isCount(client) && isCount(clock)
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}
