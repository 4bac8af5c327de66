/** Fields of a chart and their values, in the words of forms and tables. */
import type { Id } from '../../model/chart.ts'
import type { FieldValue, Fields, Records, RootName } from '../../model/records/records.ts'
import { plainLabels, stepFieldWords } from '../fieldWords.ts'
import { headingWords } from '../recognition/headings.ts'
import { stepWords, ungraded } from '../paper/paper.ts'
import { flowlinePanel, headerPanel, riskPanel, stepPanel } from './screen.ts'
import {
  dutyName,
  parallelName,
  measureMeansName,
  measureStageName,
  powerKindName,
  riskCategoryName,
  riskSourceName,
  powerSphereName,
  stepKindName,
  withheldFieldName,
} from '../terms.ts'

export const gradingWord = '分级办法'
export const waiverWord = '检查豁免'

/** Shown for a deleted record. */
export const unknownName = '（已删除）'

/** The label of a field in forms or tables, if it has one. */
export function labelOf(root: RootName, field: string): string {
  const labels: { readonly [field: string]: string } = fieldLabels[root]
  return labels[field] ?? field
}

const fieldLabels = {
  meta: { ...headerPanel, title: '事项名称', legalBasis: headerPanel.basis, scheme: gradingWord },
  posts: { name: headingWords.posts[1], publicName: stepPanel.publicName },
  steps: {
    ...stepPanel,
    timeLimit: stepPanel.limit,
    legalBasis: stepPanel.basis,
    internalOnly: stepFieldWords.internalOnly.label,
    ...plainLabels,
  },
  flowlines: { label: flowlinePanel.label, side: flowlinePanel.side },
  risks: {
    ...riskPanel,
    step: stepPanel.heading,
    post: headerPanel.posts,
    factors: '评定因素',
    sphere: '权力类别',
  },
  measures: {
    text: '内容',
    risks: '对应风险点',
    stage: riskPanel.stage,
    means: riskPanel.means,
    responsible: riskPanel.measureResponsible,
    schedule: riskPanel.schedule,
    evidence: riskPanel.evidence,
  },
  waivers: {
    rule: '规则',
    steps: stepPanel.heading,
    risks: riskPanel.heading,
    post: headerPanel.posts,
    reason: '理由',
    by: '提出人',
    on: '日期',
  },
} as const satisfies Record<RootName, { readonly [field: string]: unknown }> as unknown as Record<
  RootName,
  { readonly [field: string]: string }
>

/** A value in the words of the forms; records are named as in `records`. */
export function sayValue(field: string, value: FieldValue | undefined, records: Records): string {
  const found = (root: RootName, id: FieldValue | undefined, name: string) =>
    textOf(records[root][textOf(id)]?.[name]) || unknownName
  if (value === undefined) return emptyValue(field)
  switch (field) {
    case 'level':
      return levelName(records, textOf(value))
    case 'posts':
      return stepWords.listed(idsIn(value).map((id) => found('posts', id, 'name'))) || stepPanel.unset
    case 'step':
      return found('steps', value, 'name')
    case 'post':
      return found('posts', value, 'name')
    case 'steps':
      return stepWords.listed(idsIn(value).map((id) => found('steps', id, 'name'))) || stepPanel.unset
    case 'risks':
      return stepWords.listed(idsIn(value).map((id) => found('risks', id, 'text'))) || stepPanel.unset
    default:
      return plainValue(field, value) || stepPanel.unset
  }
}

function emptyValue(field: string): string {
  if (field === 'level') return ungraded.name
  return field === 'internalOnly' ? no : stepPanel.unset
}

const yes = '是'
const no = '否'

const wordsOf: { readonly [field: string]: { readonly [value: string]: string } } = {
  kind: stepKindName,
  duty: dutyName,
  parallel: parallelName,
  powerKind: powerKindName,
  category: riskCategoryName,
  source: riskSourceName,
  withheld: withheldFieldName,
  sphere: powerSphereName,
  stage: measureStageName,
  means: measureMeansName,
  side: { left: '左侧', right: '右侧' },
}

function plainValue(field: string, value: FieldValue | undefined): string {
  const words = wordsOf[field]
  if (value === undefined || value === null) return ''
  if (typeof value === 'boolean') return value ? yes : no
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return words?.[value] ?? value
  if (isList(value)) return stepWords.listed(value.map((each) => plainValue(field, each)))
  if ('wording' in value) return textOf(value['wording'])
  if ('levels' in value) return schemeWords(value)
  if ('title' in value) return `${textOf(value['title'])}${textOf(value['article'])}`
  return stepWords.listed(Object.entries(value).map(([name, each]) => `${name} ${plainValue('', each)}`))
}

/** 高中低三级（高、中、低） */
function schemeWords(scheme: Fields): string {
  const levels = isList(scheme['levels']) ? scheme['levels'] : []
  const named = levels.map((level) => (isFields(level) ? textOf(level['name']) : ''))
  return `${textOf(scheme['name'])}${inBrackets(stepWords.listed(named))}`
}

function levelName({ meta }: Records, id: Id): string {
  const scheme = meta['grading']?.['scheme']
  const levels = isFields(scheme) && isList(scheme['levels']) ? scheme['levels'] : []
  const level = levels.filter(isFields).find((each) => each['id'] === id)
  return textOf(level?.['name']) || id
}

function isList(value: FieldValue | undefined): value is readonly FieldValue[] {
  return Array.isArray(value)
}

function isFields(value: FieldValue | undefined): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function idsIn(value: FieldValue | undefined): readonly Id[] {
  return isList(value) ? value.map(textOf) : []
}

export function textOf(value: FieldValue | undefined): string {
  return typeof value === 'string' ? value : ''
}

export function inBrackets(text: string): string {
  return text === '' ? '' : `（${text}）`
}
