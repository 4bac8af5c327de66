/** A power as form texts, and the changed fields of the form. */
import { basesIn, sayBasis } from '../../files/catalogue/readCatalogue.ts'
import type { NewPowerFields } from '../../model/catalogue/edits.ts'
import type { PowerItem } from '../../model/catalogue/powerItem.ts'
import { readTimeLimit } from '../../model/time/readTimeLimit.ts'
import { powerKinds } from '../../model/powerKinds.ts'

export const formFields = [
  'name',
  'code',
  'kind',
  'group',
  'exercisedBy',
  'office',
  'content',
  'legalBasis',
  'statutoryLimit',
  'promisedLimit',
  'chart',
  'note',
] as const

export type FormField = (typeof formFields)[number]

/** Changed fields only. */
export type Touched = { readonly [F in FormField]?: string }

/** The common value of several powers in a field; undefined if they differ. */
export function saidBy(powers: readonly PowerItem[], field: FormField): string | undefined {
  const [first, ...others] = new Set(powers.map((power) => wordsOf(power, field)))
  return others.length === 0 ? (first ?? '') : undefined
}

function wordsOf(power: PowerItem, field: FormField): string {
  switch (field) {
    case 'legalBasis':
      return power.legalBasis?.map(sayBasis).join('\n') ?? ''
    case 'statutoryLimit':
    case 'promisedLimit':
      return power[field]?.wording ?? ''
    default:
      return power[field] ?? ''
  }
}

export function fieldsOf(touched: Touched): NewPowerFields {
  const entries = Object.entries(touched) as [FormField, string][]
  return Object.fromEntries(entries.map(([field, words]) => [field, valueOf(field, words.trim())]))
}

function valueOf(field: FormField, words: string): NewPowerFields[FormField] {
  if (words === '') return undefined
  switch (field) {
    case 'legalBasis':
      return basesIn(words)
    case 'statutoryLimit':
    case 'promisedLimit':
      return readTimeLimit(words)
    case 'kind':
      return powerKinds.find((kind) => kind === words)
    default:
      return words
  }
}
