/** The file and the model agree: what follows does not compile otherwise. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { ChartFile } from '../../../src/files/chartFile/chartSchema.ts'
import { chartJsonSchema, fieldOrder } from '../../../src/files/chartFile/chartSchema.ts'
import type {
  Flowline,
  Header,
  LegalBasis,
  Measure,
  Post,
  Risk,
  Step,
  Waiver,
} from '../../../src/model/chart.ts'
import { readChartFile } from '../../../src/files/chartFile/readChartFile.ts'
import { writeChartFile } from '../../../src/files/chartFile/writeChartFile.ts'
import { fullChart } from '../../model/fields/fullChart.ts'
import { comparable } from '../arbitraryChart.ts'
import { counter } from '../counter.ts'
import type { GradingScheme } from '../../../src/model/grading.ts'
import type { TimeLimit } from '../../../src/model/time/timeLimit.ts'

type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false

/** Keys one by one: an optional key that only one side has would still be assignable. */
type Agrees<InFile, InModel> =
  Same<keyof InFile, keyof InModel> extends true ? Same<Frozen<InFile>, Frozen<InModel>> : false

/** In the file these may be worded; the model has them read. */
type Wordable = 'timeLimit' | 'statutoryLimit' | 'promisedLimit' | 'legalBasis'
type Read<T> = Omit<T, Wordable>

type Section<K extends keyof ChartFile> = NonNullable<ChartFile[K]> extends readonly (infer T)[] ? T : never
type FileStep = Section<'steps'>
type FileHeader = NonNullable<ChartFile['header']>
type FileRisk = Section<'risks'>

export const agreements: readonly true[] = [
  true satisfies Agrees<Read<FileStep>, Read<Omit<Step, 'order'>>>,
  true satisfies Same<keyof FileStep, keyof Omit<Step, 'order'>>,
  true satisfies Agrees<Omit<Read<FileHeader>, 'title'>, Omit<Read<Header>, 'title'>>,
  true satisfies Same<keyof FileHeader, keyof Header>,
  true satisfies Agrees<Section<'posts'>, Omit<Post, 'order'>>,
  true satisfies Agrees<Section<'flowlines'>, Omit<Flowline, 'order'>>,
  // The file keeps a risk's measures with the risk; its text may be missing.
  true satisfies Agrees<Omit<FileRisk, 'measures' | 'text'>, Omit<Risk, 'order' | 'text'>>,
  true satisfies Agrees<Section<'measures'>, Omit<Measure, 'order' | 'risks'>>,
  true satisfies Agrees<NonNullable<ChartFile['grading']>, GradingScheme>,
  true satisfies Agrees<Section<'waivers'>, Waiver>,
]

/** Every limit and basis of the model may be written as it is. */
export const written = (
  limit: TimeLimit,
  basis: LegalBasis,
): Frozen<Pick<FileStep, 'timeLimit' | 'legalBasis'>> => ({
  timeLimit: limit,
  legalBasis: [basis],
})

it('[FI1] writes format, version and edition first', () => {
  expect(fieldOrder.slice(1, 4)).toEqual(['format', 'version', 'edition'])
  expect(new Set(fieldOrder).size).toBe(fieldOrder.length)
})

it('[FI23] publishes the stored schema, which only ever grows', () => {
  const stored = readFileSync(new URL('../../fixtures/schema/chart-1.json', import.meta.url), 'utf8')
  expect(`${JSON.stringify(chartJsonSchema(), null, 2)}\n`).toBe(stored)
})

it('[FI1] writes and reads every field of the table', () => {
  const chart = fullChart({ positions: true })
  expect(comparable(readChartFile(writeChartFile(chart), counter()).chart)).toEqual(comparable(chart))
})
