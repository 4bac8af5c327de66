/**
 * 历史: the revisions of a chart, its journal, and what merging overruled. The chosen revision expands to its changes, marked
 * on the canvas. Restoring a revision is an ordinary edit.
 */
import { useEffect, useState } from 'react'
import { Button, Segmented } from 'antd'
import CloseOutlined from '@ant-design/icons/CloseOutlined'
import type { Id } from '../../model/chart.ts'
import { historyText } from '../../text/screen/history.ts'
import { setSession } from '../openChart/session.ts'
import { Journal } from './Journal.tsx'
import { Merges } from './Merges.tsx'
import { Revisions } from './Revisions.tsx'
import './HistoryPanel.css'

type Tab = 'revisions' | 'journal' | 'merges'

const tabs = (['revisions', 'journal', 'merges'] as const).map((value) => ({
  value,
  label: historyText[value],
}))

export function HistoryPanel({ chart }: { readonly chart: Id }) {
  const [tab, setTab] = useState<Tab>('revisions')
  useEffect(() => () => setSession({ changeMarks: null }), [])
  return (
    <aside className="panel history" aria-label={historyText.heading}>
      <header className="section-head">
        <h2>{historyText.heading}</h2>
        <Button
          type="text"
          size="small"
          aria-label={historyText.close}
          icon={<CloseOutlined />}
          onClick={() => setSession({ sidePanel: 'form', changeMarks: null })}
        />
      </header>
      <Segmented
        block
        aria-label={historyText.heading}
        value={tab}
        options={tabs}
        onChange={(next) => {
          setSession({ changeMarks: null })
          setTab(next)
        }}
      />
      {tab === 'revisions' && <Revisions chart={chart} />}
      {tab === 'journal' && <Journal chart={chart} />}
      {tab === 'merges' && <Merges chart={chart} />}
    </aside>
  )
}
