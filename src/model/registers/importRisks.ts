/**
 * Imports risks of last year's 一览表 into a chart. A row is matched to the step or post it names;
 * unmatched rows are returned for manual placement. Every input row appears in exactly one result
 * list.
 */
import type { Change } from '../records/changes.ts'
import { set } from '../records/changes.ts'
import type { Chart, Id, RiskCategory } from '../chart.ts'
import { addMeasure, addRisk, type RiskOwner } from '../edits/risks.ts'
import { readSchedule } from '../time/readSchedule.ts'
import { combined } from '../edits/rows/combined.ts'
import type { Edit } from '../edits/refusal.ts'
import { allow } from '../edits/refusal.ts'

/** A risk as read from an earlier register. */
export interface ListedRisk {
  /** Row number in the table, from 1. */
  readonly row: number
  readonly power?: string
  /** 环节, or the form's own name for the place. */
  readonly place?: string
  readonly posts: readonly string[]
  readonly text: string
  readonly category?: RiskCategory
  /** Id of a level of the chart's scheme. */
  readonly level?: Id
  readonly measures: readonly string[]
  readonly responsible?: string
  readonly leader?: string
  readonly cause?: string
  readonly consequence?: string
}

export interface PlacedRisk {
  readonly risk: ListedRisk
  readonly owner: RiskOwner
}

export type WhyUnplaced = 'no-place-found' | 'several-places' | 'other-power'

export interface Matches {
  readonly placed: readonly PlacedRisk[]
  /** Risks that the chart already has at the same place. */
  readonly known: readonly PlacedRisk[]
  readonly unplaced: readonly { readonly risk: ListedRisk; readonly why: WhyUnplaced }[]
}

/** Matches each risk to the step it names, else to the post. */
export function matchedTo(chart: Chart, risks: readonly ListedRisk[]): Matches {
  const found = risks.map((risk) => ({ risk, owner: ownerIn(chart, risk) }))
  const placed = found.flatMap(({ risk, owner }) => (typeof owner === 'string' ? [] : [{ risk, owner }]))
  return {
    placed: placed.filter((one) => !isKnown(chart, one)),
    known: placed.filter((one) => isKnown(chart, one)),
    unplaced: found.flatMap(({ risk, owner }) => (typeof owner === 'string' ? [{ risk, why: owner }] : [])),
  }
}

/** Adds risks with their measures at their places, as one edit (one undo step). */
export function importRisks(chart: Chart, placed: readonly PlacedRisk[], newId: () => Id): Edit {
  return combined(
    chart,
    placed.flatMap(({ risk, owner }) => {
      const id = newId()
      return [
        (now: Chart) => addRisk(now, owner, risk, id),
        () => allow(...traits(risk, id)),
        ...risk.measures.flatMap((said) => measureEdits(said, id, newId())),
      ]
    }),
  )
}

/** 复核合同（法规科，每季度末), as our registers print it: the bracket says who and how often, if it ends with a schedule. */
function measureEdits(said: string, risk: Id, id: Id): readonly ((now: Chart) => Edit)[] {
  const found = /^(.+)[（(]([^（）()]+)[）)]$/su.exec(said)
  const parts = found?.[2]?.split(/[，,]/) ?? []
  const schedule = parts.at(-1) ?? ''
  if (!found || parts.length > 2 || !readSchedule(schedule).ok)
    return [(now) => addMeasure(now, risk, said, id)]
  const responsible = parts.length === 2 ? [set('measures', id, 'responsible', parts[0])] : []
  return [
    (now) => addMeasure(now, risk, found[1]!, id),
    () => allow(...responsible, set('measures', id, 'schedule', schedule)),
  ]
}

function traits(
  { category, responsible, leader, cause, consequence }: ListedRisk,
  id: Id,
): readonly Change[] {
  return [
    ...(category ? [set('risks', id, 'category', category)] : []),
    ...(responsible ? [set('risks', id, 'responsible', responsible)] : []),
    ...(leader ? [set('risks', id, 'leader', leader)] : []),
    ...(cause ? [set('risks', id, 'cause', cause)] : []),
    ...(consequence ? [set('risks', id, 'consequence', consequence)] : []),
  ]
}

function ownerIn(chart: Chart, { power, place, posts }: ListedRisk): RiskOwner | WhyUnplaced {
  const { title } = chart.header
  if (power !== undefined && !isPart(power, title)) return 'other-power'
  const named = [place, afterTitle(place, title), afterTitle(power, title)]
  const steps = chart.steps.filter((step) =>
    named.some((name) => name !== undefined && isSame(name, step.name)),
  )
  const atPosts = chart.posts.filter((post) => posts.some((name) => isSame(name, post.name)))
  const held = steps.filter((step) => step.posts?.some((id) => atPosts.some((post) => post.id === id)))
  const meant = steps.length > 1 && held.length > 0 ? held : steps
  if (meant.length === 1) return { step: meant[0]!.id }
  if (meant.length > 1) return 'several-places'
  const byPlace = chart.posts.filter((post) => place !== undefined && isSame(place, post.name))
  const [post, ...others] = byPlace.length > 0 ? byPlace : atPosts
  if (!post) return 'no-place-found'
  return others.length > 0 ? 'several-places' : { post: post.id }
}

function isKnown(chart: Chart, { risk, owner }: PlacedRisk): boolean {
  return chart.risks.some(
    (other) =>
      isSame(other.text, risk.text) &&
      ('step' in owner ? other.step === owner.step : other.post === owner.post),
  )
}

/** Normalises for comparison: ignores blanks, character width and punctuation at the ends. */
function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s|^[\p{P}]+|[\p{P}]+$/gu, '')
}

function isSame(a: string, b: string): boolean {
  return plain(a) === plain(b)
}

/** The step part of 财务报销：审核, given the power's title; undefined if the text does not start with it. */
function afterTitle(words: string | undefined, title: string): string | undefined {
  if (words === undefined || !plain(words).startsWith(plain(title))) return undefined
  return plain(plain(words).slice(plain(title).length)) || undefined
}

/** Whether one name contains the other: 财务报销 and 财务报销审批流程图 are one power. */
function isPart(a: string, b: string): boolean {
  return plain(b).includes(plain(a)) || plain(a).includes(plain(b))
}
