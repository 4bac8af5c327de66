import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { openChartDoc } from '../../../src/doc/chartDoc.ts'
import { refusalCodes } from '../../../src/protocol/messages.ts'
import * as craft from './crafted.ts'
import { crafted } from './crafted.ts'
import {
  at,
  block,
  cases,
  document,
  field,
  holding,
  judged,
  nested,
  record,
  standing,
  type Case,
} from './gateCases.ts'

const { values } = craft

describe('the gate', () => {
  it('[RM1] has a case for every code that is its own', () => {
    const own = Object.keys(refusalCodes).filter((code) => code !== 'not-saved')
    expect(Object.keys(cases).sort()).toEqual(own.sort())
  })

  describe.each(Object.entries(cases))('[RM1] refuses as %s', (code, all) => {
    it.each(all)('$says', (one) => {
      const doc = document()
      const before = Y.encodeStateAsUpdate(doc)
      expect(judged(doc, one)).toEqual({ ok: false, code })
      expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
    })
  })

  const fine: readonly Case[] = [
    standing('a record', record),
    standing('a field', field),
    standing('a field over the one before', { origin: at.note, content: values({ deep: nested(7) }) }),
    standing('an optional field that was left undefined', { ...field, content: values({ a: undefined }) }),
    standing('a field of a record that is gone', { origin: at.goneField, content: values(1) }),
    standing('a field in a record that is gone', { ...field, parent: at.gone }),
    standing('a deletion', record, [1, 0, 3]),
    holding('a note as long as a chart file takes it', '长'.repeat(100_000)),
    standing('a long text in a field that we do not know', {
      ...field,
      sub: 'x',
      content: values('长'.repeat(100_001)),
    }),
    {
      says: '5,000 steps in place of the one there',
      update: crafted(
        [block(2, ...Array.from({ length: 5_000 }, (_, n) => ({ ...record, sub: `s${n}` })))],
        [[1, 0, 3]],
      ),
    },
    standing('the past of a field, as undo keeps it', { ...field, content: values(1, 2) }, [2, 0, 2]),
    { says: 'the longest key', update: crafted([block(2, { ...record, sub: 'k'.repeat(200) })]) },
    {
      says: 'a record of one client with a field of another',
      update: crafted([block(3, { ...field, parent: [2, 0] }), block(2, record)]),
    },
    {
      says: 'what is gone already',
      update: crafted([block(2, { gc: 3 }, { ...record, content: craft.deleted(2) })]),
    },
  ]
  it.each(fine)('[RM1] lets pass $says', (one) => {
    const doc = document()
    const verdict = judged(doc, one)
    if (!verdict.ok || !verdict.update) throw new Error(JSON.stringify(verdict))
    Y.applyUpdate(doc, verdict.update)
    expect(doc.store.pendingStructs).toBeNull()
    expect(doc.store.pendingDs).toBeNull()
  })

  it('[RM2] finds nothing new in what the document has, whoever brings it', () => {
    const doc = document()
    for (const role of ['editor', 'viewer'] as const) {
      const verdict = judged(doc, { update: Y.encodeStateAsUpdate(doc), role })
      expect(verdict).toEqual({ ok: true, update: undefined, clients: [] })
    }
  })

  it('[RM2] cuts off what the document has: a forged copy of it leads nowhere', () => {
    const doc = document()
    const [mine, ...forged] = [record, { origin: [1, 900], content: values(1) }] as const
    Y.applyUpdate(doc, crafted([block(2, mine, { ...field, sub: 'x' })]))
    const verdict = judged(doc, { update: crafted([block(2, mine, ...forged, { ...field, sub: 'y' })]) })
    if (!verdict.ok || !verdict.update) throw new Error(JSON.stringify(verdict))
    Y.applyUpdate(doc, verdict.update)
    const chart = openChartDoc(doc).doc.getMap('steps').toJSON()
    expect(chart['a']).toMatchObject({ x: '二', y: '二' })
  })

  it('[RM3] gives a free client id to who comes first', () => {
    expect(judged(document(), standing('', record))).toMatchObject({ ok: true, clients: [2] })
  })

  it('[RM1] keeps nothing of a __proto__ that is no object', () => {
    const doc = document()
    const verdict = judged(doc, holding('', craft.keyed('__proto__', 5)))
    if (!verdict.ok || !verdict.update) throw new Error(JSON.stringify(verdict))
    Y.applyUpdate(doc, verdict.update)
    expect(Buffer.from(Y.encodeStateAsUpdate(doc)).includes('__proto__')).toBe(false)
  })
})
