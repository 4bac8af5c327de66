/** All limits of a connection. The server may be configured with others. */

export interface Limits {
  /** Bytes of one frame; a larger one closes the connection (WebSocket 1009). */
  readonly frame: number
  /** Bytes of one update; a larger one is refused. */
  readonly update: number
  /** Bytes of a whole chart, as Yjs encodes it. */
  readonly document: number
  /** Update frames a second of one connection, on average; faster ones are read later, not refused. */
  readonly updatesPerSecond: number
  /** Size of the burst that is accepted at once. */
  readonly updatesAtOnce: number
  /** Connections of one chart. */
  readonly connections: number
  /** Bytes of one presence state. */
  readonly presence: number
  /** ms between presence broadcasts of a room. */
  readonly presenceEvery: number
  /** Bytes that may be queued for one reader. */
  readonly waiting: number
  /** Refusals after which a connection is closed. */
  readonly refusals: number
  /** How deep a value may be nested. */
  readonly depth: number
  /** ms that a ticket is valid, for one use. */
  readonly ticket: number
  /** ms without a connection after which a room is closed. */
  readonly idle: number
  /** ms between pings; a peer that answers neither of two is disconnected. */
  readonly ping: number
  /** Bytes of a chart file that is handed in. */
  readonly chartFile: number
}

const megabyte = 1024 * 1024

/** The default limits. */
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
