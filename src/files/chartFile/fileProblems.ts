/** Problems of a chart file found by the schema and by reference checks, with their paths. */
import type { z } from 'zod'
import { highMediumLow } from '../../model/grading.ts'
import { mostProblems, type ChartFileProblem, type FilePath } from './chartFileError.ts'
import { mostIn } from '../../model/kinds/limits.ts'
import type { ChartFile } from './chartSchema.ts'
import type { RawFile } from './migrations/migration.ts'
import { namedLevel } from '../tableReading/cells/readLevel.ts'

const sections = ['posts', 'steps', 'flowlines', 'risks', 'measures', 'waivers']

/**
 * Checks the number of records before the schema runs, so that a million invalid steps do not give a
 * million problems.
 */
export function tooManyIn(file: RawFile): readonly ChartFileProblem[] {
  return sections.flatMap((section) => {
    const list = file[section]
    const limit = mostIn(section)
    return Array.isArray(list) && list.length > limit
      ? [{ fault: 'tooMany' as const, path: [section], other: limit }]
      : []
  })
}

type Issue = z.core.$ZodIssue

/** Converts schema issues to problems, at most `mostProblems` issues. */
export function schemaProblems(issues: readonly Issue[], file: RawFile): readonly ChartFileProblem[] {
  return issues.slice(0, mostProblems).flatMap((issue) => problemsOf(issue, [], file))
}

function problemsOf(issue: Issue, above: FilePath, file: RawFile): readonly ChartFileProblem[] {
  const path = [...above, ...issue.path.map((part) => (typeof part === 'number' ? part : String(part)))]
  const value = valueAt(file, path)
  if (value === undefined) return [{ fault: 'missing', path }]
  switch (issue.code) {
    case 'invalid_union':
      return unionProblems(issue, path, value, file)
    case 'invalid_value':
      return [
        typeof value === 'string'
          ? { fault: 'unknownWord', path, words: shown(value) }
          : { fault: 'wrongType', path },
      ]
    case 'invalid_format':
      return [formProblem(typeof value === 'string' ? value : '', path)]
    case 'too_small':
      return [{ fault: 'empty', path }]
    case 'too_big':
      return [
        { fault: issue.origin === 'string' ? 'tooLong' : 'tooMany', path, other: Number(issue.maximum) },
      ]
    default:
      return [{ fault: 'wrongType', path }]
  }
}

/** For a union of text and record, reports the record's own problems if the value is a record. */
function unionProblems(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: FilePath,
  value: unknown,
  file: RawFile,
): readonly ChartFileProblem[] {
  const ofTheRecord = issue.errors.at(-1) ?? []
  if (typeof value === 'object' && ofTheRecord.length > 0) {
    return ofTheRecord.flatMap((inner) => problemsOf(inner, path, file))
  }
  return [{ fault: 'wrongType', path }]
}

/**
 * Problems of the three patterns: names must not be blank, ids must not be prototype keys, colours are
 * #rrggbb.
 */
function formProblem(value: string, path: FilePath): ChartFileProblem {
  if (value.trim() === '') return { fault: 'empty', path }
  return { fault: path.at(-1) === 'colour' ? 'badForm' : 'unsafeKey', path, words: shown(value) }
}

function valueAt(file: RawFile, path: FilePath): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as { readonly [key: string]: unknown })[key]
        : undefined,
    file,
  )
}

function shown(value: string): string {
  return value.length > 40 ? `${value.slice(0, 40)}…` : value
}

/** Duplicate ids and references to missing records. */
export function referenceProblems(file: ChartFile): readonly ChartFileProblem[] {
  const posts = idsOf(file.posts)
  const steps = idsOf(file.steps)
  const measures = idsOf(file.measures)
  const grading = file.grading ?? highMediumLow
  const sections = {
    posts: file.posts,
    steps: file.steps,
    flowlines: file.flowlines,
    risks: file.risks,
    measures: file.measures,
    waivers: file.waivers,
  }
  const noStep = absentFrom(steps, 'noSuchStep')
  const noPost = absentFrom(posts, 'noSuchPost')
  const noMeasure = absentFrom(measures, 'noSuchMeasure')
  return [
    ...Object.entries(sections).flatMap(([section, things]) => repeatedIds(section, things ?? [])),
    ...(file.steps ?? []).flatMap((step, at) =>
      (step.posts ?? []).flatMap((post, place) => noPost(post, 'steps', at, 'posts', place)),
    ),
    ...(file.flowlines ?? []).flatMap((line, at) => [
      ...noStep(line.from, 'flowlines', at, 'from'),
      ...noStep(line.to, 'flowlines', at, 'to'),
    ]),
    ...(file.risks ?? []).flatMap((risk, at) => [
      ...noStep(risk.step, 'risks', at, 'step'),
      ...noPost(risk.post, 'risks', at, 'post'),
      ...(risk.level === undefined || namedLevel(risk.level, grading) !== undefined
        ? []
        : [{ fault: 'noSuchLevel' as const, path: ['risks', at, 'level'], words: shown(risk.level) }]),
      ...(risk.measures ?? []).flatMap((measure, place) =>
        noMeasure(measure, 'risks', at, 'measures', place),
      ),
    ]),
  ]
}

/** Returns a check that reports ids not in `known`. */
function absentFrom(known: ReadonlySet<string>, fault: ChartFileProblem['fault']) {
  return (id: string | undefined, ...path: FilePath): readonly ChartFileProblem[] =>
    id === undefined || known.has(id) ? [] : [{ fault, path, words: shown(id) }]
}

type WithId = { readonly id: string }

function idsOf(things: readonly WithId[] | undefined): ReadonlySet<string> {
  return new Set(things?.map((thing) => thing.id))
}

function repeatedIds(section: string, things: readonly WithId[]): readonly ChartFileProblem[] {
  const seen = new Set<string>()
  return things.flatMap(({ id }, at) => {
    const repeated = seen.has(id)
    seen.add(id)
    return repeated ? [{ fault: 'duplicateId' as const, path: [section, at, 'id'], words: shown(id) }] : []
  })
}
