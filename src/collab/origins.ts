/** Where a change of a shared document came from; whoever writes it down or sends it on looks here. */

/** The server sent it: durable there, and told to everybody. */
export const fromServer = Symbol('the server')

/** Another tab of this browser made it: written down there, but perhaps not yet with the server. */
export const fromTab = Symbol('another tab')

/** Another tab had it from the server. */
export const fromServerByTab = Symbol('the server, by another tab')

/** It was kept in this browser. */
export const fromDisk = Symbol('disk')
