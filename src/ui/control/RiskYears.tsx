/** The frozen years: one more, each to take away to the byte, and two of them compared. */
import { useState } from 'react'
import { Button, Input } from 'antd'
import type { RiskFileList } from '../../model/control/riskList.ts'
import type { YearCounts } from '../../model/control/riskYear.ts'
import { yearTableWords } from '../../text/paper/riskForms.ts'
import { dayWords } from '../../text/screen/review.ts'
import { riskArchiveText as words } from '../../text/screen/riskArchiveText.ts'
import { sayServerError } from '../base/api/httpClient.ts'
import { useApi } from '../base/appServices.ts'
import { download } from '../base/download.ts'
import { Choice } from '../base/fields/Choice.tsx'
import { useToasts } from '../base/toastContext.ts'
import { useSaveForms, type FormFormat } from './useSaveForms.ts'
import { WhoEnters } from './WhoEnters.tsx'
import './MeasureDialog.css'

interface RiskYearsProps {
  readonly list: RiskFileList
  readonly again: () => void
}

export function RiskYears({ list, again }: RiskYearsProps) {
  const server = useApi().control
  const [name, setName] = useState('')
  const doing = useDoing()
  const freeze = async () => {
    await server.freeze(name.trim())
    setName('')
    again()
  }
  const take = async (year: string) =>
    download({
      name: `${year}.json`,
      blob: new Blob([await server.year(year)], { type: 'application/json' }),
    })
  return (
    <details className="control-form control-years">
      <summary>{words.years}</summary>
      <p className="field-help">{words.yearsHelp}</p>
      <WhoEnters />
      <div className="control-acts">
        <Input
          aria-label={words.yearName}
          placeholder={words.yearName}
          value={name}
          maxLength={60}
          onChange={(event) => setName(event.target.value)}
        />
        <Button disabled={name.trim() === ''} onClick={() => doing(freeze)}>
          {words.freeze}
        </Button>
        {list.years.map((year) => (
          <button
            key={year.name}
            type="button"
            className="control-link"
            title={year.sha256}
            onClick={() => doing(async () => take(year.name))}
          >
            {words.take(year.name, dayWords(year.at))}
          </button>
        ))}
      </div>
      {list.years.length > 1 && <Compared list={list} />}
    </details>
  )
}

function useDoing() {
  const { message } = useToasts()
  return (work: () => Promise<void>) => {
    work().catch((error: unknown) => void message.error({ content: sayServerError(error), duration: 8 }))
  }
}

interface Comparison {
  readonly before: string
  readonly after: string
  readonly rows: readonly YearCounts[]
}

function Compared({ list }: { readonly list: RiskFileList }) {
  const server = useApi().control
  const doing = useDoing()
  const names = list.years.map(({ name }) => name)
  const [before, setBefore] = useState(names.at(-2) ?? '')
  const [after, setAfter] = useState(names.at(-1) ?? '')
  const [found, setFound] = useState<Comparison | null>(null)
  const options = names.map((value) => ({ value, label: value }))
  const saveForms = useSaveForms()
  const save = async (format: FormFormat) => {
    if (!found) return
    await saveForms(async () => {
      const { yearTableForm } = await import('../../files/registers/riskForms.ts')
      const { today } = list
      const forms = [yearTableForm({ ...found, today })]
      return { forms, name: yearTableWords.title(found.before, found.after), today, format }
    })
  }
  return (
    <>
      <div className="control-acts">
        <Choice
          label={yearTableWords.headings.before}
          value={before}
          options={options}
          onChoose={(next) => setBefore(next ?? '')}
        />
        {words.with}
        <Choice
          label={yearTableWords.headings.after}
          value={after}
          options={options}
          onChoose={(next) => setAfter(next ?? '')}
        />
        <Button
          onClick={() =>
            doing(async () => setFound({ before, after, rows: await server.compareYears(before, after) }))
          }
        >
          {words.compare}
        </Button>
        {found && <Button onClick={() => doing(async () => save('xlsx'))}>{words.saveTable} Excel</Button>}
        {found && <Button onClick={() => doing(async () => save('docx'))}>{words.saveTable} Word</Button>}
      </div>
      {found && <YearTable rows={found.rows} />}
    </>
  )
}

const fields = ['before', 'found', 'gone', 'up', 'down', 'held', 'after'] as const

function YearTable({ rows }: { readonly rows: readonly YearCounts[] }) {
  return (
    <table className="year-table">
      <thead>
        <tr>
          {(['office', ...fields] as const).map((field) => (
            <th key={field} scope="col">
              {yearTableWords.headings[field]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at === rows.length - 1 ? 'sum' : row.office}>
            <th scope="row">
              {at === rows.length - 1 ? yearTableWords.sum : row.office || yearTableWords.noOffice}
            </th>
            {fields.map((field) => (
              <td key={field}>{row[field]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
