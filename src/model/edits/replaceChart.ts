import type { Change } from '../records/changes.ts'
import { drop } from '../records/changes.ts'
import type { Chart } from '../chart.ts'
import type { FieldValue, Records } from '../records/records.ts'
import { recordsOf, rootNames } from '../records/records.ts'

/**
 * The changes that make `records` equal to `chart`. Only differing fields are set, so that concurrent
 * edits elsewhere survive.
 */
export function replaceChart(records: Records, chart: Chart): readonly Change[] {
  const wanted = recordsOf(chart)
  return rootNames.flatMap((root) => {
    const gone = Object.keys(records[root]).filter((id) => !Object.hasOwn(wanted[root], id))
    const kept = Object.entries(wanted[root]).flatMap(([id, fields]): readonly Change[] => {
      const before = Object.hasOwn(records[root], id) ? records[root][id] : undefined
      if (!before) return [{ kind: 'put', root, id, fields }]
      const names = new Set([...Object.keys(before), ...Object.keys(fields)])
      return [...names].flatMap((field): readonly Change[] =>
        same(before[field], fields[field]) ? [] : [{ kind: 'set', root, id, field, value: fields[field] }],
      )
    })
    return [...gone.map((id) => drop(root, id)), ...kept]
  })
}

function same(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
