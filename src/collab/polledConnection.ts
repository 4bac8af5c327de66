/**
 * The client's side of a connection made of plain requests (`protocol/README.md`): looks like a
 * WebSocket to `connection.ts`. One request waits for frames, another sends those that have gathered;
 * if either fails, the connection has ended, as a WebSocket's has.
 */
import { closingHeader, frameBody, framesOfBody } from '../protocol/frameBody.ts'
import type { FrameSocket } from './connectionParts.ts'

/** Posts to a path below that of the connection (`''` with the ticket opens it); rejects without an answer. */
export type PostFrames = (path: string, body?: Uint8Array<ArrayBuffer>) => Promise<Response>

/** WebSocket's own code for a connection that was cut. */
const abnormal = 1006

const normal = 1000

interface Line {
  readonly post: PostFrames
  readonly events: EventTarget
  readonly gathered: Uint8Array[]
  secret: string
  /** As WebSocket counts: 0 connecting, 1 open, 3 closed. */
  state: 0 | 1 | 3
  isSending: boolean
}

export function polledConnection(post: PostFrames): FrameSocket {
  const line: Line = {
    post,
    events: new EventTarget(),
    gathered: [],
    secret: '',
    state: 0,
    isSending: false,
  }
  const cut = () => end(line, abnormal)
  void begin(line).catch(cut)
  return {
    binaryType: 'arraybuffer',
    get readyState() {
      return line.state
    },
    send: (frame) => {
      line.gathered.push(frame)
      void flush(line).catch(cut)
    },
    close: () => {
      if (line.state === 1) void post(`/${line.secret}/close`).catch(() => undefined)
      end(line, normal)
    },
    addEventListener: (type: string, listener: (event: never) => void) =>
      line.events.addEventListener(type, listener as (event: Event) => void),
  }
}

async function begin(line: Line): Promise<void> {
  const answer = await line.post('')
  if (!answer.ok || line.state !== 0) return end(line, abnormal)
  line.secret = await answer.text()
  line.state = 1
  line.events.dispatchEvent(new Event('open'))
  void flush(line).catch(() => end(line, abnormal))
  await hear(line)
}

async function flush(line: Line): Promise<void> {
  if (line.isSending || line.state !== 1 || line.gathered.length === 0) return
  line.isSending = true
  const answer = await line.post(`/${line.secret}/send`, frameBody(line.gathered.splice(0)))
  line.isSending = false
  if (!answer.ok) return end(line, abnormal)
  await flush(line)
}

async function hear(line: Line): Promise<void> {
  while (line.state === 1) {
    const answer = await line.post(`/${line.secret}/hear`)
    const frames = answer.ok ? framesOfBody(new Uint8Array(await answer.arrayBuffer())) : undefined
    if (!frames) return end(line, abnormal)
    for (const frame of frames) {
      if (line.state !== 1) return
      line.events.dispatchEvent(Object.assign(new Event('message'), { data: frame.slice().buffer }))
    }
    const code = answer.headers.get(closingHeader)
    if (code !== null) return end(line, Number(code))
  }
}

function end(line: Line, code: number): void {
  if (line.state === 3) return
  line.state = 3
  line.events.dispatchEvent(Object.assign(new Event('close'), { code }))
}
