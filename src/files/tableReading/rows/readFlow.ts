/** Determines next steps and kinds; both need all steps to be known. */
import type { StepKind } from '../../../model/chart.ts'
import type { TableFault } from '../../../text/messages/faults.ts'
import { endWords, startWords, weakEndWords } from '../../../text/recognition/headings.ts'
import { branchInText } from '../../../text/recognition/outlineWords.ts'
import { readWays, type NearTarget, type Target } from '../cells/readNext.ts'
import { readKind } from '../cells/readKind.ts'
import { stepPlacesOf, type StepPlaces } from './stepPlaces.ts'
import type { Headings } from '../headings/headings.ts'
import type { Problems } from '../gatherProblems.ts'
import type { StepReading } from './readStep.ts'

export interface Way {
  /** Index of the target step; indices beyond the steps are added ends. */
  readonly to: number
  readonly label?: string
}

export interface StepWays {
  readonly kind: StepKind
  readonly ways: readonly Way[]
  /** Text of another column that gave the next step. */
  readonly readFrom?: string
}

export interface Flow {
  readonly steps: readonly StepWays[]
  readonly ends: readonly NamedEnd[]
}

/** An end named without a row, such as 不予受理 or 结束; one box each. */
export interface NamedEnd {
  readonly name: string
  /** Index of the step that names it first. */
  readonly from: number
}

/** What is read: a whole chart needs start and end, a part does not. */
export type Extent = 'chart' | 'part'

interface Written {
  readonly row: number
  readonly target: Target | NearTarget
}

/** Reads exits and kinds of all steps, and adds the named ends. */
export function readFlow(
  steps: readonly StepReading[],
  headings: Headings,
  extent: Extent,
  problems: Problems,
): Flow {
  const places = stepPlacesOf(steps, headings, problems)
  const ends: NamedEnd[] = []
  const said = steps.map((step) => writtenOf(step, places))
  const unsaid = unsaidWays(said, steps, headings, places)
  const read = steps.map((step, at) => {
    const { hint, written } = said[at]!
    const reading = readKind(step.kindCell, step.name, {
      isFirst: at === 0,
      exits: written.length,
      labelled: written.filter(({ target }) => 'label' in target || target.to === 'end').length,
    })
    if (!reading.known) problems.warning('unknownKind', step.row, 'kind', { words: step.kindCell })
    // 办结 is followed by 送达 where the table itself does not say what follows.
    const isPassed = isWeakEnd(step, headings) && at + 1 < steps.length
    const isOpen = written.length === 0 && (!reading.ends || isPassed) && at + 1 < steps.length
    const goesOn = isOpen && !unsaid.ends(at)
    if (isOpen && unsaid.isAsked) {
      if (goesOn) problems.warning('goesOnUnsaid', step.row, 'next', { words: steps[at + 1]!.name })
      else problems.warning('endUnsaid', step.row, 'next')
    }
    const ways = goesOn ? [{ to: at + 1 }] : waysOf(written, at, { places, ends, steps, problems })
    const branch = ways.length < 2 ? branchInText.exec(step.note)?.[0] : undefined
    if (branch !== undefined) problems.warning('branchInText', step.row, 'name', { words: branch.trim() })
    return {
      kind: isPassed && written.length === 0 ? 'process' : reading.kind,
      ways,
      readFrom: hint?.text,
      isLost: ways.length === 0 && written.some(({ target }) => !stops.has(target.to)),
    }
  })
  const starts = steps.some(({ name }) => startWords.includes(name)) ? 'elsewhere' : 'first'
  const isSaid = headings.columns.has('kind') || extent === 'part' || steps.length < 2
  return {
    ends,
    steps: read.map(({ kind, ways, isLost, readFrom }, at) => ({
      ways,
      ...(readFrom !== undefined && { readFrom }),
      kind: isSaid || isLost || kind !== 'process' ? kind : kindByPlace(at, ways, starts),
    })),
  }
}

interface Said {
  readonly hint: { readonly row: number; readonly text: string } | undefined
  readonly written: readonly Written[]
}

function writtenOf(step: StepReading, places: StepPlaces): Said {
  const hint = step.maybeNext.find(({ text }) => leadsOnly(text, places))
  const written = (hint ? [hint] : step.nextCells).flatMap(({ row, text }) =>
    readWays(text, places.known).map((target): Written => ({ row, target })),
  )
  return { hint, written }
}

interface UnsaidWays {
  /** The table says for most steps what follows, so that an empty cell asks. */
  readonly isAsked: boolean
  readonly ends: (at: number) => boolean
}

/**
 * An empty 下一步 is the next row; where most rows say what follows and another row already leads to the
 * next one (发放, then 退回补充), it is an end.
 */
function unsaidWays(
  said: readonly Said[],
  steps: readonly StepReading[],
  headings: Headings,
  places: StepPlaces,
): UnsaidWays {
  const count = said.filter(({ written }) => written.length > 0).length
  const isAsked = headings.columns.has('next') && steps.length > 2 && count * 2 >= steps.length - 1
  const reached = new Set(
    said.flatMap(({ written }, from) =>
      written.map(({ target }) => (isPlace(target) ? places.placeOf(target, from) : undefined)),
    ),
  )
  return { isAsked, ends: (at) => isAsked && at > 0 && reached.has(at + 1) }
}

function isPlace(
  target: Target | NearTarget,
): target is Exclude<typeof target, { readonly to: 'end' | 'nothing' }> {
  return target.to !== 'end' && target.to !== 'nothing'
}

function isWeakEnd({ name, kindCell }: StepReading, { columns }: Headings): boolean {
  return !columns.has('next') && kindCell === '' && weakEndWords.includes(name)
}

/** Whether the text consists only of several numbered exits with labels. */
function leadsOnly(text: string, { known }: StepPlaces): boolean {
  const targets = readWays(text, known)
  return (
    targets.length > 1 &&
    targets.every(
      (target) => target.to === 'number' && target.label !== undefined && known.byNumber(target.words),
    )
  )
}

const stops: ReadonlySet<string> = new Set<Target['to']>(['end', 'nothing'])

/** Kind by position if none is given: the first step is the start, steps without exits are ends. */
function kindByPlace(at: number, ways: readonly Way[], starts: 'first' | 'elsewhere'): StepKind {
  return (at === 0 && starts === 'first') || ways.length === 0 ? 'terminator' : 'process'
}

interface Around {
  readonly places: StepPlaces
  /** Mutable: newly named ends are appended. */
  readonly ends: NamedEnd[]
  readonly steps: readonly StepReading[]
  readonly problems: Problems
}

function waysOf(written: readonly Written[], from: number, around: Around): readonly Way[] {
  const ways: Way[] = []
  for (const { row, target } of written) {
    if (target.to === 'nothing') continue
    const say = (fault: TableFault, words: string, other?: number) =>
      around.problems.warning(fault, row, 'next', { words, ...(other !== undefined && { other }) })
    if (target.to === 'end' && written.length === 1 && isPlainEnd(target)) {
      say('noEndRow', target.words)
      continue
    }
    const to =
      target.to === 'end'
        ? endPlace({ name: target.words, from }, around, say)
        : foundPlace(target, from, around, say)
    if (to === undefined) continue
    if (to === from) say('leadsToItself', target.words)
    else if (ways.some((way) => way.to === to && way.label === target.label))
      say('sameFlowline', target.words)
    else ways.push({ to, ...(target.label !== undefined && { label: target.label }) })
  }
  return ways
}

type Say = (fault: TableFault, words: string, other?: number) => void

function foundPlace(
  target: Exclude<Target | NearTarget, { readonly to: 'end' | 'nothing' }>,
  from: number,
  { places, steps }: Around,
  say: Say,
): number | undefined {
  const to = places.placeOf(target, from)
  if (to === undefined) say(target.to === 'number' ? 'noSuchNumber' : 'noSuchName', target.words)
  else if (target.to !== 'number' && target.to !== 'name') say('nearlyNamed', target.words, steps[to]!.row)
  else if (target.to === 'name' && places.isShared(target.words)) say('severalOfTheName', target.words)
  return to
}

/** 结束 alone makes the step itself the end. As one of several exits it gets its own box. */
function isPlainEnd({ words, label }: { readonly words: string; readonly label?: string }): boolean {
  return label === undefined && endWords.includes(words)
}

function endPlace(end: NamedEnd, { ends, steps }: Around, say: Say): number {
  const known = ends.findIndex(({ name }) => name === end.name)
  if (known >= 0) return steps.length + known
  ends.push(end)
  say('endAdded', end.name)
  return steps.length + ends.length - 1
}
