/** The chain of hashes over a review: nothing can be changed, left out or put in between unseen. */
import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import type { ReviewEvent } from '../../../src/model/review/review.ts'
import { chained, verifyChain } from '../../../src/model/review/reviewChain.ts'

const by = { id: 'p', name: '李四', post: '纪检' }

const said = (at: number, text: string): ReviewEvent => ({
  by,
  at,
  text,
  kind: 'marked',
  mark: `m${at}`,
  target: { on: 'chart' },
  what: 'unclear',
})

function chain(events: readonly ReviewEvent[], before: readonly ReviewEvent[] = []): readonly ReviewEvent[] {
  const all = [...before]
  for (const event of events) all.push(chained(all, event))
  return all
}

it('[RV11] fits as it was made, whatever the order of the fields', () => {
  const events = chain([said(1, '一'), said(2, '二'), said(3, '三')])
  const turned = events.map(
    (event) => Object.fromEntries(Object.entries(event).reverse()) as unknown as ReviewEvent,
  )
  expect(verifyChain(turned)).toMatchObject({ ok: true, events: 3, unchained: 0, head: events.at(-1)!.chain })
})

it('[RV11] tells the first event that was changed, left out or put in between', () => {
  const events = chain([said(1, '一'), said(2, '二'), said(3, '三')])
  const changed = events.map((event, at) => (at === 1 ? { ...event, text: '改' } : event))
  expect(verifyChain(changed)).toEqual({ ok: false, at: 2 })
  expect(verifyChain(events.filter((_, at) => at !== 0))).toEqual({ ok: false, at: 1 })
  expect(verifyChain([events[0]!, said(9, '插'), ...events.slice(1)])).toEqual({ ok: false, at: 2 })
})

it('[RV11] begins over the events of earlier versions, and tells when those change later', () => {
  const events = chain([said(3, '三')], [said(1, '一'), said(2, '二')])
  expect(verifyChain(events)).toMatchObject({ ok: true, events: 3, unchained: 2 })
  expect(verifyChain([said(1, '改'), ...events.slice(1)])).toEqual({ ok: false, at: 3 })
})

it('[RV11] a link is the SHA-256 that anybody can work out', () => {
  const event = said(1, '一')
  const { chain: link, ...plain } = chained([], event)
  const sorted = JSON.stringify(plain, [
    'at',
    'by',
    'id',
    'kind',
    'mark',
    'name',
    'on',
    'post',
    'target',
    'text',
    'what',
  ])
  expect(link).toBe(createHash('sha256').update(`\n${sorted}`).digest('hex'))
})
