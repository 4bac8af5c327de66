import { bandRow, formRowsOf, type ColumnOf, type FormRow } from '../registers/form.ts'
import { catalogueFormWords as words } from '../../text/screen/catalogue.ts'

export type Numbered<T> = T & { readonly number: number }

/** Numbers the rows consecutively; those of a group follow its name. */
export function groupedRows<T extends object>(
  items: readonly T[],
  groupOf: (item: T) => string | undefined,
  columns: readonly ColumnOf<Numbered<T>>[],
): readonly FormRow[] {
  if (items.length === 0) return [bandRow(words.empty, columns)]
  let number = 0
  return [...new Set(items.map(groupOf))].flatMap((group, at) => {
    const ofGroup = items.filter((item) => groupOf(item) === group)
    const numbered = ofGroup.map((item) => ({ ...item, number: (number += 1) }))
    const band = group ?? (at === 0 ? undefined : words.ungrouped)
    return [...(band === undefined ? [] : [bandRow(band, columns)]), ...formRowsOf(numbered, columns)]
  })
}

/** The common value; undefined if they differ. */
export function onlyOne(names: readonly (string | undefined)[]): string | undefined {
  return new Set(names).size === 1 ? names[0] : undefined
}
