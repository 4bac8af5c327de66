/** Step commands of the keyboard: add in a direction, walk, duplicate. */
import type { Chart, Id, Step, StepKind } from '../../../model/chart.ts'
import type { Exit } from '../../../model/edits/addStep.ts'
import { addStep, insertStepAfter } from '../../../model/edits/addStep.ts'
import { goOnFromDecision } from '../../../model/edits/goOnFromDecision.ts'
import { insertStepBefore } from '../../../model/edits/insertStepBefore.ts'
import { insertPart, chartPartOf } from '../../../model/edits/insertPart.ts'
import { splitDecision } from '../../../model/edits/splitDecision.ts'
import type { Edit } from '../../../model/edits/refusal.ts'
import { asksYesOrNo, splitWords, yesAndNo } from '../../../text/screen/commands.ts'
import { firstStep } from '../../../text/screen/screen.ts'
import { mayWrite } from '../mayWrite.ts'
import { setSession, select } from '../session.ts'
import type { Situation } from './command.ts'
import type { WalkDirection } from './stepToward.ts'
import { stepToward } from './stepToward.ts'

/** The selected step; undefined unless exactly one is selected. */
export function oneSelected({ doc, session }: Situation): Step | undefined {
  const [id, ...others] = session.selection.steps
  return others.length === 0 ? doc.chart().steps.find((step) => step.id === id) : undefined
}

/** Whether this person may edit the chart. */
export function mayEdit({ session }: Situation): boolean {
  return session.edition === 'internal' && mayWrite(session.access)
}

export function mayEditOne(situation: Situation): boolean {
  return mayEdit(situation) && oneSelected(situation) !== undefined
}

/** Down adds a next step, up a previous one, left and right a branch there, aside one where the layout has room. */
export type AddDirection = 'down' | 'up' | 'left' | 'right' | 'aside'

/** Adds a step beside the selected one, or unconnected if none is selected, and edits its name. */
export function addToward(direction: AddDirection, situation: Situation, kind: StepKind): void {
  const before = oneSelected(situation)
  const step = situation.newId()
  const ids = { step, flowline: situation.newId() }
  const made = newStep(kind, before)
  const done = situation.edit((chart): Edit => {
    if (!before) return addStep(chart, made, step)
    if (direction === 'up') return insertStepBefore(chart, before.id, made, ids)
    if (direction === 'down' && before.kind === 'decision')
      return goOnFromDecision(chart, before.id, made, ids, exitOf(before, { branch: false }))
    if (direction === 'down')
      return insertStepAfter(chart, before.id, made, ids, exitOf(before, { branch: false }))
    const exit = exitOf(before, { branch: true })
    if (direction === 'aside') return insertStepAfter(chart, before.id, made, ids, exit)
    return insertStepAfter(chart, before.id, made, ids, { ...exit, side: direction })
  })
  if (done) nameIt(step)
}

/** Exits of a yes/no question are labelled 是 and 否; others are left unlabelled. */
export function exitOf(before: Step, { branch }: { readonly branch: boolean }): Exit {
  return asksYesOrNo.test(before.name) ? { branch, answers: yesAndNo } : { branch }
}

/** Initial fields of a new step; it takes the posts of the step before. */
export function newStep(kind: StepKind, before: Step | undefined) {
  return { kind, name: firstStep.fresh[kind], ...(before?.posts ? { posts: before.posts } : {}) }
}

/** Selects a new step and opens its name for editing. */
export function nameIt(step: Id): void {
  select({ steps: [step] })
  setSession({ renaming: step, drawingOn: true })
}

/** Moves the selection to the step where the picture goes in this direction. */
export function walk(direction: WalkDirection, situation: Situation): void {
  const chart = situation.doc.chart()
  const step = oneSelected(situation)
  const standing = situation.session.canvasApi?.standing(chart.steps.map(({ id }) => id)) ?? []
  const target = step ? stepToward(chart, step.id, direction, standing) : chart.steps[0]?.id
  if (target === undefined) return
  select({ steps: [target] })
  situation.session.canvasApi?.reveal([target])
}

/** Copies the selected steps with their risks, under new ids. */
export function duplicate(situation: Situation): void {
  const part = chartPartOf(situation.doc.chart(), situation.session.selection.steps)
  pastePart(part, situation)
}

/** Adds pasted steps to the chart under new ids and selects them. Returns whether they were added. */
export function pastePart(part: Chart, { edit, newId, session }: Situation): boolean {
  let steps: readonly Id[] = []
  const done = edit((chart) => {
    const inserted = insertPart(chart, part, newId)
    steps = inserted.steps
    return inserted.edit
  })
  if (!done) return false
  select({ steps })
  session.canvasApi?.reveal(steps)
  return true
}

export function splitSelected(situation: Situation): void {
  const decision = oneSelected(situation)
  if (!decision) return
  const step = situation.newId()
  const ids = { step, flowline: situation.newId() }
  if (situation.edit((chart) => splitDecision(chart, decision.id, splitWords, ids))) nameIt(step)
}
