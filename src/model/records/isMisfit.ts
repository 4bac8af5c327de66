/** Values that the gate rejects by kind: dropping them on reading would disclose more or lose a colour. */
import type { Kind } from '../kinds/kinds.ts'
import { isObject } from './fieldShapes.ts'
import type { FieldValue } from './records.ts'
import { isOfKind } from './shapeOf.ts'

/** Whether the gate rejects values of another kind for this field. */
export function isStrict({ strict, inDoubt }: Kind): boolean {
  return strict === true || inDoubt !== undefined
}

/** Whether a strict field (`inDoubt` or `strict`), or one inside the value, holds a value of another kind. */
export function isMisfit(kind: Kind, value: FieldValue | undefined): boolean {
  if (value === undefined) return false
  if (isStrict(kind) && !isOfKind(kind, value)) return true
  switch (kind.is) {
    case 'list':
      return Array.isArray(value) && value.some((member: FieldValue) => isMisfit(kind.of, member))
    case 'byName':
      return isObject(value) && Object.values(value).some((member) => isMisfit(kind.of, member))
    case 'record':
      return (
        isObject(value) &&
        Object.entries(kind.fields).some(
          ([field, inner]) => Object.hasOwn(value, field) && isMisfit(inner, value[field]),
        )
      )
    case 'either':
      return kind.of.every((each) => isMisfit(each, value))
    case 'text':
    case 'flag':
    case 'number':
    case 'position':
    case 'word':
      return false
  }
}
