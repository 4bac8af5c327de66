import type { OpenTables } from './openTables.ts'
import { expect, it } from 'vitest'
import { aChart, entry, writer } from '../parts.ts'

export function behindContract(open: OpenTables): void {
  it('[HI2] charts whose last updates no revision shows are found, with who wrote them', async () => {
    const { charts, log } = await open()
    const write = writer(1)
    for (const id of ['a', 'b']) await charts.create(aChart(id), entry(id, write(id, 1)), [])
    await charts.keptThrough('a', await charts.seqOf('a'))
    await log.append([entry('a', write('甲', 1), { person: 'li' })])
    await charts.keptThrough('b', await charts.seqOf('b'))
    expect(await charts.behind()).toEqual([{ id: 'a', people: ['li'] }])
    await charts.keptThrough('a', await charts.seqOf('a'))
    expect(await charts.behind()).toEqual([])
  })
}
