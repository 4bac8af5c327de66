/** Makes a notice as a Word document. Lazy: the writer is larger than the page. */
import { writeNotice } from '../../files/registers/writeNotice.ts'
import type { Chart } from '../../model/chart.ts'
import type { ReviewMark } from '../../model/review/mark.ts'
import type { IssuedNotice } from '../../model/review/review.ts'
import { foundIn } from '../../model/review/targets.ts'
import { noticeTitle } from '../../text/paper/notices.ts'
import { issueText, markKindName, marksText, sayTarget } from '../../text/screen/review.ts'
import type { ExportedFile } from '../base/download.ts'
import { noticeLines } from './noticeLines.ts'
import { fileTitle } from '../../text/paper/fileTitle.ts'

const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export interface NoticeOrder {
  readonly chart: Chart
  readonly marks: readonly ReviewMark[]
  readonly notice: Omit<IssuedNotice, 'id'>
  /** One demand per line. */
  readonly demands: string
  /** yyyy-mm-dd */
  readonly issuedOn: string
}

export async function noticeFile(order: NoticeOrder): Promise<ExportedFile> {
  const { chart, marks, notice, demands, issuedOn } = order
  const { title, unit, consultPhone } = chart.header
  const content = await writeNotice({
    kind: notice.what,
    number: notice.number,
    issuer: notice.issuer || unit || issueText.noIssuer,
    addressee: notice.addressee,
    power: title,
    colour: notice.colour,
    findings: marks.filter(({ id }) => notice.marks.includes(id)).map((mark) => findingOf(chart, mark)),
    demands: noticeLines(demands),
    deadline: notice.deadline,
    issuedOn,
    ...(notice.contact ? { contact: notice.contact } : {}),
    ...phoneOf(notice.phone || consultPhone),
    ...(notice.copies ? { copies: notice.copies } : {}),
  })
  const name = issueText.fileName(noticeTitle[notice.what], notice.number)
  return {
    name: `${fileTitle(name)}.docx`,
    blob: new Blob([content], { type }),
  }
}

function phoneOf(phone: string | undefined): { readonly phone?: string } {
  return phone ? { phone } : {}
}

function findingOf(chart: Chart, { target, kind, text, suggestedLevel }: ReviewMark) {
  const level = suggestedLevel === undefined ? [] : [marksText.suggested(suggestedLevel)]
  return {
    place: sayTarget(target, foundIn(chart, target)),
    text: [markKindName[kind], ...(text === '' ? [] : [text]), ...level].join('，'),
  }
}
