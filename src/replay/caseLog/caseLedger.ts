/**
 * A ledger as offices keep it: a row per case, a column per step (受理时间, 审核时间, 审核人 …). Every time
 * becomes a row of its own, as systems export them.
 */
import type { Cell } from '../../files/tableSource/table.ts'
import {
  noStepTime,
  stepPersonHeading,
  stepPostHeading,
  stepTimeHeading,
  type CaseColumn,
} from '../../text/recognition/caseWords.ts'
import type { CaseColumns } from './caseColumns.ts'
import { knownCaseColumn, plainCaseHeading } from './knownCaseColumn.ts'

export interface CaseLedger {
  readonly columns: CaseColumns
  /** The rows of steps in a row of a case, with their cells in the order of `columns`. */
  readonly rowsOf: (cells: readonly Cell[]) => readonly (readonly Cell[])[]
}

const made = ['case', 'matter', 'step', 'start', 'end', 'person', 'post', 'result'] as const
type Made = (typeof made)[number]
const places: ReadonlyMap<CaseColumn, number> = new Map(made.map((column, at) => [column, at]))

interface LedgerStep {
  readonly name: string
  readonly at: { start?: number; end?: number; person?: number; post?: number }
}

/** Two times make a ledger, where a column of steps or states would say otherwise three. */
const fewest = { alone: 2, besideSteps: 3 } as const

/** The last of the rows has its headings. Undefined if it is no ledger. */
export function caseLedger(rows: readonly (readonly Cell[])[]): CaseLedger | undefined {
  const headings = (rows.at(-1) ?? []).map(({ text, covered }) => (covered ? '' : plainCaseHeading(text)))
  const known = headings.map((heading) => knownCaseColumn(heading))
  const number = known.indexOf('case')
  const steps = stepsOf(headings)
  const hasSteps = known.includes('step') || known.includes('status')
  if (number < 0 || steps.length < (hasSteps ? fewest.besideSteps : fewest.alone)) return undefined
  const whole = { case: number, matter: known.indexOf('matter'), result: known.indexOf('result') }
  const used = new Set([...Object.values(whole), ...steps.flatMap(({ at }) => Object.values(at))])
  return {
    columns: {
      headingRow: rows.length - 1,
      columns: places,
      unknown: headings.filter((heading, at) => heading !== '' && !used.has(at)),
    },
    rowsOf: (cells) => rowsOf(cells, whole, steps),
  }
}

function stepsOf(headings: readonly string[]): readonly LedgerStep[] {
  const steps = new Map<string, LedgerStep>()
  for (const [at, heading] of headings.entries()) {
    const { step, side } = stepTimeHeading.exec(heading)?.groups ?? {}
    if (step === undefined || noStepTime.test(step) || noStepTime.test(heading.slice(0, -2))) continue
    const known = steps.get(step) ?? { name: step, at: {} }
    known.at[side === '结束' || side === '完成' ? 'end' : 'start'] ??= at
    steps.set(step, known)
  }
  for (const [at, heading] of headings.entries()) {
    const person = stepPersonHeading.exec(heading)?.groups?.['step']
    const post = stepPostHeading.exec(heading)?.groups?.['step']
    if (person !== undefined && steps.has(person)) steps.get(person)!.at.person ??= at
    else if (post !== undefined && steps.has(post)) steps.get(post)!.at.post ??= at
  }
  return [...steps.values()]
}

/** A case without any time keeps one row, which says so. */
function rowsOf(
  cells: readonly Cell[],
  whole: { readonly [C in 'case' | 'matter' | 'result']: number },
  steps: readonly LedgerStep[],
): readonly (readonly Cell[])[] {
  const textAt = (at: number | undefined) => cells[at ?? -1]?.text ?? ''
  if (cells.every(({ text }) => text.trim() === '')) return []
  const timed = steps.filter(({ at }) => `${textAt(at.start)}${textAt(at.end)}`.trim() !== '')
  return (timed.length > 0 ? timed : steps.slice(0, 1)).map(({ name, at }) => {
    const [start, end] = [textAt(at.start), textAt(at.end)]
    // Only when it was done: how long it took is not known.
    const times = start.trim() === '' ? { start: end, end: '' } : { start, end }
    const texts: { readonly [M in Made]: string } = {
      case: textAt(whole.case),
      matter: textAt(whole.matter),
      step: name,
      ...times,
      person: textAt(at.person),
      post: textAt(at.post),
      result: textAt(whole.result),
    }
    return made.map((column): Cell => ({ text: texts[column] }))
  })
}
