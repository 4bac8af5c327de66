/** Decides a step of a 预警 case: the event, or the refusal. Never throws. */
import type { Author } from '../review/mark.ts'
import { chinaDay } from '../time/chinaDay.ts'
import type { Day } from './controlEvent.ts'
import type { WarningCase, WarningEvent, WarningStep, WarningSteps, WarningState } from './warningCase.ts'

export type WarningCommand = {
  readonly [K in WarningStep]: { readonly kind: K } & WarningSteps[K]
}[WarningStep]

export type WarningRefusal =
  | 'no-right'
  | 'unnamed'
  | 'no-such-warning'
  | 'begun'
  | 'not-now'
  | 'same-person'
  | 'empty-text'
  | 'deadline-past'
  | 'not-later'
  | 'asked-already'
  | 'not-asked'

/** `write`: opens, answers, mends. `keep`: judges, treats, reviews, closes. */
export interface WarningActor extends Author {
  readonly may: (right: 'write' | 'keep') => boolean
}

export interface WarningInput {
  /** ms since 1970 */
  readonly at: number
  readonly hash?: string | undefined
}

export type WarningDecision =
  | { readonly ok: true; readonly event: WarningEvent }
  | { readonly ok: false; readonly code: WarningRefusal }

interface StepRule {
  readonly right: 'write' | 'keep'
  /** States in which it may be done. */
  readonly in: readonly WarningState[]
  /** Texts that must not be empty. */
  readonly wants: readonly string[]
}

const rules: { readonly [K in Exclude<WarningStep, 'open'>]: StepRule } = {
  judge: { right: 'keep', in: ['toJudge'], wants: ['text'] },
  treat: { right: 'keep', in: ['toTreat'], wants: ['way', 'addressee', 'goal'] },
  receipt: { right: 'write', in: ['mending'], wants: ['text'] },
  progress: { right: 'write', in: ['mending'], wants: ['text'] },
  mend: { right: 'write', in: ['mending'], wants: ['text'] },
  review: { right: 'keep', in: ['toReview'], wants: ['text'] },
  askExtension: { right: 'write', in: ['mending'], wants: ['text'] },
  decideExtension: { right: 'keep', in: ['mending'], wants: ['text'] },
  close: { right: 'keep', in: ['toClose'], wants: ['text'] },
}

export function decideWarning(
  warning: WarningCase | undefined,
  command: WarningCommand,
  who: WarningActor,
  { at, hash }: WarningInput,
): WarningDecision {
  const code = whyNotWarning(warning, command, who, chinaDay(at))
  if (code !== undefined) return { ok: false, code }
  const { id, name, post } = who
  return { ok: true, event: { ...command, by: { id, name, post }, at, ...(hash ? { hash } : {}) } }
}

/** The refusal of a step; undefined if it is allowed. The page asks it too. */
export function whyNotWarning(
  warning: WarningCase | undefined,
  command: WarningCommand,
  who: WarningActor,
  today: Day,
): WarningRefusal | undefined {
  if (command.kind === 'open') {
    if (!who.may('write')) return 'no-right'
    if (isBlank(who.name)) return 'unnamed'
    if (warning) return 'begun'
    return isBlank(command.source) || isBlank(command.problem) ? 'empty-text' : undefined
  }
  const rule = rules[command.kind]
  if (!who.may(rule.right)) return 'no-right'
  if (isBlank(who.name)) return 'unnamed'
  if (!warning) return 'no-such-warning'
  if (!rule.in.includes(warning.state)) return 'not-now'
  const texts = command as unknown as { readonly [field: string]: string | undefined }
  if (rule.wants.some((field) => isBlank(texts[field] ?? ''))) return 'empty-text'
  return againstStep(warning, command, who, today)
}

/** The steps that a person may take now, whatever they write. */
export function openSteps(warning: WarningCase, who: WarningActor): readonly Exclude<WarningStep, 'open'>[] {
  const steps = Object.keys(rules) as Exclude<WarningStep, 'open'>[]
  return steps.filter((step) => {
    if (!who.may(rules[step].right) || !rules[step].in.includes(warning.state)) return false
    if (step === 'decideExtension') return warning.asking !== undefined
    return step !== 'askExtension' || warning.asking === undefined
  })
}

function againstStep(
  warning: WarningCase,
  command: WarningCommand,
  who: WarningActor,
  today: Day,
): WarningRefusal | undefined {
  switch (command.kind) {
    case 'treat':
      return command.deadline < today ? 'deadline-past' : undefined
    case 'review':
      return warning.mended?.by.id === who.id ? 'same-person' : undefined
    case 'close':
      return warning.mended?.by.id === who.id ? 'same-person' : undefined
    case 'askExtension':
      if (warning.asking) return 'asked-already'
      return command.until <= (warning.deadline ?? today) || command.until < today ? 'not-later' : undefined
    case 'decideExtension':
      if (!warning.asking) return 'not-asked'
      return warning.asking.by.id === who.id ? 'same-person' : undefined
    case 'open':
    case 'judge':
    case 'receipt':
    case 'progress':
    case 'mend':
      return undefined
  }
}

function isBlank(text: string): boolean {
  return text.trim() === ''
}
