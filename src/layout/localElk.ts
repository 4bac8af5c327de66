/** ELK in the same thread, for tests and the command line. It blocks, so the page uses a worker instead. */
import ElkConstructor from 'elkjs/lib/elk.bundled.js'
import type { Elk } from './elk.ts'

/** A new ELK engine in this thread. */
export const localElk = (): Elk => new ElkConstructor()
