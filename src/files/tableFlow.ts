/** Where each step of a table leads, and of what kind it is: both need all the steps. */
import type { StepKind } from '../model/chart.ts'
import type { TableFault } from '../text/faults.ts'
import { readNext, type Known, type Target } from './readNext.ts'
import { readKind } from './stepKind.ts'
import type { Headings } from './tableHeadings.ts'
import type { Problems } from './tableProblems.ts'
import { plainNumber, type StepReading } from './tableSteps.ts'

export interface Way {
  /** Place of the step that it leads to. */
  readonly to: number
  readonly label?: string
}

export interface StepWays {
  readonly kind: StepKind
  readonly ways: readonly Way[]
}

export function readFlow(
  steps: readonly StepReading[],
  headings: Headings,
  problems: Problems,
): readonly StepWays[] {
  const places = placesOf(steps, headings, problems)
  const known: Known = {
    byNumber: (number) => places.numbers.has(number),
    byName: (name) => places.names.has(name),
  }
  return steps.map((step, at) => {
    const targets = step.nextCells.flatMap(({ row, text }) =>
      readNext(text, known).map((target): Written => ({ row, target })),
    )
    const {
      kind,
      ends,
      known: kindIsKnown,
    } = readKind(step.kindCell, step.name, { isFirst: at === 0, exits: targets.length })
    if (!kindIsKnown) problems.warning('unknownKind', step.row, 'kind', { words: step.kindCell })
    const goesOn = targets.length === 0 && !ends && at + 1 < steps.length
    return { kind, ways: goesOn ? [{ to: at + 1 }] : waysOf(targets, at, places, problems) }
  })
}

interface Written {
  readonly row: number
  readonly target: Target
}

interface Places {
  readonly numbers: ReadonlyMap<string, number>
  readonly names: ReadonlyMap<string, number>
  /** Names that several steps have. */
  readonly shared: ReadonlySet<string>
}

function placesOf(steps: readonly StepReading[], headings: Headings, problems: Problems): Places {
  const numbers = new Map<string, number>()
  const names = new Map<string, number>()
  const shared = new Set<string>()
  for (const [at, { row, name, ...step }] of steps.entries()) {
    // Without a column of numbers, people count the rows.
    const own = headings.columns.has('number') ? step.numbers : [String(at + 1)]
    for (const number of new Set(own)) {
      const first = numbers.get(number)
      if (first === undefined) numbers.set(number, at)
      else problems.error('sameNumber', row, 'number', { words: number, other: steps[first]!.row })
    }
    if (names.has(name)) shared.add(name)
    else names.set(name, at)
  }
  return { numbers, names, shared }
}

function waysOf(
  written: readonly Written[],
  from: number,
  places: Places,
  problems: Problems,
): readonly Way[] {
  const ways: Way[] = []
  for (const { row, target } of written) {
    const to = placeOf(target, places)
    const say = (fault: TableFault, words: string) => problems.warning(fault, row, 'next', { words })
    if (target.to === 'end') say('noEndRow', target.words)
    if (target.to === 'end' || target.to === 'nothing') continue
    if (to === undefined) say(target.to === 'number' ? 'noSuchNumber' : 'noSuchName', target.words)
    else if (to === from) say('leadsToItself', target.words)
    else if (ways.some((way) => way.to === to && way.label === target.label))
      say('sameFlowline', target.words)
    else ways.push({ to, ...(target.label !== undefined && { label: target.label }) })
    if (target.to === 'name' && places.shared.has(target.words)) say('severalOfTheName', target.words)
  }
  return ways
}

function placeOf(target: Target, { numbers, names }: Places): number | undefined {
  if (target.to === 'number') return numbers.get(plainNumber(target.words))
  return target.to === 'name' ? names.get(target.words) : undefined
}
