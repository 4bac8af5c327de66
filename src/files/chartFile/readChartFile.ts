/**
 * Reads a chart file: checks size, JSON syntax, unsafe keys and depth, migrates to the newest version,
 * validates schema and references, then builds the chart. Up to twenty problems are reported with
 * their paths (`ChartFileError`).
 */
import type { Chart, EditionName, LegalBasis } from '../../model/chart.ts'
import { highMediumLow } from '../../model/grading.ts'
import { ordersFor } from '../../model/records/order.ts'
import { readTimeLimit } from '../../model/time/readTimeLimit.ts'
import type { TimeLimit } from '../../model/time/timeLimit.ts'
import { ChartFileError, rejectFile, type ChartFileProblem } from './chartFileError.ts'
import { chartFileSchema, type ChartFile, type FileLegalBasis, type FileTimeLimit } from './chartSchema.ts'
import { decodeText } from '../tableSource/decodeText.ts'
import { referenceProblems, schemaProblems, tooManyIn } from './fileProblems.ts'
import { ignoredFields } from './ignoredFields.ts'
import { readLegalBasis } from '../tableReading/cells/readLegalBasis.ts'
import { migrate } from './migrations/migrate.ts'
import type { RawFile } from './migrations/migration.ts'
import { parseJson } from './parseJson.ts'
import { namedLevel } from '../tableReading/cells/readLevel.ts'
import { without } from './without.ts'
import { unsafeValue } from './unsafeValue.ts'

const mostBytes = 20 * 1024 * 1024

export interface ChartFileReading {
  readonly chart: Chart
  readonly edition: EditionName
  /** Content of the file that is not in the chart. */
  readonly notes: readonly ChartFileProblem[]
}

/**
 * Parses a chart file; bytes are decoded. `newId` makes ids that a file may omit. Throws
 * ChartFileError.
 */
export function readChartFile(content: string | Uint8Array, newId: () => string): ChartFileReading {
  const { file: raw, notes } = migrate(rawFile(content), newId)
  const file = checked(raw)
  return {
    chart: chartOf(file),
    edition: file.edition ?? 'internal',
    notes: [...notes, ...ownerlessRisks(file), ...ignoredFields(raw, file)],
  }
}

function rawFile(content: string | Uint8Array): RawFile {
  if (isTooLarge(content)) rejectFile('tooLarge')
  const text = typeof content === 'string' ? content : decodeText(content)
  const json = parseJson(text.replace(/^\uFEFF/, ''))
  if (!json.ok) return rejectFile('notJson', { words: String(json.line), other: json.column })
  const { value } = json
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return rejectFile('notChart')
  const unsafe = unsafeValue(value)
  if (unsafe) throw new ChartFileError([unsafe])
  return value as RawFile
}

/** Decides by length if possible, so that 50 MB are rejected at once. */
function isTooLarge(content: string | Uint8Array): boolean {
  if (typeof content !== 'string' || content.length > mostBytes) return content.length > mostBytes
  return content.length * 3 > mostBytes && new TextEncoder().encode(content).length > mostBytes
}

function checked(raw: RawFile): ChartFile {
  refuseAny(tooManyIn(raw))
  const parsed = chartFileSchema.safeParse(raw)
  if (!parsed.success) throw new ChartFileError(schemaProblems(parsed.error.issues, raw))
  refuseAny(referenceProblems(parsed.data))
  return parsed.data
}

function refuseAny(problems: readonly ChartFileProblem[]): void {
  if (problems.length > 0) throw new ChartFileError(problems)
}

function chartOf(file: ChartFile): Chart {
  const { statutoryLimit, promisedLimit, legalBasis, ...header } = file.header ?? {}
  const grading = file.grading ?? highMediumLow
  const risks = risksByMeasure(file)
  return {
    header: {
      title: '',
      ...header,
      ...(legalBasis && { legalBasis: legalBasis.map(basisOf) }),
      ...(statutoryLimit !== undefined && { statutoryLimit: limitOf(statutoryLimit) }),
      ...(promisedLimit !== undefined && { promisedLimit: limitOf(promisedLimit) }),
    },
    posts: inOrder(file.posts),
    steps: inOrder(file.steps).map(({ timeLimit, legalBasis, posts, ...step }) => ({
      ...step,
      ...(posts && posts.length > 0 && { posts: [...new Set(posts)] }),
      ...(timeLimit !== undefined && { timeLimit: limitOf(timeLimit) }),
      ...(legalBasis && { legalBasis: legalBasis.map(basisOf) }),
    })),
    flowlines: inOrder(file.flowlines),
    risks: inOrder(file.risks?.filter(hasOwner)).map(({ level, ...risk }) => ({
      ...without(risk, 'measures'),
      text: risk.text ?? '',
      ...(level !== undefined && { level: namedLevel(level, grading) ?? level }),
    })),
    measures: inOrder(file.measures).map((measure) => ({ ...measure, risks: risks.get(measure.id) ?? [] })),
    grading,
    ...(file.waivers && file.waivers.length > 0 ? { waivers: file.waivers } : {}),
  }
}

/** File order becomes chart order. */
function inOrder<T extends object>(
  things: readonly T[] | undefined,
): readonly (T & { readonly order: string })[] {
  const orders = ordersFor(things?.length ?? 0)
  return (things ?? []).map((thing, at) => ({ ...thing, order: orders[at] ?? '' }))
}

/** Inverts the file's measures per risk to the model's risks per measure. */
function risksByMeasure({ risks = [] }: ChartFile): ReadonlyMap<string, readonly string[]> {
  const byMeasure = new Map<string, string[]>()
  for (const risk of risks.filter(hasOwner)) {
    for (const measure of new Set(risk.measures)) {
      const of = byMeasure.get(measure) ?? []
      of.push(risk.id)
      byMeasure.set(measure, of)
    }
  }
  return byMeasure
}

/** Whether a risk belongs to a step or a post; otherwise no surface could show it. */
function hasOwner({ step, post }: { readonly step?: string; readonly post?: string }): boolean {
  return step !== undefined || post !== undefined
}

function ownerlessRisks({ risks = [] }: ChartFile): readonly ChartFileProblem[] {
  return risks.flatMap((risk, at) =>
    hasOwner(risk) ? [] : [{ fault: 'ownerless' as const, path: ['risks', at] }],
  )
}

function basisOf(basis: FileLegalBasis): LegalBasis {
  return typeof basis === 'string' ? readLegalBasis(basis) : basis
}

function limitOf(limit: FileTimeLimit): TimeLimit {
  if (typeof limit === 'string') return readTimeLimit(limit)
  const counts = limit.counts ?? true
  return limit.kind === 'span' ? { ...limit, counts, bound: limit.bound ?? 'atMost' } : { ...limit, counts }
}
