/** Makes the records of a review as Word documents. Lazy: the writer is larger than the page. */
import { writeRecord, type PaperRecord } from '../../files/registers/writeRecord.ts'
import type { Chart } from '../../model/chart.ts'
import type { Review, ReviewEvent } from '../../model/review/review.ts'
import { verifyChain } from '../../model/review/reviewChain.ts'
import { fileTitle } from '../../text/paper/fileTitle.ts'
import {
  recordLabels as labels,
  recordTitles,
  recordWords,
  sayEvent,
} from '../../text/paper/reviewRecords.ts'
import { dayWords } from '../../text/screen/review.ts'
import type { ExportedFile } from '../base/download.ts'

type Passed = Extract<ReviewEvent, { kind: 'passed' }>

/** 集体讨论审定记录 or 公示情况记录 of one passed rung; undefined if nothing was recorded there. */
export function rungPaper(chart: Chart, review: Review, passed: Passed): PaperRecord | undefined {
  const { record, by, at, text, seal, errors } = passed
  if (!record) return undefined
  const remark = [errors ? recordWords.errors(errors) : '', text].filter((each) => each !== '').join('：')
  return {
    title: recordTitles[record.what],
    facts: [
      ...ofChart(chart),
      [labels.rung, rungName(review, passed.rung)],
      ...(record.what === 'meeting' ? metFacts(record) : postedFacts(record)),
      ...(remark === '' ? [] : [[labels.remark, remark] as const]),
      [labels.by, recordWords.who(by.name, by.post)],
      [labels.at, dayWords(at)],
      [labels.seal, seal.hash],
    ],
    signatures: record.what === 'meeting' ? recordWords.minutesSigned : recordWords.publicitySigned,
    on: dayWords(at),
  }
}

type Facts = PaperRecord['facts']

function metFacts(record: Extract<Passed['record'], { what: 'meeting' }>): Facts {
  return [
    [labels.on, record.on],
    [labels.place, record.place],
    [labels.attendance, recordWords.attendance(record.due, record.present)],
    [labels.decision, record.decision],
    [labels.dissent, record.dissent || recordWords.none],
  ]
}

function postedFacts(record: Extract<Passed['record'], { what: 'publicity' }>): Facts {
  return [
    [labels.posted, recordWords.days(record.from, record.until)],
    [labels.place, record.place],
    [labels.objections, record.objections || recordWords.none],
    [labels.answers, record.answers || recordWords.none],
  ]
}

/** 逐级审定证明单: everything that happened, each with its link of the chain. `on`: yyyy-mm-dd. */
export function proofPaper(chart: Chart, review: Review, on: string): PaperRecord {
  const verdict = verifyChain(review.events)
  const { approved } = review
  return {
    title: recordTitles.proof,
    facts: [
      ...ofChart(chart),
      [labels.ladder, review.ladder.name],
      [
        labels.state,
        approved
          ? recordWords.approved(dayWords(approved.at), recordWords.who(approved.by.name, approved.by.post))
          : recordWords.notApproved,
      ],
      ...(approved ? [[labels.seal, approved.hash] as const] : []),
      [labels.chain, verdict.ok ? recordWords.sound(verdict.events) : recordWords.broken(verdict.at)],
    ],
    list: {
      head: recordWords.head,
      widths: [12, 24, 38, 52, 30],
      rows: review.events.map((event, at) => [
        String(at + 1),
        dayWords(event.at),
        recordWords.who(event.by.name, event.by.post),
        [sayEvent(event, (id) => rungName(review, id)), event.text].filter((each) => each !== '').join('：'),
        event.chain?.slice(0, 16) ?? '',
      ]),
    },
    closing: [recordWords.closing, ...(verdict.ok ? [recordWords.last(verdict.head)] : [])].join('\n'),
    signatures: recordWords.proofSigned,
    on,
  }
}

export async function recordFile(paper: PaperRecord, chart: Chart): Promise<ExportedFile> {
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  const blob = new Blob([await writeRecord(paper)], { type })
  return { name: `${fileTitle(`${chart.header.title} ${paper.title}`)}.docx`, blob }
}

function ofChart({ header: { title, unit } }: Chart): Facts {
  return [[labels.power, title], ...(unit ? [[labels.unit, unit] as const] : [])]
}

function rungName({ ladder }: Review, id: string): string {
  return ladder.rungs.find((rung) => rung.id === id)?.name ?? id
}
