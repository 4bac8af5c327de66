/** Updates as no Yjs client would write them, byte by byte. */
import * as encoding from 'lib0/encoding'

type Id = readonly [client: number, clock: number]

export interface CraftedItem {
  readonly origin?: Id
  readonly right?: Id
  /** A root's name, or the item that holds a type. */
  readonly parent?: string | Id
  readonly sub?: string
  readonly content: Content
}

type Content = readonly [ref: number, write: (out: encoding.Encoder) => void]
export type CraftedStruct = CraftedItem | { readonly gc: number } | { readonly skip: number }

export interface CraftedBlock {
  readonly client: number
  readonly clock?: number
  readonly structs: readonly CraftedStruct[]
}

export const map: Content = [7, (out) => encoding.writeVarUint(out, 1)]
export const text: Content = [7, (out) => encoding.writeVarUint(out, 2)]
export const array: Content = [7, (out) => encoding.writeVarUint(out, 0)]
export const xml: Content = [7, (out) => (encoding.writeVarUint(out, 3), encoding.writeVarString(out, 'p'))]
export const words: Content = [4, (out) => encoding.writeVarString(out, 'abc')]
export const bytes: Content = [3, (out) => encoding.writeVarUint8Array(out, Uint8Array.of(1))]
export const embed: Content = [5, (out) => encoding.writeVarString(out, '{}')]
export const format: Content = [
  6,
  (out) => (encoding.writeVarString(out, 'bold'), encoding.writeVarString(out, 'true')),
]
export const subDocument: Content = [
  9,
  (out) => (encoding.writeVarString(out, 'guid'), encoding.writeAny(out, {})),
]
export const oldJson: Content = [
  2,
  (out) => (encoding.writeVarUint(out, 1), encoding.writeVarString(out, '1')),
]

export function deleted(length: number): Content {
  return [1, (out) => encoding.writeVarUint(out, length)]
}

/** Values as lib0 writes them; functions write themselves. */
export function values(...all: readonly unknown[]): Content {
  return [
    8,
    (out) => {
      encoding.writeVarUint(out, all.length)
      for (const value of all) {
        if (typeof value === 'function') (value as (out: encoding.Encoder) => void)(out)
        else encoding.writeAny(out, value as never)
      }
    },
  ]
}

/** An object whose only key is this, also where no object literal could have it. */
export function keyed(key: string, value: unknown): (out: encoding.Encoder) => void {
  return (out) => {
    encoding.writeUint8(out, 118)
    encoding.writeVarUint(out, 1)
    encoding.writeVarString(out, key)
    encoding.writeAny(out, value as never)
  }
}

export type Deletion = readonly [client: number, clock: number, length: number]

export function crafted(blocks: readonly CraftedBlock[], deletions: readonly Deletion[] = []): Uint8Array {
  return encoding.encode((out) => {
    encoding.writeVarUint(out, blocks.length)
    for (const { client, clock = 0, structs } of blocks) {
      encoding.writeVarUint(out, structs.length)
      encoding.writeVarUint(out, client)
      encoding.writeVarUint(out, clock)
      for (const struct of structs) writeStruct(out, struct)
    }
    encoding.writeVarUint(out, deletions.length)
    for (const [client, clock, length] of deletions) {
      for (const number of [client, 1, clock, length]) encoding.writeVarUint(out, number)
    }
  })
}

function writeStruct(out: encoding.Encoder, struct: CraftedStruct): void {
  if ('gc' in struct || 'skip' in struct) {
    encoding.writeUint8(out, 'gc' in struct ? 0 : 10)
    encoding.writeVarUint(out, 'gc' in struct ? struct.gc : struct.skip)
    return
  }
  const { origin, right, parent, sub, content } = struct
  const [ref, write] = content
  encoding.writeUint8(out, ref | (origin ? 128 : 0) | (right ? 64 : 0) | (sub === undefined ? 0 : 32))
  if (origin) writeId(out, origin)
  if (right) writeId(out, right)
  if (!origin && !right) {
    encoding.writeVarUint(out, typeof parent === 'string' ? 1 : 0)
    if (typeof parent === 'string') encoding.writeVarString(out, parent)
    else writeId(out, parent ?? [0, 0])
    if (sub !== undefined) encoding.writeVarString(out, sub)
  }
  write(out)
}

function writeId(out: encoding.Encoder, [client, clock]: Id): void {
  encoding.writeVarUint(out, client)
  encoding.writeVarUint(out, clock)
}
