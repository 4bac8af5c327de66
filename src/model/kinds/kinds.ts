/**
 * Kinds of field values, as plain data. One description serves as TypeScript type (`ValueOf`,
 * `RecordOf`), repair of merged values (`records/shapeOf.ts`), file schema
 * (`files/chartFile/schemaOf.ts`) and limits (`excess.ts`).
 */
import { most } from './limits.ts'

interface Reading {
  /** The field may be missing. */
  readonly optional?: true
  /** Default for a missing value or one of another kind. */
  readonly otherwise?: unknown
  /**
   * Replaces a value of another kind if dropping it would disclose more to the public (fails closed).
   * A missing value stays missing.
   */
  readonly inDoubt?: unknown
  /** The gate rejects values of another kind; also implied by `inDoubt`. */
  readonly strict?: true
  /** Always present in the model; optional in a chart file. */
  readonly fileMayOmit?: true
  /** A chart file may give it as one text, which is parsed. */
  readonly wordable?: true
}

export interface TextKind extends Reading {
  readonly is: 'text'
  /** Maximum characters; undefined if `pattern` limits the length. */
  readonly most?: number
  readonly least?: 1
  readonly pattern?: RegExp
  /** Merged records may violate `pattern` and `least`: a step may have no name yet. */
  readonly lenient?: true
}

export interface RecordKind extends Reading {
  readonly is: 'record'
  readonly fields: FieldKinds
}

export type Kind =
  | TextKind
  | RecordKind
  | ({ readonly is: 'flag' | 'number' | 'position' } & Reading)
  | ({ readonly is: 'word'; readonly words: readonly string[] } & Reading)
  | ({ readonly is: 'list' | 'byName'; readonly of: Kind } & Reading)
  /** Records distinguished by their field `kind`. */
  | ({ readonly is: 'either'; readonly of: readonly RecordKind[] } & Reading)

export type FieldKinds = { readonly [field: string]: Kind }

/** Model or chart file; a file may omit fields or write them as text. */
type Side = 'model' | 'file'

export type ValueOf<K, S extends Side = 'model'> = S extends 'file'
  ? K extends { readonly wordable: true }
    ? string | PlainValue<K, S>
    : PlainValue<K, S>
  : PlainValue<K, S>

type PlainValue<K, S extends Side> = K extends { readonly is: 'text' }
  ? string
  : K extends { readonly is: 'flag' }
    ? boolean
    : K extends { readonly is: 'number' }
      ? number
      : K extends { readonly is: 'position' }
        ? readonly [x: number, y: number]
        : K extends { readonly is: 'word'; readonly words: readonly (infer W)[] }
          ? W
          : K extends { readonly is: 'list'; readonly of: infer M }
            ? readonly ValueOf<M, S>[]
            : K extends { readonly is: 'byName'; readonly of: infer M }
              ? Readonly<Record<string, ValueOf<M, S>>>
              : K extends { readonly is: 'record'; readonly fields: infer F }
                ? RecordOf<F, S>
                : K extends { readonly is: 'either'; readonly of: readonly (infer R)[] }
                  ? EachOf<R, S>
                  : never

type EachOf<R, S extends Side> = R extends { readonly fields: infer F } ? RecordOf<F, S> : never

/** The type of a record with these fields. */
export type RecordOf<F, S extends Side = 'model'> = {
  readonly [K in keyof F as MayMiss<F[K], S> extends true ? never : K]: ValueOf<F[K], S>
} & {
  readonly [K in keyof F as MayMiss<F[K], S> extends true ? K : never]?: ValueOf<F[K], S>
}

type MayMiss<K, S extends Side> = K extends { readonly optional: true }
  ? true
  : S extends 'file'
    ? K extends { readonly fileMayOmit: true }
      ? true
      : false
    : false

export const text = { is: 'text', most: most.text } as const
/** A name has at least one non-blank character. */
export const name = { is: 'text', most: most.name, pattern: /\S/, lenient: true } as const
/** Ids are used as record keys. */
export const id = {
  is: 'text',
  least: 1,
  most: most.key,
  pattern: /^(?!(?:__proto__|constructor|prototype)$)/,
} as const
export const flag = { is: 'flag' } as const
export const number = { is: 'number' } as const
/**
 * The centre of a step, in layout units. One value, so that a merge cannot mix x and y of two
 * positions.
 */
export const position = { is: 'position' } as const

/** One of these words. */
export function word<const W extends readonly string[]>(...words: W) {
  return { is: 'word', words } as const
}

/** A list of values of this kind. */
export function listOf<const K extends Kind>(of: K) {
  return { is: 'list', of } as const
}

/** A record with arbitrary keys and values of this kind. */
export function byName<const K extends Kind>(of: K) {
  return { is: 'byName', of } as const
}

/** A record with these fields. */
export function record<const F extends FieldKinds>(fields: F) {
  return { is: 'record', fields } as const
}

/** One of several record kinds, distinguished by `kind`. */
export function either<const R extends readonly RecordKind[]>(...of: R) {
  return { is: 'either', of } as const
}

/** A kind whose invalid values read as `inDoubt` and are rejected on write. */
export function failsClosed<const K extends Kind>(kind: K, inDoubt: unknown) {
  return { ...kind, inDoubt }
}

/** The same kind, for a field that may be missing. */
export function optional<const K extends Kind>(kind: K) {
  return { ...kind, optional: true } as K & { readonly optional: true }
}
