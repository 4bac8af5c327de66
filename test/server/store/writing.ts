/** Appends until it is killed, many at once, and prints the number of every edit that was acknowledged. */
import { openStore } from '../../../src/server/store/openStore.ts'
import * as Y from 'yjs'

const [directory, from] = process.argv.slice(2) as [string, string]
const store = await openStore(directory)
if (!(await store.charts.find('c')))
  await store.charts.create(
    { id: 'c', title: '', unit: '', steps: 0, createdAt: 1, changedAt: 1 },
    undefined,
    [],
  )
const doc = new Y.Doc()
let next = Number(from)
const write = async (): Promise<never> => {
  for (;;) {
    const number = next
    next += 1
    const before = Y.encodeStateVector(doc)
    doc.getMap('steps').set(String(number), number)
    const update = Y.encodeStateAsUpdate(doc, before)
    await store.log.append([{ chart: 'c', update, person: 'p', at: 1, clients: [], changes: [] }])
    // Node waits where a reader is slow; writeSync would fail with EAGAIN.
    process.stdout.write(`${number}\n`)
    if (number % 300 === 299) await store.log.compact('c')
  }
}
await Promise.all(Array.from({ length: 20 }, write))
