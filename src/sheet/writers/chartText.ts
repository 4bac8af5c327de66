/** The chart as plain text, for people who cannot see the picture: everything that the sheet says. */
import type { Chart, Flowline, Measure, Risk, Step } from '../../model/chart.ts'
import { withoutInvisible } from '../../model/invisible.ts'
import type { Edition } from '../../model/editions/edition.ts'
import { plainFieldsOn } from '../../model/fields/chartFields.ts'
import { plainLabels } from '../../text/fieldWords.ts'
import {
  dateWording,
  headerWords,
  sideBoxWords,
  stepWords,
  textTwinWords as words,
} from '../../text/paper/paper.ts'
import { editionName, parallelName } from '../../text/terms.ts'
import { levelOf } from '../figures/riskMark.ts'
import { postNames } from '../figures/stepContent.ts'
import { headerFacts, legalBasisWording, phoneFacts } from '../page/facts.ts'

/** The chart as plain text, step by step: everything that the sheet of this edition says. */
export function chartText(edition: Edition): string {
  const { chart } = edition
  const { header } = chart
  const phones = phoneFacts(header)
  const facts = [...headerFacts(edition), ...phones.supervision, ...phones.consult]
  const paragraphs = [
    [header.title, unitLine(edition), ...issueLine(header.issuedOn, header.versionMark)],
    facts.map(({ label, value }) => headerWords.labelled(label, value)),
    [headerWords.label(words.steps), ...chart.steps.flatMap((step, i) => stepLines(step, i + 1, edition))],
  ]
  const text = paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n')
  return withoutInvisible(text)
}

function unitLine({ name, chart }: Edition): string {
  return [chart.header.unit, editionName[name]].filter(Boolean).join('　')
}

function issueLine(issuedOn: string | undefined, versionMark: string | undefined): readonly string[] {
  const said = [versionMark, issuedOn && dateWording(issuedOn)].filter(Boolean).join('　')
  return said === '' ? [] : [said]
}

export function stepLines(step: Step, number: number, { name, chart }: Edition): readonly string[] {
  const internal = name === 'internal' && step.internalOnly === true
  const details = [
    ...detail(words.posts, stepWords.listed(postNames(step, chart))),
    ...detail(words.limit, step.timeLimit?.wording),
    ...detail(words.parallel, step.parallel && parallelName[step.parallel]),
    ...detail(words.persons, step.persons === undefined ? undefined : stepWords.persons(step.persons)),
    ...plainFieldsOn('textTwin').flatMap((field) => detail(plainLabels[field], step[field])),
    ...detail(words.legalBasis, legalBasisWording(step.legalBasis)),
    ...detail(words.materials, step.materials && headerWords.listed(step.materials)),
    ...detail(words.documents, step.documents && headerWords.listed(step.documents)),
    ...chart.risks.filter((risk) => risk.step === step.id).flatMap((risk) => riskLines(risk, chart)),
    ...chart.flowlines.filter((line) => line.from === step.id).flatMap((line) => nextLine(line, chart)),
  ]
  const title = words.step(number, step.name) + (internal ? words.internalOnly : '')
  return [title, ...details.map((line) => `   ${line}`)]
}

function detail(label: string, value: string | undefined): readonly string[] {
  return value === undefined || value === '' ? [] : [headerWords.labelled(label, value)]
}

function riskLines(risk: Risk, chart: Chart): readonly string[] {
  const level = levelOf(risk.level, chart)
  const text = (level === undefined ? '' : words.level(level.name)) + risk.text
  const answers = (measure: Measure): boolean => measure.risks.includes(risk.id) && measure.text.trim() !== ''
  return [
    headerWords.labelled(words.risk, text),
    ...chart.measures
      .filter(answers)
      .map(
        (measure) =>
          `   ${headerWords.labelled(words.measure, words.measureOf(measure.text, carriedOutOf(measure)))}`,
      ),
  ]
}

function carriedOutOf({ responsible, schedule }: Measure): string {
  return sideBoxWords.carriedOut(responsible, schedule)
}

function nextLine({ to, label }: Flowline, chart: Chart): readonly string[] {
  const at = chart.steps.findIndex((step) => step.id === to)
  const step = chart.steps[at]
  if (step === undefined) return []
  return [words.next(at + 1, step.name) + (label === undefined ? '' : words.condition(label))]
}
