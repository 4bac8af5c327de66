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
  /** Commands a second of one person in one chart, on average; faster ones are answered `too-many`. */
  readonly commandsPerSecond: number
  readonly commandsAtOnce: number
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
  /** New charts of one person, link or address in an hour; as many at once. */
  readonly chartsPerHour: number
  /** Bytes of chart files that one of them may hand in in an hour. */
  readonly bytesPerHour: number
  /** Persons that are made for one address in an hour. */
  readonly peoplePerHour: number
  /** Open connections of one person or link, and of one address. */
  readonly connectionsPerPerson: number
  readonly connectionsPerAddress: number
  /** ms that a check, a drawing or a reading may take before it goes on behind the short ones. */
  readonly jobShort: number
  /** ms after which it is ended. */
  readonly jobLong: number
  /** Jobs of one person, link or address that may wait. */
  readonly jobsPerAsker: number
  /** Jobs of all together that may wait. */
  readonly jobsWaiting: number
  /** Bytes of charts that may wait with the jobs of one asker; of all together four times as many. */
  readonly jobBytes: number
}

const megabyte = 1024 * 1024

/** The default limits. */
export const limits: Limits = {
  frame: 5 * megabyte,
  update: 4 * megabyte,
  document: 16 * megabyte,
  updatesPerSecond: 500,
  updatesAtOnce: 2000,
  commandsPerSecond: 5,
  commandsAtOnce: 100,
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
  chartsPerHour: 500,
  bytesPerHour: 128 * megabyte,
  peoplePerHour: 300,
  connectionsPerPerson: 1000,
  connectionsPerAddress: 5000,
  jobShort: 8000,
  jobLong: 60_000,
  jobsPerAsker: 200,
  jobsWaiting: 1000,
  jobBytes: 64 * megabyte,
}
