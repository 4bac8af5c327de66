/** Boxes beside the steps: whose they are, and the risks and measures in them. */
import type { Id } from '../../../model/chart.ts'
import { highMediumLow } from '../../../model/grading.ts'
import { readItems } from '../../tableReading/cells/readItems.ts'
import { readLevel } from '../../tableReading/cells/readLevel.ts'
import type { DrawnProblem } from '../drawnReading.ts'
import { boxToBox } from './geometry.ts'
import type { SceneShape, ToldRisk } from './scene.ts'
import { splitSideText, type SidePart } from './sideText.ts'
import type { SideShape } from './sortFigures.ts'
import { oneLine } from './findLanes.ts'

/** Parts of side boxes by step, in the order of their boxes. */
export interface SideOwners {
  readonly partsOf: (step: string) => readonly SidePart[]
  readonly left: readonly DrawnProblem[]
  readonly doubts: readonly DrawnProblem[]
}

/** A second box that is nearly as near (points) makes the owner doubtful. */
const nearlyAsNear = 6

/**
 * A box belongs to the step that it is joined to, else to the nearest one, before others to one at the
 * same height; a measure box may stand behind its risk box.
 */
export function sideOwners(
  sides: readonly SideShape[],
  steps: readonly SceneShape[],
  joinedTo: ReadonlyMap<string, string>,
): SideOwners {
  const isStep = new Set(steps.map(({ id }) => id))
  const owner = new Map<string, string>()
  const left: DrawnProblem[] = []
  const doubts: DrawnProblem[] = []
  // A chain of boxes leads to the step in as many rounds as it has boxes.
  for (const { shape } of sides) {
    let at = joinedTo.get(shape.id)
    for (let round = 0; at !== undefined && !isStep.has(at) && round < 4; round += 1) at = joinedTo.get(at)
    if (at !== undefined && isStep.has(at)) owner.set(shape.id, at)
  }
  for (const { shape } of sides) {
    if (owner.has(shape.id)) continue
    const found = nearestStep(shape, steps)
    if (!found) left.push({ fault: 'looseText', words: oneLine(shape.text) })
    else {
      owner.set(shape.id, found.step)
      if (found.isDoubtful) doubts.push({ fault: 'sideGuessed', words: shortened(oneLine(shape.text)) })
    }
  }
  const parts = new Map<string, SidePart[]>()
  for (const { shape, field } of sides) {
    const step = owner.get(shape.id)
    if (step !== undefined) parts.set(step, [...(parts.get(step) ?? []), ...partsIn(shape, field)])
  }
  return { partsOf: (step) => parts.get(step) ?? [], left, doubts }
}

function partsIn({ text }: SceneShape, field: SideShape['field']): readonly SidePart[] {
  const side = splitSideText(text)
  if (!side) return [{ field: field ?? 'risk', text }]
  return [...(side.before === '' ? [] : [{ field: field ?? 'risk', text: side.before }]), ...side.parts]
}

function nearestStep({ box }: SceneShape, steps: readonly SceneShape[]) {
  if (!box) return undefined
  let best: { readonly step: string; readonly distance: number } | undefined
  let second = Number.POSITIVE_INFINITY
  for (const { id, box: place } of steps) {
    if (!place) continue
    const distance = distanceBeside(box, place)
    if (!best || distance < best.distance) {
      second = best?.distance ?? second
      best = { step: id, distance }
    } else if (distance < second) second = distance
  }
  return best && { step: best.step, isDoubtful: second - best.distance < nearlyAsNear }
}

/** A box at another height is not beside: it counts as farther. */
function distanceBeside(box: NonNullable<SceneShape['box']>, step: NonNullable<SceneShape['box']>): number {
  const overlap = Math.min(box.bottom, step.bottom) - Math.max(box.top, step.top)
  const centre = Math.abs((box.top + box.bottom) / 2 - (step.top + step.bottom) / 2)
  return overlap > 0 ? centre + boxToBox(box, step) / 20 : 200 + boxToBox(box, step) + centre / 20
}

function shortened(text: string): string {
  return text.length > 24 ? `${text.slice(0, 24)}…` : text
}

export interface StepRisks {
  readonly risks: readonly {
    readonly text: string
    readonly level?: Id
    readonly responsible?: string
    readonly leader?: string
  }[]
  /** Positions of the risks that a measure meets. */
  readonly measures: readonly { readonly text: string; readonly risks: readonly number[] }[]
  readonly doubts: readonly DrawnProblem[]
}

/** Risks and measures of one step. Numbered ones are paired by number, else each measure meets each risk. */
export function risksIn(parts: readonly SidePart[], name: string): StepRisks {
  const doubts: DrawnProblem[] = []
  const said = (field: SidePart['field']) =>
    parts.filter((part) => part.field === field).map(({ text }) => text)
  const items = [...said('risk'), ...said('riskDetail')].flatMap(readItems)
  const levels = said('level').map((words) => ({ words, level: levelIn(words) }))
  for (const { words, level } of levels) if (level === undefined) doubts.push({ fault: 'unreadLevel', words })
  const [responsible] = said('responsible')
  const [leader] = said('leader')
  const risks = items.map(({ text }, at) => {
    const graded = withOwnLevel(text)
    const level = graded.level ?? (levels.length === items.length ? levels[at] : levels[0])?.level
    return {
      text: graded.text,
      ...(level !== undefined && { level }),
      ...(responsible !== undefined && { responsible }),
      ...(leader !== undefined && { leader }),
    }
  })
  const measures = said('measures').flatMap(readItems)
  if (measures.length > 0 && risks.length === 0) doubts.push({ fault: 'measureWithoutRisk', words: name })
  const paired =
    items.length > 1 &&
    items.length === measures.length &&
    items.every(({ number }, at) => number !== undefined && number === measures[at]!.number)
  return {
    risks,
    measures: measures.map(({ text }, at) => ({
      text,
      risks: paired ? [at] : risks.map((_, index) => index),
    })),
    doubts,
  }
}

/** Risks that keep their own measures; one measure of several risks is one. */
export function risksAsTold(told: readonly ToldRisk[]): StepRisks {
  const doubts: DrawnProblem[] = []
  const risks = told.map(({ text, level: words = '' }) => {
    const level = words === '' ? undefined : levelIn(words)
    if (words !== '' && level === undefined) doubts.push({ fault: 'unreadLevel', words })
    return { text, ...(level !== undefined && { level }) }
  })
  const texts = [...new Set(told.flatMap(({ measures }) => measures))]
  const measures = texts.map((text) => ({
    text,
    risks: told.flatMap((risk, at) => (risk.measures.includes(text) ? [at] : [])),
  }))
  return { risks, measures, doubts }
}

function levelIn(words: string): Id | undefined {
  return readLevel(words.replace(/[。；;，,\s]+$/, ''), highMediumLow)?.level
}

/** 擅自更换厂家（高） */
function withOwnLevel(text: string): { readonly text: string; readonly level?: Id } {
  const [, before = '', inside = ''] =
    /^(.+?)[（(【[](?:风险)?(?:等级|级别)?[:：]?([^（()）]{1,6})[)）】\]][。；;]?$/s.exec(text) ?? []
  const level = inside === '' ? undefined : levelIn(inside)
  return level === undefined ? { text } : { text: before.trim(), level }
}
