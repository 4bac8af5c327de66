/**
 * What a field of a chart can hold, as plain data. One description is read four ways:
 * as a TypeScript type (`ValueOf`, `RecordOf`), as a shape that repairs what merging
 * left (`records/shapeOf.ts`), as the schema of the chart file (`files/chartFile/schemaOf.ts`)
 * and as limits (`excess.ts`).
 */
import { most } from './limits.ts'

interface Reading {
  /** The field may be missing. */
  readonly optional?: true
  /** Read in place of what is missing or of another kind. */
  readonly otherwise?: unknown
  /**
   * Read in place of a value of another kind, where the loss of the value would show the
   * public more: such a field fails closed. What is missing stays missing.
   */
  readonly inDoubt?: unknown
  /** The gate refuses a value of another kind, as it does where `inDoubt` is given. */
  readonly strict?: true
  /** The model always has it; a chart file need not. */
  readonly fileMayOmit?: true
  /** A chart file may write it as one text, which is then read. */
  readonly wordable?: true
}

export interface TextKind extends Reading {
  readonly is: 'text'
  /** Characters; none where `pattern` says it. */
  readonly most?: number
  readonly least?: 1
  readonly pattern?: RegExp
  /** Merged records may break `pattern` and `least`: an empty name is a step that waits for one. */
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
  /** Records told apart by their field `kind`. */
  | ({ readonly is: 'either'; readonly of: readonly RecordKind[] } & Reading)

export type FieldKinds = { readonly [field: string]: Kind }

/** In the model, or in a chart file, which may leave out or word more. */
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

/** What a record with these fields holds. */
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
/** A name says something: one blank is not a name. */
export const name = { is: 'text', most: most.name, pattern: /\S/, lenient: true } as const
/** Ids become keys of records. */
export const id = {
  is: 'text',
  least: 1,
  most: most.key,
  pattern: /^(?!(?:__proto__|constructor|prototype)$)/,
} as const
export const flag = { is: 'flag' } as const
export const number = { is: 'number' } as const
/** The centre of a step, in units of the arrangement. One value, so that a merge can never mix two. */
export const position = { is: 'position' } as const

export function word<const W extends readonly string[]>(...words: W) {
  return { is: 'word', words } as const
}

export function listOf<const K extends Kind>(of: K) {
  return { is: 'list', of } as const
}

/** Of any names, each with a value of the kind. */
export function byName<const K extends Kind>(of: K) {
  return { is: 'byName', of } as const
}

export function record<const F extends FieldKinds>(fields: F) {
  return { is: 'record', fields } as const
}

export function either<const R extends readonly RecordKind[]>(...of: R) {
  return { is: 'either', of } as const
}

/** A kind whose wrong values are read as `inDoubt`, and refused where they are written. */
export function failsClosed<const K extends Kind>(kind: K, inDoubt: unknown) {
  return { ...kind, inDoubt }
}

export function optional<const K extends Kind>(kind: K) {
  return { ...kind, optional: true } as K & { readonly optional: true }
}
