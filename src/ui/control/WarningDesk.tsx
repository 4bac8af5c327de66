/** 预警处置: the cases that one may see, with the step that comes next. */
import { Suspense, useCallback, useState } from 'react'
import { Button, Input } from 'antd'
import { isLateWarning, type WarningCase } from '../../model/control/warningCase.ts'
import { quarterOf } from '../../model/control/warningCounts.ts'
import type { WarningList } from '../../model/control/warningList.ts'
import { warningColourShort, warningCountWords, warningStateName } from '../../text/paper/warningForms.ts'
import { controlText } from '../../text/screen/controlText.ts'
import { warningText as words } from '../../text/screen/warningText.ts'
import { useApi } from '../base/appServices.ts'
import { Choice } from '../base/fields/Choice.tsx'
import { useRequest } from '../base/api/useRequest.ts'
import { ControlRequest } from './ControlRequest.tsx'
import { lazyPart } from '../base/lazyPart.tsx'
import { useSaveWarnings } from './useSaveWarnings.ts'
import './MeasureBar.css'
import './MeasureTable.css'

const WarningDialog = lazyPart(async () => (await import('./WarningDialog.tsx')).WarningDialog)

export function WarningDesk() {
  const server = useApi().control
  const [found, again] = useRequest(useCallback(async () => server.warnings(), [server]))
  return (
    <ControlRequest request={found} again={again}>
      {(list) => <Cases list={list} again={again} />}
    </ControlRequest>
  )
}

const columns = [
  'number',
  'state',
  'problem',
  'source',
  'about',
  'colour',
  'way',
  'addressee',
  'deadline',
  'quarter',
] as const

type Column = (typeof columns)[number]
type Wish = { readonly [C in Column]?: string }

interface CasesProps {
  readonly list: WarningList
  readonly again: () => void
}

function Cases({ list, again }: CasesProps) {
  const [wish, setWish] = useState<Wish>({})
  const [text, setText] = useState('')
  /** Id of a case; '' for a new one. */
  const [opened, setOpened] = useState<string | null>(null)
  const { warnings, today, may, late } = list
  const save = useSaveWarnings(list)
  const shown = warnings.filter((one) => isWished(one, wish) && allWords(one).includes(text.trim()))
  return (
    <>
      <p className="control-lead">{words.lead}</p>
      <search className="measure-figures">
        {may !== 'read' && (
          <Button type="primary" onClick={() => setOpened('')}>
            {words.add}
          </Button>
        )}
        <Input
          allowClear
          aria-label={words.search}
          placeholder={words.search}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {late > 0 && <strong className="measure-late">{words.late(late)}</strong>}
        <output>{words.count(shown.length, warnings.length)}</output>
        <Button disabled={warnings.length === 0} onClick={() => void save('xlsx')}>
          {words.save} Excel
        </Button>
        <Button disabled={warnings.length === 0} onClick={() => void save('docx')}>
          {words.save} Word
        </Button>
      </search>
      {warnings.length === 0 ? (
        <p className="control-nothing">{words.none}</p>
      ) : (
        <WarningTable
          warnings={warnings}
          shown={shown}
          today={today}
          wish={wish}
          onWish={setWish}
          onOpen={setOpened}
        />
      )}
      {opened !== null && (
        <Suspense>
          <WarningDialog
            key={opened}
            warning={warnings.find(({ id }) => id === opened)}
            may={may}
            today={today}
            onDone={again}
            onClose={() => setOpened(null)}
          />
        </Suspense>
      )}
    </>
  )
}

interface WarningTableProps {
  readonly warnings: readonly WarningCase[]
  readonly shown: readonly WarningCase[]
  readonly today: string
  readonly wish: Wish
  readonly onWish: (wish: Wish) => void
  readonly onOpen: (id: string) => void
}

function WarningTable({ warnings, shown, today, wish, onWish, onOpen }: WarningTableProps) {
  return (
    <div className="measure-table-box">
      <table className="measure-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={column === 'problem' ? 'measure-text' : ''}>
                {words.heads[column]}
                {column !== 'problem' && column !== 'number' && (
                  <Choice
                    label={controlText.filterBy(words.heads[column])}
                    none={controlText.any}
                    value={wish[column]}
                    options={[...new Set(warnings.map((one) => cellOf(one, column)))]
                      .filter(Boolean)
                      .sort()
                      .map((value) => ({ value, label: value }))}
                    onChoose={(value) => onWish({ ...wish, [column]: value ?? '' })}
                  />
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => (
            <tr key={one.id} className={isLateWarning(one, today) ? 'measure-overdue' : ''}>
              {columns.map((column) => (
                <td key={column}>
                  {column === 'problem' ? (
                    <button type="button" className="measure-open" onClick={() => onOpen(one.id)}>
                      {one.opened.problem}
                    </button>
                  ) : (
                    cellOf(one, column)
                  )}
                  {column === 'state' && isLateWarning(one, today) && (
                    <strong className="measure-late">{words.overdue}</strong>
                  )}
                  {column === 'state' && one.asking && <small>{words.asking}</small>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function isWished(one: WarningCase, wish: Wish): boolean {
  return columns.every((column) => !wish[column] || cellOf(one, column) === wish[column])
}

function allWords(one: WarningCase): string {
  return columns.map((column) => cellOf(one, column)).join('\n')
}

function cellOf(one: WarningCase, column: Column): string {
  const { opened, treated } = one
  switch (column) {
    case 'number':
      return one.number
    case 'state':
      return warningStateName[one.state]
    case 'colour':
      return treated ? warningColourShort[treated.colour] : ''
    case 'deadline':
      return one.deadline ?? ''
    case 'quarter':
      return warningCountWords.quarter(quarterOf(one))
    case 'source':
    case 'problem':
    case 'about':
      return opened[column]
    case 'way':
    case 'addressee':
      return treated?.[column] ?? ''
  }
}
