/**
 * One participant's side of the conversation (protocol/README.md): counts update frames,
 * acknowledges what is durable, says what was refused, and who the participant now is.
 */
import { closing } from '../../protocol/closing.ts'
import type { Message, RefusalCode } from '../../protocol/messages.ts'
import { decodeMessage, encodeMessage, refusalCodes } from '../../protocol/messages.ts'
import type { Role } from '../../protocol/roles.ts'
import type { LogEntry } from '../store/tables.ts'
import type { RoomDocument } from './document.ts'
import type { Socket } from './socket.ts'
import type { RoomPresence } from './presence.ts'
import type { Participant } from './participant.ts'
import type { Writer } from './writer.ts'

export interface RoomConnection {
  readonly line: Socket
  readonly participant: () => Participant
  /** From now on. Undefined: nothing any more. */
  readonly setRole: (role: Role | undefined) => void
}

/** What a connection has of its room. */
export interface RoomServices {
  readonly document: RoomDocument
  readonly writer: Writer
  readonly presence: RoomPresence
  readonly refusals: number
  /** Tells the others of what is durable now. */
  readonly committed: (entry: LogEntry, from: RoomConnection | undefined) => void
  readonly refused: () => void
  /** The document can no longer be trusted. */
  readonly broken: (error: unknown) => void
  readonly report: (error: unknown) => void
  readonly command: (participant: Participant, body: unknown) => Promise<unknown>
}

/** Greets, and answers from now on. */
export function openRoomConnection(line: Socket, first: Participant, services: RoomServices): RoomConnection {
  let participant = first
  const connection: RoomConnection = {
    line,
    participant: () => participant,
    setRole: (role) => {
      if (role === participant.role) return
      if (role) participant = { ...participant, role }
      line.send(encodeMessage({ kind: 'role', role: role ?? '' }))
      if (!role) line.end(closing.noAccess)
    },
  }
  greet(line, services)
  const take = updateTaker(connection, services)
  line.start((frame) => {
    if (!hear(connection, services, decodeMessage(frame), take)) line.end(closing.badFrame)
  })
  return connection
}

function greet(line: Socket, { document, writer, presence }: RoomServices): void {
  const stateVector = document.stateVector()
  whenDurable(writer, () => line.send(encodeMessage({ kind: 'step1', stateVector })))
  line.send(encodeMessage({ kind: 'awareness', update: presence.all() }))
}

function whenDurable(writer: Writer, durable: () => void): void {
  // What is lost closes the connection: there is nobody left to tell.
  writer.add({ durable, lost: () => undefined })
}

/** False for what nobody may send to a server. */
function hear(
  connection: RoomConnection,
  services: RoomServices,
  message: Message | undefined,
  take: (update: Uint8Array) => void,
): boolean {
  const { line, participant } = connection
  switch (message?.kind) {
    case 'step1':
      return answerStep1(line, services, message.stateVector)
    case 'step2':
    case 'update':
      take(message.update)
      return true
    case 'awareness':
      return services.presence.heard(connection, message.update, participant())
    case 'queryAwareness':
      line.send(encodeMessage({ kind: 'awareness', update: services.presence.all() }))
      return true
    case 'command':
      whenDurable(services.writer, () => {
        void answerCommand(connection, services, message.id, message.body).catch(services.report)
      })
      return true
    case 'acknowledge':
    case 'refuse':
    case 'role':
    case 'answer':
    case 'notice':
    case 'unknown':
    case undefined:
      return false
  }
}

/** Encoded now, told when all that is in it is durable. */
function answerStep1(line: Socket, { document, writer }: RoomServices, stateVector: Uint8Array): boolean {
  const update = document.since(stateVector)
  if (!update) return false
  whenDurable(writer, () => line.sendLarge(encodeMessage({ kind: 'step2', update })))
  return true
}

async function answerCommand(
  { line, participant }: RoomConnection,
  { command }: RoomServices,
  id: number,
  body: unknown,
): Promise<void> {
  const answer = await command(participant(), body)
  line.send(encodeMessage({ kind: 'answer', id, body: answer }))
}

/** Takes update frames as they come, and says of each what became of it, in that order. */
function updateTaker(connection: RoomConnection, services: RoomServices): (update: Uint8Array) => void {
  const { line } = connection
  const settle = acknowledger(line)
  let frames = 0
  let refusals = 0
  const refuse = (frame: number, code: RefusalCode) => {
    line.send(encodeMessage({ kind: 'refuse', frame, code, after: refusalCodes[code] }))
    settle(frame)
  }
  const refused = (frame: number, code: RefusalCode) => {
    services.refused()
    const last = (refusals += 1) >= services.refusals
    const say = () => {
      refuse(frame, code)
      if (last) line.end(closing.tooManyRefusals)
    }
    services.writer.add({ durable: say, lost: say })
  }
  return (update) => {
    if (refusals >= services.refusals) return
    const frame = (frames += 1)
    try {
      const taken = services.document.take(update, connection.participant())
      if (!taken.ok) return refused(frame, taken.code)
      const { entry } = taken
      services.writer.add({
        ...(entry && { entry }),
        durable: () => {
          if (entry) services.committed(entry, connection)
          settle(frame)
        },
        lost: () => refuse(frame, 'not-saved'),
      })
    } catch (error) {
      refuse(frame, 'undecodable')
      line.end(closing.tooManyRefusals)
      services.broken(error)
    }
  }
}

/** One acknowledgement for all that became durable together. */
function acknowledger(line: Socket): (frame: number) => void {
  let settled = 0
  let said = 0
  return (frame) => {
    if (said === settled) {
      setImmediate(() => {
        said = settled
        line.send(encodeMessage({ kind: 'acknowledge', frames: settled }))
      })
    }
    settled = frame
  }
}
