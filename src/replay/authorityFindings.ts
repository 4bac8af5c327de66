/**
 * 超权限: whether who acted held the post of the step on that day, and whether one person did what two
 * must do (不相容岗位). No export of cases has a post: it comes from a table of persons and posts with dates.
 */
import type { Chart, Duty, Id } from '../model/chart.ts'
import { personsIn } from '../model/cases/personsIn.ts'
import type { Holding, PowerCase } from '../model/cases/powerCase.ts'
import { dayIn } from './workingTime.ts'

export type AuthorityFinding =
  | {
      /** The person held other posts on that day. */
      readonly kind: 'wrongPost'
      readonly event: number
      readonly step: Id
      readonly held: readonly string[]
    }
  | {
      /** One person at two steps of incompatible duties. */
      readonly kind: 'samePerson'
      readonly person: string
      readonly events: readonly [number, number]
      readonly duties: readonly [Duty, Duty]
      /** False if a duty is only proposed by a step's name: then it is a hint. */
      readonly isSaid: boolean
    }

/** Duties that one person must not hold in one case (内部控制规范: 不相容岗位相互分离). */
export const incompatible: readonly (readonly [Duty, Duty])[] = [
  ['handle', 'decide'],
  ['handle', 'review'],
  ['review', 'decide'],
  ['decide', 'execute'],
  ['decide', 'supervise'],
  ['execute', 'accept'],
  ['execute', 'supervise'],
  ['initiate', 'decide'],
]

export interface KnownDuty {
  readonly duty: Duty
  readonly isSaid: boolean
}

export interface AuthorityParts {
  readonly chart: Chart
  readonly holdings: readonly Holding[]
  /** Duties as said or, where nobody said one, as the name proposes. */
  readonly dutyOf: (step: Id) => KnownDuty | undefined
}

/** Persons of whom the table says nothing are not judged by post; the caller says how many there are. */
export function authorityFindings(
  { events }: PowerCase,
  stepOfEvent: readonly (Id | undefined)[],
  { chart, holdings, dutyOf }: AuthorityParts,
): readonly AuthorityFinding[] {
  const postName = new Map(chart.posts.map(({ id, name }) => [id, name]))
  const wanted = new Map(
    chart.steps.map(({ id, posts = [] }) => [id, posts.flatMap((post) => postName.get(post) ?? [])]),
  )
  const found: AuthorityFinding[] = []
  events.forEach(({ person, start }, event) => {
    const step = stepOfEvent[event]
    if (step === undefined || person === undefined) return
    const known = holdings.filter((holding) => personsIn(person).includes(holding.person))
    const posts = wanted.get(step) ?? []
    if (known.length === 0 || posts.length === 0) return
    const held = known.filter(isHeldOn(dayIn(start))).map(({ post }) => post)
    if (!held.some((post) => posts.includes(post))) found.push({ kind: 'wrongPost', event, step, held })
  })
  return [...found, ...samePersons(events, stepOfEvent, dutyOf)]
}

const isHeldOn =
  (day: string) =>
  ({ from, to }: Holding) =>
    (from === undefined || from <= day) && (to === undefined || day <= to)

/** Each pair of duties once for each person. */
function samePersons(
  events: PowerCase['events'],
  stepOfEvent: readonly (Id | undefined)[],
  dutyOf: AuthorityParts['dutyOf'],
): readonly AuthorityFinding[] {
  const acted = events.flatMap(({ person }, event) => {
    const step = stepOfEvent[event]
    const known = step === undefined ? undefined : dutyOf(step)
    if (person === undefined || known === undefined) return []
    return personsIn(person).map((each) => ({ person: each, event, ...known }))
  })
  const persons = [...new Set(acted.map(({ person }) => person))]
  return persons.flatMap((person) => {
    const own = acted.filter((act) => act.person === person)
    return incompatible.flatMap(([one, other]): readonly AuthorityFinding[] => {
      const first = own.find(({ duty }) => duty === one)
      const second = own.find(({ duty }) => duty === other)
      if (!first || !second) return []
      return [
        {
          kind: 'samePerson',
          person,
          events: [first.event, second.event],
          duties: [one, other],
          isSaid: first.isSaid && second.isSaid,
        },
      ]
    })
  })
}
