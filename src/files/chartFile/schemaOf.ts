/** Maps the kind of a field to its zod schema in a chart file. */
import { z } from 'zod'
import type { FieldKinds, Kind, TextKind } from '../../model/kinds/kinds.ts'
import { text } from '../../model/kinds/kinds.ts'
import { most } from '../../model/kinds/limits.ts'

/** The schema of a record; `more` are fields only in the file. */
export function recordSchema(fields: FieldKinds, more: Record<string, z.ZodType> = {}): z.ZodObject {
  const own = Object.entries(fields).map(([field, kind]) => [field, fieldSchema(kind)])
  return z.object({ ...(Object.fromEntries(own) as Record<string, z.ZodType>), ...more })
}

function fieldSchema(kind: Kind): z.ZodType {
  const schema = schemaOf(kind)
  return kind.optional || kind.fileMayOmit ? schema.exactOptional() : schema
}

/** The zod schema of a kind, with its size limits. */
export function schemaOf(kind: Kind): z.ZodType {
  const schema = plainSchema(kind)
  return kind.wordable ? z.union([textSchema(text), schema]) : schema
}

/** A list schema with the limit `most.items`. */
export function listSchema<T extends z.ZodType>(member: T) {
  return z.array(member).max(most.items)
}

function plainSchema(kind: Kind): z.ZodType {
  switch (kind.is) {
    case 'text':
      return textSchema(kind)
    case 'flag':
      return z.boolean()
    case 'number':
      return z.number()
    case 'position':
      return z.tuple([z.number(), z.number()])
    case 'word':
      return kind.words.length === 1 ? z.literal(kind.words[0]!) : z.enum(kind.words)
    case 'list':
      return listSchema(schemaOf(kind.of))
    case 'byName':
      return z.record(z.string().max(most.key), schemaOf(kind.of))
    case 'record':
      return recordSchema(kind.fields)
    case 'either': {
      const [first, ...others] = kind.of.map(({ fields }) => recordSchema(fields))
      return z.discriminatedUnion('kind', [first!, ...others])
    }
  }
}

function textSchema({ least, most: longest, pattern }: TextKind): z.ZodType {
  let schema = z.string()
  if (least !== undefined) schema = schema.min(least)
  if (longest !== undefined) schema = schema.max(longest)
  return pattern ? schema.regex(pattern) : schema
}
