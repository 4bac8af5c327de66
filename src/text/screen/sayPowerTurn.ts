import type { PowerTurn } from '../../model/catalogue/powerChangeSet.ts'
import { powerFieldNames, type PowerField } from '../../model/catalogue/powerItem.ts'
import { isSameValue } from '../../model/records/isSameValue.ts'
import type { Fields, FieldValue } from '../../model/records/records.ts'
import { noRecords } from '../../model/records/records.ts'
import { powerColumnName } from '../recognition/powerHeadings.ts'
import { catalogueHistory as words } from './catalogue.ts'
import { sayValue } from './fieldValues.ts'

/** Characters of a value in a list. */
const longest = 40

/** What happened to one power, in one line. */
export function sayPowerTurn({ before, after }: PowerTurn): string {
  if (!before) return words.added(nameIn(after))
  if (!after) return words.removed(nameIn(before))
  const fields = powerFieldNames.filter((field) => !isSameValue(before[field], after[field]))
  return words.changed(
    nameIn(before),
    fields.map((field) => sayField(field, before[field], after[field])),
  )
}

function nameIn(fields: Fields = {}): string {
  const { name } = fields
  return typeof name === 'string' ? name : ''
}

function sayField(field: PowerField, before: FieldValue | undefined, after: FieldValue | undefined): string {
  if (field === 'order') return words.order
  if (field === 'chart') return words.chart
  return words.field(powerColumnName[field], worded(field, before), worded(field, after))
}

function worded(field: PowerField, value: FieldValue | undefined): string {
  if (value === undefined) return ''
  const whole = sayValue(field === 'kind' ? 'powerKind' : field, value, noRecords)
  return whole.length > longest ? `${whole.slice(0, longest)}…` : whole
}
