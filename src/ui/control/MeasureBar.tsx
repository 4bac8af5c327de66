import { Button, Dropdown, Input } from 'antd'
import SearchOutlined from '@ant-design/icons/SearchOutlined'
import type { MeasureList, MeasureQuery } from '../../model/control/measureList.ts'
import { controlText as words } from '../../text/screen/controlText.ts'
import { useControlForms } from './useControlForms.ts'
import './MeasureBar.css'

interface MeasureBarProps {
  readonly list: MeasureList
  readonly query: MeasureQuery
  readonly onQuery: (query: MeasureQuery) => void
  readonly again: () => void
}

/** The figures, the search, the period, and the forms. */
export function MeasureBar({ list, query, onQuery, again }: MeasureBarProps) {
  const { counts, overdue, rows, total } = list
  const save = useControlForms(list, query)
  const formats = (form: 'register' | 'reminder') => ({
    items: [
      { key: 'xlsx', label: 'Excel' },
      { key: 'docx', label: 'Word' },
    ],
    onClick: ({ key }: { readonly key: string }) => void save(form, key === 'docx' ? 'docx' : 'xlsx'),
  })
  return (
    <search className="measure-bar">
      <div className="measure-figures">
        <Button
          type={query.overdue ? 'primary' : 'default'}
          danger={overdue > 0}
          aria-pressed={query.overdue === true}
          onClick={() => onQuery({ ...query, overdue: !query.overdue })}
        >
          {words.overdueOnly(overdue)}
        </Button>
        <Figures counts={counts} />
        <span className="grow" />
        <Dropdown menu={formats('register')} trigger={['click']}>
          <Button>{words.form}</Button>
        </Dropdown>
        <Dropdown menu={formats('reminder')} trigger={['click']}>
          <Button>{words.reminder}</Button>
        </Dropdown>
        <Button onClick={again}>{words.refresh}</Button>
      </div>
      <div className="measure-figures">
        <Input
          allowClear
          prefix={<SearchOutlined />}
          aria-label={words.search}
          placeholder={words.search}
          value={query.text ?? ''}
          onChange={(event) => onQuery({ ...query, text: event.target.value })}
        />
        <Day label={words.from} value={query.from} onDay={(from) => onQuery(withDay(query, 'from', from))} />
        <Day
          label={words.until}
          value={query.until}
          onDay={(until) => onQuery(withDay(query, 'until', until))}
        />
        {isAsking(query) && (
          <Button type="text" onClick={() => onQuery({})}>
            {words.clear}
          </Button>
        )}
        <output>{words.count(rows.length, total)}</output>
      </div>
    </search>
  )
}

function Figures({ counts }: Pick<MeasureList, 'counts'>) {
  return (
    <>
      <span title={words.rate(counts.done, counts.due)}>
        {words.rateOf(counts.due === 0 ? words.noDay : `${((100 * counts.done) / counts.due).toFixed(1)}%`)}
      </span>
      <span>{words.partly(counts.partly)}</span>
      <span>{words.notDone(counts.notDone)}</span>
      <span>{words.missing(counts.missingEvidence)}</span>
    </>
  )
}

interface DayProps {
  readonly label: string
  readonly value: string | undefined
  readonly onDay: (day: string) => void
}

function Day({ label, value = '', onDay }: DayProps) {
  return (
    <label className="measure-day">
      {label}
      <Input type="date" aria-label={label} value={value} onChange={(event) => onDay(event.target.value)} />
    </label>
  )
}

function withDay(query: MeasureQuery, end: 'from' | 'until', day: string): MeasureQuery {
  const { [end]: _, ...others } = query
  return day === '' ? others : { ...others, [end]: day }
}

function isAsking({ text = '', overdue, from, until, only = {} }: MeasureQuery): boolean {
  return (
    text !== '' ||
    overdue === true ||
    from !== undefined ||
    until !== undefined ||
    Object.values(only).some((values) => values.length > 0)
  )
}
