/** 措施台账: every time that a measure is due, filtered by each column, and what was done. */
import { Suspense, useCallback, useDeferredValue, useState } from 'react'
import { Button } from 'antd'
import type { MeasureList, MeasureQuery } from '../../model/control/measureList.ts'
import { controlText as words } from '../../text/screen/controlText.ts'
import { useApi } from '../base/appServices.ts'
import { useRequest } from '../base/api/useRequest.ts'
import { lazyPart } from '../base/lazyPart.tsx'
import { ControlRequest } from './ControlRequest.tsx'
import { MeasureBar } from './MeasureBar.tsx'
import { measureKey } from './measureKey.ts'
import { MeasureTable } from './MeasureTable.tsx'

const MeasureDialog = lazyPart(async () => (await import('./MeasureDialog.tsx')).MeasureDialog)

/** Rows of one step of 再列出一些. */
const step = 200

export function MeasureDesk() {
  const server = useApi().control
  const [query, setQuery] = useState<MeasureQuery>({})
  const [most, setMost] = useState(step)
  const asked = useDeferredValue(query)
  const [found, again] = useRequest(
    useCallback(async () => server.measures(asked, most), [server, asked, most]),
  )
  return (
    <ControlRequest request={found} again={again}>
      {(list) => (
        <Measures
          list={list}
          query={query}
          onQuery={(next) => {
            setQuery(next)
            setMost(step)
          }}
          onMore={() => setMost(most + step)}
          again={again}
        />
      )}
    </ControlRequest>
  )
}

interface MeasuresProps {
  readonly list: MeasureList
  readonly query: MeasureQuery
  readonly onQuery: (query: MeasureQuery) => void
  readonly onMore: () => void
  readonly again: () => void
}

function Measures({ list, query, onQuery, onMore, again }: MeasuresProps) {
  const [opened, setOpened] = useState<string | null>(null)
  const isEmpty = list.choices.title.length === 0
  const row = list.rows.find((each) => measureKey(each) === opened)
  return (
    <>
      <p className="control-lead">{words.lead}</p>
      {list.failed.length > 0 && (
        <p role="alert" className="control-warning">
          {words.failed(list.failed.map(({ title }) => title))}
        </p>
      )}
      {isEmpty ? (
        <p className="control-nothing">{words.none}</p>
      ) : (
        <>
          <MeasureBar list={list} query={query} onQuery={onQuery} again={again} />
          <Suggestions list={list} onOpen={setOpened} />
          <MeasureTable list={list} query={query} onQuery={onQuery} onOpen={setOpened} />
          {list.rows.length === 0 && (
            <p className="control-nothing">
              {words.noneShown} <Button onClick={() => onQuery({})}>{words.clear}</Button>
            </p>
          )}
          {list.rows.length < list.total && (
            <Button className="control-more" onClick={onMore}>
              {words.more}
            </Button>
          )}
        </>
      )}
      {row && (
        <Suspense>
          <MeasureDialog
            key={opened}
            row={row}
            may={list.may}
            today={list.today}
            onDone={again}
            onClose={() => setOpened(null)}
          />
        </Suspense>
      )}
    </>
  )
}

interface SuggestionsProps {
  readonly list: MeasureList
  readonly onOpen: (key: string) => void
}

/** Measures that failed twice on end: for a person to think about. */
function Suggestions({ list, onOpen }: SuggestionsProps) {
  const failing = new Map(
    list.rows
      .filter(({ suggestsChange }) => suggestsChange)
      .map((row) => [`${row.chart} ${row.measure}`, row]),
  )
  if (failing.size === 0) return null
  return (
    <p className="control-warning">
      {words.suggestions(failing.size)}
      {[...failing.values()].map((row) => (
        <button
          key={row.measure}
          type="button"
          className="control-link"
          onClick={() => onOpen(measureKey(row))}
        >
          {row.text}
        </button>
      ))}
    </p>
  )
}
