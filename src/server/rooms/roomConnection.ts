/**
 * One participant's connection (protocol/README.md): counts update frames, acknowledges
 * durable ones, reports refusals and role changes.
 */
import { closing } from '../../protocol/closing.ts'
import type { Message, RefusalCode } from '../../protocol/messages.ts'
import { decodeMessage, encodeMessage, refusalCodes } from '../../protocol/messages.ts'
import type { Role } from '../../protocol/roles.ts'
import type { HowTaken, RoomDocument } from './roomDocument.ts'
import type { Socket } from './socket.ts'
import type { RoomPresence } from './roomPresence.ts'
import type { Rate } from '../rate.ts'
import type { Participant } from './participant.ts'
import type { UnwrittenEntry, Writer } from './writer.ts'

export interface RoomConnection {
  readonly socket: Socket
  readonly participant: () => Participant
  /**
   * Sets the role. Undefined: no access; nothing more is read or told, and the connection ends as soon
   * as what had been taken in is acknowledged.
   */
  readonly setRole: (role: Role | undefined) => void
}

/** What a connection uses of its room. */
export interface RoomServices {
  readonly document: RoomDocument
  readonly writer: Writer
  readonly presence: RoomPresence
  readonly refusals: number
  readonly commandRate: Rate
  /** The connection is to hear of nothing any more. */
  readonly leaving: (connection: RoomConnection) => void
  /** Broadcasts an entry that is durable now. */
  readonly committed: (entry: UnwrittenEntry, from: RoomConnection | undefined) => void
  readonly refused: () => void
  /** The document is inconsistent; ends the room. */
  readonly broken: (error: unknown) => void
  readonly report: (error: unknown) => void
  readonly command: (participant: Participant, body: unknown) => Promise<unknown>
}

/** Sends step 1 and presence, then handles frames. */
export function openRoomConnection(
  socket: Socket,
  first: Participant,
  services: RoomServices,
): RoomConnection {
  let participant = first
  let isOut = false
  const connection: RoomConnection = {
    socket,
    participant: () => participant,
    setRole: (role) => {
      if (isOut || role === participant.role) return
      if (role) participant = { ...participant, role }
      socket.send(encodeMessage({ kind: 'role', role: role ?? '' }))
      if (role) return
      isOut = true
      services.leaving(connection)
      endAcknowledged(socket, services.writer)
    },
  }
  greet(socket, services)
  const takers = {
    take: updateTaker(connection, services),
    commands: commandTaker(connection, services),
  }
  socket.start((frame) => {
    if (isOut) return
    if (!hear(connection, services, decodeMessage(frame), takers)) socket.end(closing.badFrame)
  })
  return connection
}

/** ms that acknowledgements are waited for: a disk that hangs keeps nobody in. */
const farewell = 500

/** Without the acknowledgement people were told that work is lost which the log has. */
function endAcknowledged(socket: Socket, writer: Writer): void {
  const end = () => socket.end(closing.noAccess)
  const late = setTimeout(end, farewell)
  // Acknowledgements are sent at the end of the tick.
  const soon = () => setImmediate(end)
  writer.add({ durable: soon, lost: soon })
  socket.onEnd(() => clearTimeout(late))
}

function greet(socket: Socket, { document, writer, presence }: RoomServices): void {
  const stateVector = document.stateVector()
  whenDurable(writer, () => socket.send(encodeMessage({ kind: 'step1', stateVector })))
  socket.send(encodeMessage({ kind: 'awareness', update: presence.all() }))
}

function whenDurable(writer: Writer, durable: () => void): void {
  // A lost entry ends the room, so there is nobody to tell.
  writer.add({ durable, lost: () => undefined })
}

interface FrameTakers {
  readonly take: TakeFrame
  readonly commands: (id: number, body: unknown) => void
}

/** Handles one frame. False for frames that a client may not send. */
function hear(
  connection: RoomConnection,
  services: RoomServices,
  message: Message | undefined,
  { take, commands }: FrameTakers,
): boolean {
  const { socket, participant } = connection
  switch (message?.kind) {
    case 'step1':
      return answerStep1(socket, services, message.stateVector)
    case 'step2':
      take(message.update, 'offer')
      return true
    case 'update':
      take(message.update, 'live')
      return true
    case 'awareness':
      return services.presence.heard(connection, message.update, participant())
    case 'queryAwareness':
      socket.send(encodeMessage({ kind: 'awareness', update: services.presence.all() }))
      return true
    case 'command':
      commands(message.id, message.body)
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

/** Encodes the answer now and sends it once everything in it is durable. */
function answerStep1(socket: Socket, { document, writer }: RoomServices, stateVector: Uint8Array): boolean {
  const update = document.since(stateVector)
  if (!update) return false
  whenDurable(writer, () => socket.sendLarge(encodeMessage({ kind: 'step2', update })))
  return true
}

/** Commands of one connection are answered one after the other; too many of one person are refused unread. */
function commandTaker(connection: RoomConnection, services: RoomServices): FrameTakers['commands'] {
  let last: Promise<void> = Promise.resolve()
  return (id, body) => {
    if (!services.commandRate.take(connection.participant().person))
      return connection.socket.send(encodeMessage({ kind: 'answer', id, body: tooMany }))
    last = last.then(
      async () =>
        new Promise<void>((resolve) => {
          const answer = () =>
            void answerCommand(connection, services, id, body).catch(services.report).then(resolve)
          services.writer.add({ durable: answer, lost: resolve })
        }),
    )
  }
}

const tooMany = { ok: false, code: 'too-many' }

async function answerCommand(
  { socket, participant }: RoomConnection,
  { command }: RoomServices,
  id: number,
  body: unknown,
): Promise<void> {
  const answer = await command(participant(), body)
  socket.send(encodeMessage({ kind: 'answer', id, body: answer }))
}

type TakeFrame = (update: Uint8Array, how: HowTaken) => void

/** Handles update frames in order and reports each as acknowledged or refused, in that order. */
function updateTaker(connection: RoomConnection, services: RoomServices): TakeFrame {
  const { socket } = connection
  const settle = acknowledger(socket)
  let frames = 0
  let refusals = 0
  const refuse = (frame: number, code: RefusalCode) => {
    socket.send(encodeMessage({ kind: 'refuse', frame, code, after: refusalCodes[code] }))
    settle(frame)
  }
  const refused = (frame: number, code: RefusalCode) => {
    services.refused()
    const last = (refusals += 1) >= services.refusals
    const say = () => {
      refuse(frame, code)
      if (last) socket.end(closing.tooManyRefusals)
    }
    services.writer.add({ durable: say, lost: say })
  }
  return (update, how) => {
    if (refusals >= services.refusals) return
    const frame = (frames += 1)
    try {
      const taken = services.document.take(update, connection.participant(), how)
      if (!taken.ok) return refused(frame, taken.code)
      const { entry, amended } = taken
      services.writer.add({
        ...(entry && { entry }),
        durable: () => {
          if (entry) services.committed(entry, amended ? undefined : connection)
          settle(frame)
        },
        lost: () => refuse(frame, 'not-saved'),
      })
    } catch (error) {
      refuse(frame, 'undecodable')
      socket.end(closing.tooManyRefusals)
      services.broken(error)
    }
  }
}

/** Combines acknowledgements that become due in the same tick into one frame. */
function acknowledger(socket: Socket): (frame: number) => void {
  let settled = 0
  let said = 0
  return (frame) => {
    if (said === settled) {
      setImmediate(() => {
        said = settled
        socket.send(encodeMessage({ kind: 'acknowledge', frames: settled }))
      })
    }
    settled = frame
  }
}
