/** 风险等级汇总表: the risks counted by power, by post and by step, each part with its sum. */
import type { Chart } from '../../model/chart.ts'
import { summary } from '../../model/registers/registers.ts'
import type { Counts } from '../../model/registers/tally.ts'
import {
  formHeadings,
  formTab,
  formTitle,
  formWords,
  signatureBoxes,
  signatureLines,
} from '../../text/paper/forms.ts'
import { bandRow, formWidth, type Form, type FormCell, type FormColumn, type FormRow } from './form.ts'
import { levelName, totalOf } from './totalOf.ts'

const numberWidth = 14
const countWidth = 24

/** Builds the form; `date` is yyyy-mm-dd, undefined leaves room for it. */
export function summaryForm(charts: readonly Chart[], date: string | undefined): Form {
  const { unit, office, levels, counts, byPower, byPost, byStep } = summary(charts)
  const columns = columnsFor(levels.map((level) => levelName(level, levels)))
  const part = (band: string, lines: readonly Line[]) => [
    bandRow(band, columns),
    ...lines.map((line, at) =>
      lineRow(String(at + 1), line, at === lines.length - 1 ? { withNext: true } : {}),
    ),
    lineRow('', { name: formHeadings.sum, counts }, { strong: true }),
  ]
  const isOne = byPower.length < 2
  const stepName = (step: string | undefined, power: string) =>
    step === undefined || isOne ? (step ?? formWords.noStep) : formWords.stepOf(power, step)
  return {
    tab: formTab.summary,
    title: formTitle.summary,
    facts: [formWords.unit(unit), formWords.office(office), formWords.date(date)],
    columns,
    rows: [
      ...part(
        formWords.power,
        byPower.map(({ key, counts }) => ({ name: key, counts })),
      ),
      ...part(
        formWords.byPost,
        byPost.map(({ key, counts }) => ({ name: key ?? formWords.noPost, counts })),
      ),
      ...part(
        formWords.byStep,
        byStep.map(({ key, counts }) => ({ name: stepName(key.step, key.power), counts })),
      ),
    ],
    total: totalOf(counts),
    boxes: signatureBoxes.summary,
    signers: signatureLines.summary,
  }
}

interface Line {
  readonly name: string
  readonly counts: Counts
}

function columnsFor(levels: readonly string[]): readonly FormColumn[] {
  const counted = [...levels, formHeadings.sum, formHeadings.measureCount]
  const each = Math.min(countWidth, Math.floor(140 / counted.length))
  return [
    { heading: formHeadings.number, width: numberWidth, align: 'center' },
    { heading: formHeadings.item, width: formWidth - numberWidth - each * counted.length, align: 'left' },
    ...counted.map((heading): FormColumn => ({ heading, width: each, align: 'center' })),
  ]
}

function lineRow(
  number: string,
  { name, counts }: Line,
  look: Pick<FormCell, 'strong' | 'withNext'> = {},
): FormRow {
  const numbers = [...counts.byLevel.map(({ count }) => count), counts.risks, counts.measures]
  return [number, name, ...numbers.map(String)].map((text) => ({ text, rows: 1, cols: 1, ...look }))
}
