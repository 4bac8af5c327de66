/** What is posted is what was looked at, in every format: with the real store, the real renderer, and a clock of our own. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readChartFile } from '../../../src/files/chartFile/readChartFile.ts'
import { writePublicChartFile } from '../../../src/files/chartFile/writeChartFile.ts'
import { externalEdition } from '../../../src/model/editions/externalEdition.ts'
import { publicPageSource } from '../../../src/server/publication/publicPageSource.ts'
import type { PublicationRenderer } from '../../../src/server/publication/publicationRenderer.ts'
import { openPublishing } from '../../../src/server/publication/publishing.ts'
import { chartOf, counting } from '../../support/chartOf.ts'
import { flow, flowNames } from '../../support/flows.ts'
import type { Served } from '../../support/served.ts'
import { startServed } from '../../support/served.ts'

let served: Served

beforeAll(async () => {
  served = await startServed()
})
afterAll(async () => served.close())

const drawn = chartOf('申请 → 决定', {}, { title: '食品经营许可', powerKind: 'licensing' })
const wish = { view: 'flow', disclosure: {} } as const
const by = { id: 'x', name: '李负责', reviewedBy: '王审查（办公室）', reason: undefined }
/** 2026-11-22 23:59 in China. */
const beforeMidnight = Date.UTC(2026, 10, 22, 15, 59)

/** The office's own publishing, with a clock that is set by hand and a renderer that counts. */
function publishing() {
  const { store, history, rooms, newId, renderer } = served.server.context
  const clock = { at: beforeMidnight }
  const pressed: string[] = []
  const counting: PublicationRenderer = {
    ...renderer,
    publication: async (...order) => {
      pressed.push(order[2].postedOn)
      return renderer.publication(...order)
    },
    picture: async (...order) => {
      pressed.push('png')
      return renderer.picture(...order)
    },
  }
  const parts = {
    store,
    history,
    state: rooms.state,
    openMatters: async () => [],
    refusedFields: rooms.refusedFields,
    newId,
    renderer: counting,
    now: () => clock.at,
  }
  return { ...openPublishing(parts), board: publicPageSource(parts), clock, pressed }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

describe('exactly the bytes', () => {
  it('[PB8] has one hash over every format, which anybody can work out from the four', async () => {
    const { id } = await served.chart(drawn)
    const { preview, publish } = publishing()
    const { hash, ...seen } = await preview(id, wish)
    const list = (['json', 'svg', 'txt', 'html'] as const).map(
      (format) => `${sha256(seen[format])}  ${format}\n`,
    )
    expect(hash).toBe(sha256(list.join('')))
    const kept = await publish(id, wish, { ...by, hash })
    expect(kept.hash).toBe(hash)
    const { publications } = served.server.context.store
    for (const format of ['json', 'svg', 'txt', 'html'] as const)
      expect(await publications.format(kept.id, format)).toBe(seen[format])
  })

  it('[PB8] is refused in another view than was looked at, though the data are the same', async () => {
    const { id } = await served.chart(drawn)
    const { preview, publish } = publishing()
    const { hash } = await preview(id, wish)
    await expect(publish(id, { ...wish, view: 'lanes' }, { ...by, hash })).rejects.toThrow('请重新审查')
  })

  it('[PB11] keeps the arrangement that the public knows, where no other is asked for', async () => {
    const { id } = await served.chart(drawn)
    const { preview, publish } = publishing()
    const unsaid = { ...wish, view: undefined }
    const unasked = { ...by, hash: undefined }
    expect((await publish(id, unsaid, unasked)).view).toBe('flow')
    await publish(id, { ...wish, view: 'lanes' }, unasked)
    const { hash } = await preview(id, { ...wish, view: 'lanes' })
    expect((await preview(id, unsaid)).hash).toBe(hash)
    expect((await publish(id, unsaid, { ...by, hash })).view).toBe('lanes')
  })

  it('[PB8] is refused after midnight, and says that it is the date; looked at again it is posted', async () => {
    const { id } = await served.chart(drawn)
    const { preview, publish, clock } = publishing()
    const { hash } = await preview(id, wish)
    clock.at += 120_000
    await expect(publish(id, wish, { ...by, hash })).rejects.toThrow('过了零点')
    const revisions = await served.server.context.store.revisions.list(id, undefined, 9)
    expect(revisions.filter(({ kind }) => kind === 'published')).toEqual([])
    const again = await preview(id, wish)
    expect(again.html).toContain('2026年11月23日')
    await publish(id, wish, { ...by, hash: again.hash })
    clock.at += 5 * 24 * 3600_000
    await expect(publish(id, wish, { ...by, hash })).rejects.toThrow('隔了几天')
  })

  it('[PB9] presses once what is looked at and posted the same day', async () => {
    const { id } = await served.chart(drawn)
    const { preview, publish, pressed } = publishing()
    const { hash } = await preview(id, wish)
    await Promise.all([preview(id, wish), publish(id, wish, { ...by, hash })])
    expect(pressed).toEqual(['2026-11-22'])
  })

  it('[PB10] draws the picture once, however many ask at once, and keeps it', async () => {
    const { id } = await served.chart(drawn)
    const { publish, pressed, board } = publishing()
    const kept = await publish(id, wish, { ...by, hash: undefined })
    const [first, second] = await Promise.all([board.bytes(kept.id, 'png'), board.bytes(kept.id, 'png')])
    expect(first).toEqual(second)
    expect(await board.bytes(kept.id, 'png')).toEqual(first)
    expect(pressed).toEqual(['2026-11-22', 'png'])
  })

  it('[PB10] draws the picture from the posted data, which read back are the same chart to the letter', () => {
    const everything = { risks: true, measures: true, responsible: true }
    for (const chart of flowNames.map(flow))
      for (const disclosure of [{}, { risks: true }, everything]) {
        const posted = writePublicChartFile(externalEdition(chart, disclosure))
        const read = readChartFile(posted, counting()).chart
        expect(writePublicChartFile(externalEdition(read, everything))).toBe(posted)
      }
  })
})
