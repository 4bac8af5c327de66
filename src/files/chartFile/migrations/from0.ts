/**
 * Version 0, before the first release: risks nested in steps, measures nested in risks, posts and
 * limits as text. Anything of another shape is passed on unchanged, for the schema of version 1 to
 * report.
 */
import { highMediumLow } from '../../../model/grading.ts'
import type { ChartFileProblem } from '../chartFileError.ts'
import { readPostNames } from '../../tableReading/cells/readPostNames.ts'
import { readLevel } from '../../tableReading/cells/readLevel.ts'
import type { Migrated, RawFile } from './migration.ts'

type Raw = RawFile

const kinds: { readonly [kind: string]: string } = { start: 'terminator', end: 'terminator', step: 'process' }

/** Migrates version 0 to 1; `newId` makes missing ids. */
export function from0(file: RawFile, newId: () => string): Migrated {
  const steps = recordsIn(file['steps'])
  const posts = postsOf(steps, newId)
  const risks = steps.flatMap((step) =>
    recordsIn(step['risks']).map((risk) => ({
      step: step['id'],
      risk,
      id: newId(),
      measures: measuresOf(risk, newId),
    })),
  )
  const notes: readonly ChartFileProblem[] = risks.flatMap(({ risk }, index) =>
    levelNote(risk['level'], index),
  )
  return {
    notes,
    file: {
      format: 'qingquan-chart',
      version: 1,
      header: headerOf(file),
      posts: [...posts].map(([name, id]) => ({ id, name })),
      steps: steps.map((step) => stepOf(step, posts)),
      flowlines: recordsIn(file['edges']).map((edge) => ({ id: newId(), ...edge })),
      risks: risks.map(({ step, risk, id, measures }) => ({
        id,
        step,
        ...present({ text: risk['text'], level: levelOf(risk['level']) }),
        measures: measures.map((measure) => measure.id),
      })),
      measures: risks.flatMap(({ measures }) => measures),
    },
  }
}

function headerOf(file: RawFile): Raw {
  return present({
    title: file['title'],
    unit: file['unit'],
    promisedLimit: file['promised'],
    hasExternal: file['scope'] === 'external' ? true : undefined,
  })
}

function stepOf(step: Raw, posts: ReadonlyMap<string, string>): Raw {
  const kind = String(step['kind'])
  return present({
    id: step['id'],
    kind: kinds[kind] ?? step['kind'],
    name: step['name'],
    posts: step['post'] === undefined ? undefined : postNames(step).map((name) => posts.get(name)),
    timeLimit: step['limit'],
    legalBasis: step['basis'] === undefined ? undefined : [step['basis']],
    materials: step['materials'],
  })
}

function postsOf(steps: readonly Raw[], newId: () => string): ReadonlyMap<string, string> {
  const names = new Set(steps.flatMap(postNames))
  return new Map([...names].map((name) => [name, newId()]))
}

function postNames(step: Raw): readonly string[] {
  return typeof step['post'] === 'string' ? readPostNames(step['post']) : []
}

function measuresOf(
  risk: Raw,
  newId: () => string,
): readonly { readonly id: string; readonly text: unknown }[] {
  const texts: readonly unknown[] = Array.isArray(risk['measures']) ? risk['measures'] : []
  return texts.map((text) => ({ id: newId(), text }))
}

function levelOf(written: unknown): string | undefined {
  return typeof written === 'string' ? readLevel(written, highMediumLow)?.level : undefined
}

function levelNote(written: unknown, index: number): readonly ChartFileProblem[] {
  if (typeof written !== 'string') return []
  const reading = readLevel(written, highMediumLow)
  if (reading && !reading.assumed) return []
  return [
    { fault: reading ? 'levelAssumed' : 'levelLeftOut', path: ['risks', index, 'level'], words: written },
  ]
}

function recordsIn(value: unknown): readonly Raw[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : []
  return list.filter((member): member is Raw => typeof member === 'object' && member !== null)
}

function present(fields: Raw): Raw {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
