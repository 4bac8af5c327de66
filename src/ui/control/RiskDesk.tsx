/** 风险档案: every risk that one may see, with its number, filtered by each column; and the frozen years. */
import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import { Button, Input } from 'antd'
import type { ListedRiskFile, RiskFileList } from '../../model/control/riskList.ts'
import { riskStateName } from '../../text/paper/riskForms.ts'
import { riskCategoryName } from '../../text/terms.ts'
import { controlText } from '../../text/screen/controlText.ts'
import { riskArchiveText as words } from '../../text/screen/riskArchiveText.ts'
import { useApi } from '../base/appServices.ts'
import { Choice } from '../base/fields/Choice.tsx'
import { useRequest } from '../base/api/useRequest.ts'
import { ControlRequest } from './ControlRequest.tsx'
import { RiskYears } from './RiskYears.tsx'
import { useSaveRisks } from './useSaveRisks.ts'
import './MeasureBar.css'
import './MeasureTable.css'

/** Rows on the screen; the form has all. */
const most = 300

export function RiskDesk() {
  const server = useApi().control
  const [found, again] = useRequest(useCallback(async () => server.risks(), [server]))
  return (
    <ControlRequest request={found} again={again}>
      {(list) => <Files list={list} again={again} />}
    </ControlRequest>
  )
}

const columns = [
  'number',
  'state',
  'level',
  'text',
  'title',
  'place',
  'category',
  'office',
  'responsible',
  'year',
] as const

type Column = (typeof columns)[number]
type Wish = { readonly [C in Column]?: string }

interface FilesProps {
  readonly list: RiskFileList
  readonly again: () => void
}

function Files({ list, again }: FilesProps) {
  const [wish, setWish] = useState<Wish>({})
  const [text, setText] = useState('')
  const asked = useDeferredValue(text)
  const shown = useMemo(() => wished(list.risks, wish, asked.trim()), [list, wish, asked])
  const save = useSaveRisks(shown, list.today)
  if (list.risks.length === 0) return <p className="control-nothing">{words.none}</p>
  return (
    <>
      <p className="control-lead">{words.lead}</p>
      {list.failed > 0 && <p className="control-warning">{words.failed(list.failed)}</p>}
      <search className="measure-figures">
        <Input
          allowClear
          aria-label={words.search}
          placeholder={words.search}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <output>{words.count(shown.length, list.risks.length)}</output>
        <Button onClick={() => void save('xlsx')}>{words.save} Excel</Button>
        <Button onClick={() => void save('docx')}>{words.save} Word</Button>
      </search>
      {shown.length > most && <p className="field-help">{words.more(most)}</p>}
      <RiskTable all={list.risks} shown={shown.slice(0, most)} wish={wish} onWish={setWish} />
      {list.may === 'keep' && <RiskYears list={list} again={again} />}
    </>
  )
}

interface RiskTableProps {
  readonly all: readonly ListedRiskFile[]
  readonly shown: readonly ListedRiskFile[]
  readonly wish: Wish
  readonly onWish: (wish: Wish) => void
}

function RiskTable({ all, shown, wish, onWish }: RiskTableProps) {
  const choices = useMemo(() => choicesOf(all), [all])
  return (
    <div className="measure-table-box">
      <table className="measure-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={column === 'text' ? 'measure-text' : ''}>
                {words.heads[column]}
                {column !== 'text' && column !== 'number' && (
                  <Choice
                    label={controlText.filterBy(words.heads[column])}
                    none={controlText.any}
                    value={wish[column] || undefined}
                    options={choices[column]}
                    onChoose={(value) => onWish({ ...wish, [column]: value ?? '' })}
                  />
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((file) => (
            <tr key={file.number}>
              {columns.map((column) => (
                <td key={column}>
                  {cellOf(file, column)}
                  {column === 'number' && file.from.length > 0 && <small>{words.from(file.from)}</small>}
                  {column === 'level' && file.grades.length > 1 && (
                    <small>{words.grades(file.grades.map(({ level = controlText.noDay }) => level))}</small>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function choicesOf(all: readonly ListedRiskFile[]) {
  const found = columns.map((column) => {
    const values = [...new Set(all.map((file) => cellOf(file, column)))].filter(Boolean).sort()
    return [column, values.map((value) => ({ value, label: value }))] as const
  })
  return Object.fromEntries(found) as unknown as {
    readonly [C in Column]: readonly { readonly value: string; readonly label: string }[]
  }
}

function wished(all: readonly ListedRiskFile[], wish: Wish, text: string): readonly ListedRiskFile[] {
  return all.filter(
    (file) =>
      columns.every((column) => !wish[column] || cellOf(file, column) === wish[column]) &&
      (text === '' || columns.some((column) => cellOf(file, column).includes(text))),
  )
}

function cellOf({ number, facts, state, foundOn }: ListedRiskFile, column: Column): string {
  switch (column) {
    case 'number':
      return number
    case 'state':
      return riskStateName[state]
    case 'year':
      return foundOn.slice(0, 4)
    case 'category':
      return facts.category ? riskCategoryName[facts.category] : ''
    case 'level':
    case 'text':
    case 'title':
    case 'place':
    case 'office':
    case 'responsible':
      return facts[column] ?? ''
  }
}
