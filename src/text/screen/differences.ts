/** Differences of two charts as sentences. */
import type { Difference, Ends, ThingRoot } from '../../model/history/difference.ts'
import type { Chart, Id } from '../../model/chart.ts'
import type { Fields, Records, RootName } from '../../model/records/records.ts'
import { recordsOf } from '../../model/records/records.ts'
import {
  gradingWord,
  idsIn,
  inBrackets,
  labelOf,
  sayValue,
  textOf,
  unknownName,
  waiverWord,
} from './fieldValues.ts'
import { stepWords } from '../paper/paper.ts'
import { flowlinePanel, headerPanel, riskPanel, stepPanel } from './screen.ts'

/** Records of the older and the newer chart, for the names in a sentence. */
export interface RecordNames {
  readonly before: Records
  readonly after: Records
}

/** The names to use for differences from `before` to `after`. */
export function namesFrom(before: Chart, after: Chart): RecordNames {
  return { before: recordsOf(before), after: recordsOf(after) }
}

/** Whether long values are shortened in the middle (for lists) or shown in full. */
export type Wording = 'cut' | 'whole'

export const differenceGroups = {
  header: headerPanel.heading,
  posts: headerPanel.posts,
  steps: stepPanel.heading,
  flowlines: flowlinePanel.heading,
  risks: riskPanel.heading,
  measures: riskPanel.measures,
  waivers: waiverWord,
  grading: gradingWord,
} as const

export const differenceMark = {
  added: { sign: '＋', word: '新增' },
  removed: { sign: '－', word: '删除' },
  changed: { sign: '△', word: '有改动' },
} as const

/** One difference as one sentence. Never throws; unknown records are called deleted. */
export function sayDifference(difference: Difference, names: RecordNames, wording: Wording): string {
  const say = speaker(names, wording)
  switch (difference.kind) {
    case 'added':
    case 'removed':
      return say.made(difference.kind, difference.root, difference.id)
    case 'changed':
      return say.changed(difference)
    case 'reposted':
      return `${stepPanel.heading} ${say.step(difference.id)} 从 ${say.posts(difference.before)} 移到 ${say.posts(difference.after)}`
    case 'rejoined':
      return `${say.ends(difference.before)} 的${flowlinePanel.heading}改为 ${say.ends(difference.after)}`
    case 'reordered':
      return say.reordered(difference)
    case 'placed':
      return `${say.step(difference.id)} 的手工位置有改动`
  }
}

type Speaker = ReturnType<typeof speaker>

function speaker(names: RecordNames, wording: Wording) {
  const cut = (text: string) => shortened(text, wording)
  const find = (root: RootName, id: Id): Fields => names.after[root][id] ?? names.before[root][id] ?? {}
  const called = (root: RootName, id: Id, field: string) => cut(textOf(find(root, id)[field]) || unknownName)
  const step = (id: Id) => called('steps', id, 'name')
  const posts = (ids: readonly Id[]) => stepWords.listed(ids.map((id) => called('posts', id, 'name')))
  const ends = ({ from, to }: Ends) => `${step(from)} → ${step(to)}`
  const line = (id: Id) => {
    const { from, to } = find('flowlines', id)
    return ends({ from: textOf(from), to: textOf(to) })
  }
  const owner = (id: Id) => {
    const { step: of, post } = find('risks', id)
    return typeof of === 'string' ? step(of) : called('posts', textOf(post), 'name')
  }
  const values: Saying['values'] = (field, value, side) => cut(sayValue(field, value, names[side]))
  const thing = thingSpeaker({ find, called, step, posts, line, owner })
  return {
    step,
    posts,
    ends,
    made: (kind: 'added' | 'removed', root: ThingRoot, id: Id) =>
      `${differenceMark[kind].word}${thing.named(root, id)}`,
    changed: (change: ChangedField) => sayChange(change, { values, thing, names }),
    reordered: ({ root, id, behind, known }: Extract<Difference, { kind: 'reordered' }>) => {
      const where = behind === undefined ? '移到最前' : `移到 ${thing.plain(root, behind)} 之后`
      return `${thing.named(root, id)} ${known ? where : '调整了顺序'}`
    },
  }
}

interface Finding extends Pick<Speaker, 'step' | 'posts'> {
  readonly find: (root: RootName, id: Id) => Fields
  readonly called: (root: RootName, id: Id, field: string) => string
  readonly line: (id: Id) => string
  readonly owner: (id: Id) => string
}

function thingSpeaker({ find, called, step, posts, line, owner }: Finding) {
  const plain = (root: ThingRoot, id: Id): string => {
    switch (root) {
      case 'posts':
        return called('posts', id, 'name')
      case 'steps':
        return step(id)
      case 'flowlines':
        return line(id)
      case 'risks':
      case 'measures':
        return `“${called(root, id, 'text')}”`
      case 'waivers':
        return `“${called(root, id, 'reason')}”`
    }
  }
  /** 环节 复核（办公室主任） */
  const beside = (root: ThingRoot, id: Id): string => {
    if (root === 'risks') return inBrackets(owner(id))
    const held = root === 'steps' ? idsIn(find('steps', id)['posts']) : []
    const label = root === 'flowlines' ? textOf(find('flowlines', id)['label']) : ''
    return inBrackets(held.length > 0 ? posts(held) : label)
  }
  return {
    plain,
    owner,
    find,
    named: (root: ThingRoot, id: Id) => {
      const quoted = root === 'risks' || root === 'measures' || root === 'waivers'
      return `${thingWord[root]}${quoted ? '' : ' '}${plain(root, id)}${beside(root, id)}`
    },
  }
}

const thingWord = {
  posts: headerPanel.posts,
  steps: stepPanel.heading,
  flowlines: flowlinePanel.heading,
  risks: riskPanel.heading,
  measures: riskPanel.measures,
  waivers: waiverWord,
} as const satisfies Record<ThingRoot, string>

type ChangedField = Extract<Difference, { kind: 'changed' }>

interface Saying {
  readonly values: (field: string, value: ChangedField['before'], side: keyof RecordNames) => string
  readonly thing: ReturnType<typeof thingSpeaker>
  readonly names: RecordNames
}

function sayChange(change: ChangedField, { values, thing, names }: Saying): string {
  const { root, id, field } = change
  const before = values(field, change.before, 'before')
  const after = values(field, change.after, 'after')
  if (field === 'name' && (root === 'steps' || root === 'posts'))
    return `${thingWord[root]} ${before} 改名为 ${after}`
  const label = `${subjectOf(change, thing, names)}${labelOf(root, field)}`
  if (before === after) return `${label}有改动：${after}`
  return root === 'risks' && field === 'text'
    ? `${thing.owner(id)} 的${riskPanel.heading}：${before} → ${after}`
    : `${label}：${before} → ${after}`
}

/** 审查 的…; a step's only risk is named by the step. */
function subjectOf({ root, id }: ChangedField, thing: Saying['thing'], names: RecordNames): string {
  switch (root) {
    case 'meta':
      return ''
    case 'posts':
    case 'steps':
    case 'flowlines':
      return `${thing.plain(root, id)} 的`
    case 'risks':
      return isOnlyRisk(id, names)
        ? `${thing.owner(id)} 的`
        : `${thing.owner(id)} 的${riskPanel.heading}${thing.plain(root, id)}的`
    case 'measures':
    case 'waivers':
      return `${thingWord[root]}${thing.plain(root, id)}的`
  }
}

function isOnlyRisk(id: Id, { before, after }: RecordNames): boolean {
  const owner = ownerKey(after.risks[id] ?? before.risks[id])
  const others = [...Object.entries(before.risks), ...Object.entries(after.risks)]
  return others.every(([other, risk]) => other === id || ownerKey(risk) !== owner)
}

function ownerKey(risk: Fields | undefined): string {
  return `${textOf(risk?.['step'])} ${textOf(risk?.['post'])}`
}

/** Maximum characters of a value in a list; the tooltip has the rest. */
const mostCharacters = 26

function shortened(text: string, wording: Wording): string {
  const characters = Array.from(text.replace(/\s+/g, ' '))
  if (wording === 'whole' || characters.length <= mostCharacters) return characters.join('')
  return `${characters.slice(0, 15).join('')}…${characters.slice(-10).join('')}`
}
