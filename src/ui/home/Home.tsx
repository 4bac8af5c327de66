import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { App, Button, Spin } from 'antd'
import FileAddOutlined from '@ant-design/icons/FileAddOutlined'
import FolderOpenOutlined from '@ant-design/icons/FolderOpenOutlined'
import SnippetsOutlined from '@ant-design/icons/SnippetsOutlined'
import type { ChartSummary } from '../../collab/localCharts.ts'
import { home } from '../../text/screen.ts'
import { product } from '../../text/terms.ts'
import { useHouse } from '../house.ts'
import { chosenFile } from '../import/chosenFile.ts'
import { isTypingPlace } from '../typing.ts'
import type { Material } from '../import/material.ts'
import { materialOf, pastedMaterial } from '../import/material.ts'
import { blankChart, keepNewChart } from '../room/newChart.ts'
import { ChartList } from './ChartList.tsx'

const ImportDialog = lazy(async () => ({
  default: (await import('../import/ImportDialog.tsx')).ImportDialog,
}))

/** Where one begins: paste a table, open a file, or go on with a chart. */
export function Home() {
  const house = useHouse()
  const [charts, setCharts] = useState<readonly ChartSummary[] | null>(null)
  const [importing, setImporting] = useState<Material | 'empty' | null>(null)
  const open = useOpenFile(setImporting)
  const refresh = useCallback(() => void house.charts.list().then(setCharts), [house])
  useEffect(refresh, [refresh])
  usePasteAnywhere(importing === null, setImporting)
  return (
    <div
      className="home"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        const file = event.dataTransfer.files[0]
        if (file) open(file)
      }}
    >
      <header className="home-head">
        <img src="/icon.svg" alt="" width="40" height="40" />
        <div>
          <h1>{product}</h1>
          <p>{home.slogan}</p>
        </div>
      </header>
      <p className="home-lead">{home.lead}</p>
      <div className="home-doors">
        <Button type="primary" size="large" icon={<SnippetsOutlined />} onClick={() => setImporting('empty')}>
          {home.paste}
        </Button>
        <Button size="large" icon={<FolderOpenOutlined />} onClick={() => chosenFile(open)}>
          {home.openFile}
        </Button>
        <Button
          size="large"
          icon={<FileAddOutlined />}
          onClick={() => void keepNewChart(house, blankChart(home.blankTitle, house.newId))}
        >
          {home.blank}
        </Button>
      </div>
      <p className="home-hint">{home.openHint}</p>
      {charts === null ? <Spin /> : <ChartList charts={charts} onRemoved={refresh} />}
      {importing !== null && (
        <Suspense fallback={<Spin fullscreen />}>
          <ImportDialog
            material={importing === 'empty' ? null : importing}
            onClose={() => setImporting(null)}
          />
        </Suspense>
      )}
    </div>
  )
}

/** Opens a file: a chart at once, a table in the dialog that shows what was understood. */
function useOpenFile(showTable: (material: Material) => void): (file: File) => void {
  const house = useHouse()
  const { message } = App.useApp()
  return (file) => {
    const opened = async () => {
      const material = await materialOf(file, house.newId)
      if (material.kind === 'chart') await keepNewChart(house, material.chart)
      else showTable(material)
    }
    opened().catch((error: Error) => void message.error({ content: error.message, duration: 8 }))
  }
}

/** Ctrl+V on the first page is what a clerk tries first. */
function usePasteAnywhere(listening: boolean, show: (material: Material) => void): void {
  useEffect(() => {
    if (!listening) return undefined
    const heard = (event: ClipboardEvent) => {
      if (isTypingPlace(event.target) || !event.clipboardData) return
      const material = pastedMaterial(event.clipboardData)
      if (material) show(material)
    }
    addEventListener('paste', heard)
    return () => removeEventListener('paste', heard)
  }, [listening, show])
}
