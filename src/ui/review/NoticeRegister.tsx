import { Button } from 'antd'
import { noticeTotal, type NoticeRow } from '../../files/registers/noticeForm.ts'
import { formsDialog } from '../../text/paper/forms.ts'
import { noticeRegisterWords as words } from '../../text/paper/notices.ts'
import { dayWords, noticeKindName } from '../../text/screen/review.ts'
import type { ListedReview } from '../base/api/reviewApi.ts'
import { useAppServices } from '../base/appServices.ts'
import { useToasts } from '../base/toastContext.ts'
import './NoticeRegister.css'

/** 文书台账: all notices of the charts that one may see, with their answers and the counts. */
export function NoticeRegister({ list }: { readonly list: readonly ListedReview[] }) {
  const { now } = useAppServices()
  const { message } = useToasts()
  const today = dayWords(now())
  const rows = noticeRows(list, today)
  const save = async () => {
    try {
      const [{ noticeForm }, { writeXlsx }, { download }] = await Promise.all([
        import('../../files/registers/noticeForm.ts'),
        import('../../files/registers/writeXlsx.ts'),
        import('../base/download.ts'),
      ])
      const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
      const blob = new Blob([await writeXlsx([noticeForm(rows, today)], today)], { type })
      download({ name: `${words.title} ${today}.xlsx`, blob })
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      void message.error({ content: formsDialog.failed + why, duration: 10 })
    }
  }
  if (rows.length === 0) return null
  return (
    <details className="notice-register">
      <summary>{words.heading(rows.length)}</summary>
      <p>{noticeTotal(rows)}</p>
      <Button size="small" onClick={() => void save()}>
        {words.export}
      </Button>
      <table>
        <thead>
          <tr>
            {shown.map((field) => (
              <th key={field}>{words.headings[field]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.number} className={row.isLate ? 'notice-late' : ''}>
              {shown.map((field) => (
                <td key={field}>
                  {field === 'receivedOn'
                    ? row.receivedOn || (row.isLate ? words.late : words.waiting)
                    : row[field]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

const shown = [
  'number',
  'kind',
  'issuer',
  'addressee',
  'power',
  'issuedOn',
  'deadline',
  'receivedOn',
] as const

/** Newest first. */
export function noticeRows(list: readonly ListedReview[], today: string): readonly NoticeRow[] {
  return list
    .flatMap(({ title, unit, notices }) => notices.map((notice) => ({ notice, title, unit })))
    .sort((one, other) => other.notice.at - one.notice.at)
    .map(({ notice, title, unit }) => ({
      number: notice.number,
      kind: noticeKindName[notice.what],
      issuer: notice.issuer || unit,
      addressee: notice.addressee,
      power: title,
      issuedOn: dayWords(notice.at),
      deadline: notice.deadline,
      receivedOn: notice.receipt ? dayWords(notice.receipt.at) : '',
      isLate: notice.receipt === undefined && notice.deadline < today,
    }))
}
