/** Every limit of the connection, in one place. The server may be given others; these are the defaults. */

export interface Limits {
  /** Bytes of one frame; a larger one closes the connection (WebSocket 1009). */
  readonly frame: number
  /** Bytes of one update; a larger one is refused. */
  readonly update: number
  /** Bytes of a whole chart, as Yjs encodes it. */
  readonly document: number
  /** Update frames a second of one connection, on average; faster ones are read later, not refused. */
  readonly updatesPerSecond: number
  /** So many may come at once. */
  readonly updatesAtOnce: number
  /** Connections of one chart. */
  readonly connections: number
  /** Bytes of one presence state. */
  readonly presence: number
  /** ms: presence of a room is told at most so often. */
  readonly presenceEvery: number
  /** Bytes that may wait for one reader. */
  readonly waiting: number
  /** Refusals after which a connection is closed. */
  readonly refusals: number
  /** How deep a value may be nested. */
  readonly depth: number
  /** ms: a ticket is good for so long, once. */
  readonly ticket: number
  /** ms: a chart that nobody has open leaves the memory. */
  readonly idle: number
  /** ms between the server's pings; who answers none of two is taken for gone. */
  readonly ping: number
  /** Bytes of a chart file that is handed in. */
  readonly chartFile: number
}

const megabyte = 1024 * 1024

export const limits: Limits = {
  frame: 5 * megabyte,
  update: 4 * megabyte,
  document: 16 * megabyte,
  updatesPerSecond: 500,
  updatesAtOnce: 2000,
  connections: 1000,
  presence: 1024,
  presenceEvery: 50,
  waiting: 8 * megabyte,
  refusals: 20,
  depth: 8,
  ticket: 60_000,
  idle: 60_000,
  ping: 15_000,
  chartFile: 8 * megabyte,
}
