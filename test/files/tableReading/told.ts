/**
 * What a table says, a line for each thing, so that a person can write down what should
 * come out (test/fixtures/tables/*.out.txt):
 *
 *   # title | unit
 *   3 ◇ 审核 | 科长 | 5 workday | 4 同意, 2 退回
 *     ! high 超时 @科长 ← 公示；抽查
 *     ~ note
 *   : what the reader tells the person
 */
import type { TableReading } from '../../../src/files/tableReading/tableReading.ts'
import type { Chart, Step } from '../../../src/model/chart.ts'
import type { TimeLimit } from '../../../src/model/time/timeLimit.ts'
import { sayFault } from '../../../src/text/messages/faults.ts'

const shapes = { terminator: '○', process: '□', decision: '◇', document: '▤', subprocess: '▥' }

export function told({ chart, problems, ignoredColumns }: TableReading): string {
  const lines = chart ? [...headerLines(chart), ...chart.steps.flatMap((_, at) => stepLines(chart, at))] : []
  const said = problems.map(
    (problem) => `: ${problem.severity === 'error' ? 'ERROR ' : ''}${sayFault(problem)}`,
  )
  const ignored = ignoredColumns.length > 0 ? [`? ${ignoredColumns.join('、')}`] : []
  return [...lines, ...said, ...ignored].map(oneLine).join('\n') + '\n'
}

function headerLines({ header }: Chart): readonly string[] {
  const { title, unit, promisedLimit, statutoryLimit } = header
  const { office, code, consultPhone, supervisionPhone, place, openingHours, preparedBy, note } = header
  const others = Object.entries({
    promisedLimit: promisedLimit?.wording,
    statutoryLimit: statutoryLimit?.wording,
    office,
    code,
    consultPhone,
    supervisionPhone,
    place,
    openingHours,
    preparedBy,
    note,
  }).filter(([, value]) => value !== undefined)
  return [
    `# ${title}${unit === undefined ? '' : ` | ${unit}`}`,
    ...others.map(([field, value]) => `# ${field}: ${value}`),
  ]
}

function stepLines(chart: Chart, at: number): readonly string[] {
  const step = chart.steps[at]!
  const numberOf = new Map(chart.steps.map(({ id }, place) => [id, place + 1]))
  const postName = new Map(chart.posts.map(({ id, name }) => [id, name]))
  const ways = chart.flowlines
    .filter(({ from }) => from === step.id)
    .map(({ to, label }) => `${numberOf.get(to)}${label === undefined ? '' : ` ${label}`}`)
  const posts = (step.posts ?? []).map((post) => postName.get(post)).join('、')
  const cells = [
    `${at + 1} ${shapes[step.kind]} ${step.name}`,
    posts,
    limitWords(step.timeLimit),
    ways.join(', '),
  ]
  return [
    cells.join(' | ') + (step.internalOnly ? ' | internal' : ''),
    ...extraLines(step),
    ...riskLines(chart, step),
    ...(step.phase === undefined ? [] : [`  ~ 阶段：${step.phase}`]),
    ...(step.note ?? '').split('\n').flatMap((line) => (line === '' ? [] : `  ~ ${line}`)),
  ]
}

function limitWords(limit: TimeLimit | undefined): string {
  if (!limit) return ''
  if (limit.kind !== 'span') return `${limit.kind} ${limit.wording}`
  const bound = limit.bound === 'atLeast' ? '≥ ' : ''
  return `${bound}${limit.amount} ${limit.unit}${limit.counts ? '' : ' uncounted'}`
}

function extraLines({ documents = [], materials = [], legalBasis = [] }: Step): readonly string[] {
  return [
    ...documents.map((name) => `  = ${name}`),
    ...materials.map((name) => `  < ${name}`),
    ...legalBasis.map(({ title, article = '' }) => `  § ${title}${article}`),
  ]
}

function riskLines(chart: Chart, step: Step): readonly string[] {
  return chart.risks
    .filter((risk) => risk.step === step.id)
    .map((risk) => {
      const measures = chart.measures.filter((measure) => measure.risks.includes(risk.id))
      const traits = [risk.level ?? '-', risk.category, risk.text, risk.responsible && `@${risk.responsible}`]
      const words = traits.filter((trait) => trait !== undefined).join(' ')
      return `  ! ${words}${measures.length > 0 ? ` ← ${measures.map(({ text }) => text).join('；')}` : ''}`
    })
}

function oneLine(line: string): string {
  return line.replaceAll('\n', '⏎').trimEnd()
}
