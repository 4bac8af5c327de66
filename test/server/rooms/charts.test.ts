/** What the gate lets into a document, the reader of our own chart files takes, and the other way round. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyToDoc } from '../../../src/doc/chartDoc.ts'
import { readRecords } from '../../../src/doc/readRecords.ts'
import { readChartFile } from '../../../src/files/chartFile/readChartFile.ts'
import { writeChartFile } from '../../../src/files/chartFile/writeChartFile.ts'
import { rootFields } from '../../../src/model/fields/chartFields.ts'
import { headerFields } from '../../../src/model/fields/headerFields.ts'
import { excessIn } from '../../../src/model/fields/excess.ts'
import { gradingKind } from '../../../src/model/grading.ts'
import type { Change } from '../../../src/model/records/changes.ts'
import { recordsOf, rootNames, type Fields, type RootName } from '../../../src/model/records/records.ts'
import { repaired } from '../../../src/model/records/repaired.ts'
import { limits } from '../../../src/protocol/limits.ts'
import { gate } from '../../../src/server/rooms/gate.ts'
import { arbitraryChart, comparable } from '../../files/arbitraryChart.ts'
import { counter } from '../../files/counter.ts'
import { anyFields, anyValue } from '../../support/anyValue.ts'

function judged(changes: readonly Change[]) {
  const theirs = new Y.Doc()
  applyToDoc(theirs, changes, null)
  const doc = new Y.Doc()
  for (const root of rootNames) doc.getMap(root)
  const update = Y.encodeStateAsUpdate(theirs)
  const verdict = gate({
    doc,
    update,
    role: 'editor',
    person: '甲',
    ownerOf: () => undefined,
    documentBytes: 0,
    limits: { ...limits, update: limits.document },
  })
  if (verdict.ok) Y.applyUpdate(doc, update)
  return { verdict, chart: repaired(readRecords(doc)) }
}

function put(root: RootName, id: string, fields: object): Change {
  return { kind: 'put', root, id, fields: fields as Fields }
}

const ids = fc.constantFrom('a', 'b', 'k'.repeat(200))

/** Records of every root: what people with any program could send. */
const anyRecords: fc.Arbitrary<readonly Change[]> = fc
  .tuple(
    ...(Object.keys(rootFields) as (keyof typeof rootFields)[]).map((root) =>
      fc
        .dictionary(ids, anyFields(rootFields[root]), { maxKeys: 2 })
        .map((records) =>
          Object.entries(records).map(([id, fields]) =>
            put(root, id, { order: 'a0', ...owned(root), ...fields }),
          ),
        ),
    ),
    anyFields(headerFields).map((fields) => [put('meta', 'header', fields)]),
    anyValue(gradingKind).map((scheme) => [put('meta', 'grading', { scheme })]),
  )
  .map((all) => all.flat())

/** So that most risks and flowlines lead somewhere. */
function owned(root: RootName): Fields {
  if (root === 'risks') return { step: 'a' }
  return root === 'flowlines' ? { from: 'a', to: 'b' } : {}
}

it('[RM27] what the gate takes in, the reader of chart files takes', () => {
  let taken = 0
  let refused = 0
  fc.assert(
    fc.property(anyRecords, (changes) => {
      const { verdict, chart } = judged(changes)
      if (!verdict.ok) {
        refused += 1
        expect(['too-long', 'too-many', 'forbidden-key', 'wrong-content']).toContain(verdict.code)
        return
      }
      taken += 1
      const once = readChartFile(writeChartFile(chart), counter()).chart
      expect(comparable(readChartFile(writeChartFile(once), counter()).chart)).toEqual(comparable(once))
    }),
    { numRuns: Number(process.env['GATE_CHARTS'] ?? 150) },
  )
  expect(Math.min(taken, refused)).toBeGreaterThan(3)
})

const scheme = (colour: unknown) => ({
  scheme: { id: 'x', name: '办法', levels: [{ id: 'l1', rank: 1, name: '高', word: '高', colour }] },
})

describe('[RM28] refuses what is of another kind where that decides what is public', () => {
  const wrong: readonly (readonly [RootName, string, object])[] = [
    ...['true', 1, null, {}, []].map((value) => ['steps', 'a', { internalOnly: value }] as const),
    ...['materials', { materials: true }, ['materials', 'names'], [1], null, true].map(
      (value) => ['steps', 'a', { withheld: value }] as const,
    ),
    ...[1, null, ['受理']].flatMap((value) => [
      ['steps', 'a', { publicName: value }] as const,
      ['posts', 'p', { publicName: value }] as const,
      ['meta', 'header', { publicTitle: value }] as const,
      ['risks', 'r', { step: value }] as const,
    ]),
    ['meta', 'header', { hasExternal: 'false' }],
    ['meta', 'header', { powerKind: 'rocket' }],
    ...['red', '#f00', 'url(http://x.example)', '#ff0000" onload="alert(1)', 7, null].map(
      (colour) => ['meta', 'grading', scheme(colour)] as const,
    ),
  ]
  it.each(wrong)('%s %s %j', (root, id, fields) => {
    expect(judged([put(root, id, fields)]).verdict).toMatchObject({ ok: false, code: 'wrong-content' })
  })

  const right: readonly (readonly [RootName, string, object])[] = [
    ['steps', 'a', { internalOnly: true, withheld: ['materials', 'place'], publicName: '受理' }],
    ['steps', 'a', { internalOnly: false, withheld: [], publicName: '', name: 7, hue: 'x' }],
    ['meta', 'header', { hasExternal: false, powerKind: 'personnel', publicTitle: '图' }],
    ['meta', 'grading', scheme('#Ff0099')],
  ]
  it.each(right)('and takes in %s %s %j', (root, id, fields) => {
    expect(judged([put(root, id, fields)]).verdict).toMatchObject({ ok: true })
  })
})

it('[RM27] what the reader of chart files takes, the gate takes in', () => {
  fc.assert(
    fc.property(arbitraryChart, (chart) => {
      const read = readChartFile(writeChartFile(chart), counter()).chart
      expect(judged(putsOf(read)).verdict).toMatchObject({ ok: true })
      expect(comparable(judged(putsOf(read)).chart)).toEqual(comparable(read))
    }),
    { numRuns: 60 },
  )
})

it('[RM27] … and of random files with values at the limits, exactly those the reader takes', () => {
  fc.assert(
    fc.property(anyFields(rootFields.steps), (fields) => {
      const step = { kind: 'process', name: '受理', ...fields, id: 's1', posts: [] }
      const file = { format: 'qingquan-chart', version: 1, steps: [step] }
      const read = readOrNot(JSON.stringify(file))
      if (read) expect(judged(putsOf(read)).verdict).toMatchObject({ ok: true })
      const isTooMuch = Object.entries(step).some(([field, value]) => {
        const kind =
          field in rootFields.steps ? rootFields.steps[field as keyof typeof rootFields.steps] : undefined
        return kind && excessIn(kind, value)
      })
      if (isTooMuch) expect(read).toBeUndefined()
    }),
    { numRuns: 150 },
  )
})

function putsOf(chart: ReturnType<typeof repaired>): readonly Change[] {
  const records = recordsOf(chart)
  return rootNames.flatMap((root) =>
    Object.entries(records[root]).map(([id, fields]) => put(root, id, fields)),
  )
}

function readOrNot(text: string) {
  try {
    return readChartFile(text, counter()).chart
  } catch {
    return undefined
  }
}
