/** Random values of a field by its kind, at its limits, just beyond them, and of other kinds. */
import * as fc from 'fast-check'
import type { FieldKinds, Kind } from '../../src/model/kinds/kinds.ts'
import { most } from '../../src/model/kinds/limits.ts'

/** Values that a record may hold there after merging: fit ones, and now and then one that is not. */
export function anyValue(kind: Kind): fc.Arbitrary<unknown> {
  return fc.oneof(
    // Of a strict field the gate refuses what is not fit: rarely, or hardly a chart would get in.
    { weight: kind.strict === true || kind.inDoubt !== undefined ? 150 : 12, arbitrary: fitValue(kind) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<unknown>(0, -1.5, '', ' ', '__proto__', true, null, [], {}, [1, 2]),
    },
    { weight: 1, arbitrary: beyond(kind) },
  )
}

export function anyFields(fields: FieldKinds): fc.Arbitrary<Record<string, unknown>> {
  return fc.record(
    Object.fromEntries(Object.entries(fields).map(([field, kind]) => [field, anyValue(kind)])),
    { requiredKeys: [], noNullPrototype: true },
  )
}

function beyond(kind: Kind): fc.Arbitrary<unknown> {
  if (kind.is === 'text')
    return fc.constantFrom(0, 1).map((over) => '长'.repeat((kind.most ?? most.text) + over))
  if (kind.is === 'list' && kind.of.is === 'text')
    return fc.constantFrom(0, 1).map((over) => Array.from({ length: most.items + over }, () => 'x'))
  return fitValue(kind)
}

function fitValue(kind: Kind): fc.Arbitrary<unknown> {
  switch (kind.is) {
    case 'text':
      if (kind.pattern?.test('#a1B2c3') && !kind.pattern.test('x')) return fc.constant('#a1B2c3')
      return fc.string({ unit: 'grapheme', minLength: kind.least ?? 0, maxLength: 8 })
    case 'flag':
      return fc.boolean()
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)
    case 'position':
      return fc.tuple(fc.integer(), fc.integer())
    case 'word':
      return fc.constantFrom(...kind.words)
    case 'list':
      return fc.array(anyValue(kind.of), { maxLength: 3 })
    case 'byName':
      return fc.dictionary(
        fc.constantFrom('a', '可能性', 'k'.repeat(200), 'k'.repeat(201)),
        anyValue(kind.of),
        {
          maxKeys: 2,
          noNullPrototype: true,
        },
      )
    case 'record':
      return anyFields(kind.fields)
    case 'either':
      return fc.oneof(...kind.of.map(fitValue))
  }
}
