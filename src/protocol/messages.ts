/**
 * The frames between a browser and a room. Kinds 0–3 are those of y-websocket, byte for
 * byte; 100–105 are ours, and clients that do not know them pass them over. The grammar
 * stands in README.md.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

export const messageKind = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  acknowledge: 100,
  refuse: 101,
  role: 102,
  command: 103,
  answer: 104,
  notice: 105,
} as const

export const syncStep = { step1: 0, step2: 1, update: 2 } as const

/** What a client does with its work after a refusal: connect afresh, try again later, or take it back. */
export type AfterRefusal = 'resync' | 'later' | 'never'

/** Why an update was refused, and what the client does with it then. */
export const refusalCodes = {
  undecodable: 'resync',
  'too-large': 'never',
  gap: 'resync',
  'unknown-parent': 'resync',
  'foreign-client': 'never',
  'unknown-root': 'never',
  'wrong-content': 'never',
  'too-deep': 'never',
  'forbidden-key': 'never',
  'document-too-large': 'never',
  'too-long': 'never',
  'too-many': 'never',
  'read-only': 'never',
  'not-saved': 'later',
} as const satisfies { readonly [code: string]: AfterRefusal }

export type RefusalCode = keyof typeof refusalCodes

export interface FrameRefusal {
  /** Which update frame of this connection, counted from 1. */
  readonly frame: number
  readonly code: string
  readonly after: AfterRefusal
}

/** All that a frame can say. `step2` and `update` are the update frames that acknowledgements count. */
export type Message =
  | { readonly kind: 'step1'; readonly stateVector: Uint8Array }
  | { readonly kind: 'step2'; readonly update: Uint8Array }
  | { readonly kind: 'update'; readonly update: Uint8Array }
  | { readonly kind: 'awareness'; readonly update: Uint8Array }
  | { readonly kind: 'queryAwareness' }
  | { readonly kind: 'acknowledge'; readonly frames: number }
  | ({ readonly kind: 'refuse' } & FrameRefusal)
  | { readonly kind: 'role'; readonly role: string }
  | { readonly kind: 'command'; readonly id: number; readonly body: unknown }
  | { readonly kind: 'answer'; readonly id: number; readonly body: unknown }
  | { readonly kind: 'notice'; readonly body: unknown }
  | { readonly kind: 'unknown'; readonly number: number }

/** Encodes a message as one binary frame. */
export function encodeMessage(message: Exclude<Message, { kind: 'unknown' }>): Uint8Array {
  return encoding.encode((out) => {
    switch (message.kind) {
      case 'step1':
        return writeSync(out, syncStep.step1, message.stateVector)
      case 'step2':
        return writeSync(out, syncStep.step2, message.update)
      case 'update':
        return writeSync(out, syncStep.update, message.update)
      case 'awareness':
        encoding.writeVarUint(out, messageKind.awareness)
        return encoding.writeVarUint8Array(out, message.update)
      case 'queryAwareness':
        return encoding.writeVarUint(out, messageKind.queryAwareness)
      case 'acknowledge':
        encoding.writeVarUint(out, messageKind.acknowledge)
        return encoding.writeVarUint(out, message.frames)
      case 'refuse':
        encoding.writeVarUint(out, messageKind.refuse)
        encoding.writeVarUint(out, message.frame)
        encoding.writeVarString(out, message.code)
        return encoding.writeVarString(out, message.after)
      case 'role':
        encoding.writeVarUint(out, messageKind.role)
        return encoding.writeVarString(out, message.role)
      case 'command':
      case 'answer':
        encoding.writeVarUint(out, messageKind[message.kind])
        encoding.writeVarUint(out, message.id)
        return encoding.writeVarString(out, JSON.stringify(message.body))
      case 'notice':
        encoding.writeVarUint(out, messageKind.notice)
        return encoding.writeVarString(out, JSON.stringify(message.body))
    }
  })
}

function writeSync(out: encoding.Encoder, step: number, bytes: Uint8Array): void {
  encoding.writeVarUint(out, messageKind.sync)
  encoding.writeVarUint(out, step)
  encoding.writeVarUint8Array(out, bytes)
}

/**
 * Decodes one frame. Undefined if the bytes are no message; bytes after a complete message are
 * ignored. Kinds unknown to us are answered as `unknown`.
 */
export function decodeMessage(frame: Uint8Array): Message | undefined {
  try {
    return readMessage(decoding.createDecoder(frame))
  } catch {
    return undefined
  }
}

function readMessage(input: decoding.Decoder): Message | undefined {
  const number = decoding.readVarUint(input)
  switch (number) {
    case messageKind.sync:
      return readSync(input)
    case messageKind.awareness:
      return { kind: 'awareness', update: decoding.readVarUint8Array(input) }
    case messageKind.queryAwareness:
      return { kind: 'queryAwareness' }
    case messageKind.acknowledge:
      return { kind: 'acknowledge', frames: decoding.readVarUint(input) }
    case messageKind.refuse:
      return {
        kind: 'refuse',
        frame: decoding.readVarUint(input),
        code: decoding.readVarString(input),
        after: readAfter(input),
      }
    case messageKind.role:
      return { kind: 'role', role: decoding.readVarString(input) }
    case messageKind.command:
    case messageKind.answer:
      return {
        kind: number === messageKind.command ? 'command' : 'answer',
        id: decoding.readVarUint(input),
        body: JSON.parse(decoding.readVarString(input)) as unknown,
      }
    case messageKind.notice:
      return { kind: 'notice', body: JSON.parse(decoding.readVarString(input)) as unknown }
    default:
      return { kind: 'unknown', number }
  }
}

function readSync(input: decoding.Decoder): Message | undefined {
  const step = decoding.readVarUint(input)
  const bytes = decoding.readVarUint8Array(input)
  switch (step) {
    case syncStep.step1:
      return { kind: 'step1', stateVector: bytes }
    case syncStep.step2:
      return { kind: 'step2', update: bytes }
    case syncStep.update:
      return { kind: 'update', update: bytes }
    default:
      return undefined
  }
}

function readAfter(input: decoding.Decoder): AfterRefusal {
  const after = decoding.readVarString(input)
  return after === 'later' || after === 'never' ? after : 'resync'
}
