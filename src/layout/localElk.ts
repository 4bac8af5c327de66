/** ELK in place: for tests and the command line, where nobody waits for a frame. */
import ElkConstructor from 'elkjs/lib/elk.bundled.js'
import type { Elk } from './elk.ts'

export const localElk = (): Elk => new ElkConstructor()
