/** Maps a comparison to marks: each step and flowline with its gravest difference. */
import type { Chart, Id } from '../../model/chart.ts'
import type { Difference } from '../../model/history/difference.ts'
import type { ChangeMark, ChangeMarks } from '../openChart/changeMarks.ts'

export function changeMarksOf(differences: readonly Difference[], before: Chart, after: Chart): ChangeMarks {
  const steps = new Map<Id, ChangeMark>()
  const flowlines = new Map<Id, ChangeMark>()
  for (const difference of differences) {
    const mark = changeMarkOf(difference)
    if (difference.root === 'flowlines') note(flowlines, difference.id, mark)
    else if (difference.root === 'steps') note(steps, difference.id, mark)
    else for (const step of stepsOf(difference, before, after)) note(steps, step, 'changed')
  }
  return { steps, flowlines }
}

export function changeMarkOf({ kind }: Difference): ChangeMark {
  return kind === 'added' || kind === 'removed' ? kind : 'changed'
}

function note(marks: Map<Id, ChangeMark>, id: Id, mark: ChangeMark): void {
  const known = marks.get(id)
  if (known === undefined || known === 'changed') marks.set(id, mark)
}

/** Steps of a difference: its own, that of its risk, or those of its measure's risks. */
export function stepsOf({ root, id }: Difference, before: Chart, after: Chart): readonly Id[] {
  switch (root) {
    case 'steps':
      return [id]
    case 'flowlines':
      return inEither(before, after, (chart) =>
        chart.flowlines.filter((line) => line.id === id).map((line) => line.from),
      )
    case 'risks':
      return inEither(before, after, (chart) => stepsOfRisks(chart, [id]))
    case 'measures':
      return inEither(before, after, (chart) =>
        stepsOfRisks(
          chart,
          chart.measures.filter((measure) => measure.id === id).flatMap((measure) => measure.risks),
        ),
      )
    case 'meta':
    case 'posts':
    case 'waivers':
      return []
  }
}

function inEither(before: Chart, after: Chart, find: (chart: Chart) => readonly Id[]): readonly Id[] {
  return [...new Set([...find(after), ...find(before)])]
}

function stepsOfRisks(chart: Chart, risks: readonly Id[]): readonly Id[] {
  return chart.risks.filter(({ id }) => risks.includes(id)).flatMap(({ step }) => step ?? [])
}
