/** Transaction origins: where a change of a shared document came from. */

/** From the server: durable there and sent to everybody. */
export const fromServer = Symbol('the server')

/** Made in another tab: stored there, perhaps not sent to the server yet. */
export const fromTab = Symbol('another tab')

/** From the server, through another tab. */
export const fromServerByTab = Symbol('the server, by another tab')

/** Loaded from this browser's storage. */
export const fromDisk = Symbol('disk')
