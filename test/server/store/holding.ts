/** A server that has a directory until it is killed. */
import { openStore } from '../../../src/server/store/openStore.ts'

await openStore(process.argv[2]!)
process.stdout.write('open\n')
