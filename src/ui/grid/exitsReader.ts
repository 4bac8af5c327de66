/** Parses 下一步 into the exits of a step: 3（不予受理）；4（补正）, or names. */
import { readNext } from '../../files/tableReading/cells/readNext.ts'
import type { Known, Target } from '../../files/tableReading/cells/readNext.ts'
import type { Chart, Id } from '../../model/chart.ts'
import type { ExitLine } from '../../model/edits/rows/setExits.ts'
import type { CellFault } from './readGridRisks.ts'
import { flowlineFields } from '../../model/fields/chartFields.ts'
import { excessIn } from '../../model/fields/excess.ts'

export type ExitsReading = { readonly exits: readonly ExitLine[] } | CellFault

/** Indexes the steps once for all rows of a block. */
export function exitsReader(chart: Chart): (cell: string) => ExitsReading {
  const byName = new Map<string, Id[]>()
  for (const step of chart.steps) {
    const same = byName.get(step.name)
    if (same) same.push(step.id)
    else byName.set(step.name, [step.id])
  }
  const known: Known = {
    byNumber: (number) => stepAt(chart, number) !== undefined,
    // A bare number is always a row number, even if a step has that name.
    byName: (name) => byName.has(name) && !/^\d+$/.test(name),
  }
  const read = (target: Target): ExitLine | CellFault | undefined => {
    switch (target.to) {
      case 'nothing':
        return undefined
      case 'end':
        return { fault: 'noEnd', words: target.words }
      case 'number': {
        const to = stepAt(chart, target.words)
        return to === undefined ? { fault: 'noSuchNumber', words: target.words } : exit(to, target.label)
      }
      case 'name': {
        const [to, another] = byName.get(target.words) ?? []
        if (another !== undefined) return { fault: 'severalOfTheName', words: target.words }
        return to === undefined ? { fault: 'noSuchName', words: target.words } : exit(to, target.label)
      }
    }
  }
  return (cell) => {
    const targets = readNext(cell, known).flatMap((target) => read(target) ?? [])
    const fault = targets.find((target) => 'fault' in target) ?? tooLong(targets)
    return fault ?? { exits: targets.flatMap((target) => ('to' in target ? [target] : [])) }
  }
}

function tooLong(targets: readonly (ExitLine | CellFault)[]): CellFault | undefined {
  return targets.some(hasLongLabel) ? { fault: 'tooLong', words: '' } : undefined
}

function hasLongLabel(target: ExitLine | CellFault): boolean {
  return 'to' in target && excessIn(flowlineFields.label, target.label) !== undefined
}

function stepAt(chart: Chart, number: string): Id | undefined {
  return /^\d+$/.test(number) ? chart.steps[Number(number) - 1]?.id : undefined
}

function exit(to: Id, label: string | undefined): ExitLine {
  return label ? { to, label } : { to }
}
