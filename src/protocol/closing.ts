/** Why the server closes a connection: WebSocket close codes, and what a client does about each. */

/** WebSocket close codes of a room, by reason. */
export const closing = {
  /** A frame that is no message of this protocol. Connect again, from a fresh state. */
  badFrame: 4400,
  /** The link was revoked, has run out, or the role is gone. Do not connect again with the same right. */
  noAccess: 4403,
  /** The chart was deleted. */
  gone: 4404,
  /** This reader fell too far behind. Connect again: syncing costs less than what waits. */
  tooSlow: 4408,
  /** Twenty refusals. Connect again, from a fresh state. */
  tooManyRefusals: 4422,
  /** Nothing can be made durable now (a full disk), or the server is stopping. Connect again later. */
  tryLater: 1013,
} as const

export type Closing = (typeof closing)[keyof typeof closing]
