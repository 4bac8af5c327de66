import { lazyPart } from '../base/lazyPart.tsx'
import { prefix } from '../base/prefix.ts'
import { Suspense, useEffect, useState } from 'react'
import { Button, Spin } from 'antd'
import FileAddOutlined from '@ant-design/icons/FileAddOutlined'
import FolderOpenOutlined from '@ant-design/icons/FolderOpenOutlined'
import SnippetsOutlined from '@ant-design/icons/SnippetsOutlined'
import { home } from '../../text/screen/screen.ts'
import { product } from '../../text/terms.ts'
import type { AppServices } from '../base/appServices.ts'
import { useAppServices } from '../base/appServices.ts'
import { chosenFile } from '../base/material/chosenFile.ts'
import { isTypingPlace } from '../base/inputMethod.ts'
import type { Material } from '../base/material/material.ts'
import { pastedFrom } from '../base/material/pasted.ts'
import { FirstFrame } from '../base/FirstFrame.tsx'
import { RowSkeleton } from './RowSkeleton.tsx'
import { useHomeCharts } from './useHomeCharts.ts'
import { Templates } from './Templates.tsx'
import { sayNotKept } from '../base/sayNotKept.ts'
import { useToasts } from '../base/toastContext.ts'
import './Home.css'

/** Lazy, with its server calls: opening a chart by its address loads none of it. */
const ChartList = lazyPart(async () => (await import('./ChartList.tsx')).ChartList)

const OwnTemplates = lazyPart(async () => (await import('./OwnTemplates.tsx')).OwnTemplates)

const AccessDoor = lazyPart(async () => (await import('../access/AccessDoor.tsx')).AccessDoor)

const ImportDialog = lazyPart(async () => (await import('../import/ImportDialog.tsx')).ImportDialog)

/** Start page: paste a table, open a file, or continue with a chart. */
export function Home() {
  const services = useAppServices()
  const [importing, setImporting] = useState<Material | 'empty' | null>(null)
  const open = useOpenFile(setImporting)
  usePasteAnywhere(importing === null, setImporting)
  return (
    <FirstFrame at="charts">
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
          <img src={`${prefix}/icon.svg`} alt="" width="40" height="40" />
          <div>
            <h1>{product}</h1>
            <p>{home.slogan}</p>
          </div>
        </header>
        <Suspense>
          <AccessDoor />
        </Suspense>
        <p className="home-lead">{home.lead}</p>
        <div className="home-doors">
          <Button
            type="primary"
            size="large"
            icon={<SnippetsOutlined />}
            onClick={() => setImporting('empty')}
          >
            {home.paste}
          </Button>
          <Button size="large" icon={<FolderOpenOutlined />} onClick={() => chosenFile(open)}>
            {home.openFile}
          </Button>
          <BlankDoor />
          <Button size="large" type="text" onClick={() => void beginExample(services, setImporting)}>
            {home.example}
          </Button>
        </div>
        <p className="home-hint">{home.openHint}</p>
        <KeptCharts />
        {importing !== null && (
          <Suspense fallback={<Spin fullscreen />}>
            <ImportDialog
              material={importing === 'empty' ? null : importing}
              onClose={() => setImporting(null)}
            />
          </Suspense>
        )}
      </div>
    </FirstFrame>
  )
}

/** What is there already: charts, one's own templates, and the ready-made ones. */
function KeptCharts() {
  const kept = useHomeCharts()
  const own = (
    <Suspense>
      <OwnTemplates kept={kept} />
    </Suspense>
  )
  return (
    <>
      <Suspense fallback={<RowSkeleton />}>
        <ChartList kept={kept} />
      </Suspense>
      <Templates own={own} />
    </>
  )
}

/** Lazy: readers need libraries that the home page does not. */
const reader = async () => import('../base/material/material.ts')
const readerBeside = async () => import('../base/material/readMaterial.ts')

async function beginExample({ newId }: AppServices, show: (material: Material) => void): Promise<void> {
  const { exampleMaterial } = await reader()
  show(exampleMaterial(newId))
}

/** Ignores a second click while a chart is being created, which would create two. */
function BlankDoor() {
  const services = useAppServices()
  const { message } = useToasts()
  const [beginning, setBeginning] = useState(false)
  const begin = async () => {
    setBeginning(true)
    try {
      const { beginChart, blankChart } = await import('../openChart/keepNewChart.ts')
      await beginChart(services, blankChart(home.blankTitle, services.newId))
    } catch (error) {
      void message.error({ content: sayNotKept(error), duration: 8 })
    } finally {
      setBeginning(false)
    }
  }
  return (
    <Button size="large" icon={<FileAddOutlined />} loading={beginning} onClick={() => void begin()}>
      {home.blank}
    </Button>
  )
}

/** Opens a file in the import dialog; shows an error if it is unreadable. */
function useOpenFile(showTable: (material: Material) => void): (file: File) => void {
  const services = useAppServices()
  const { message } = useToasts()
  return (file) => {
    const opened = async () => {
      const [{ sayFileError }, { readMaterial }] = await Promise.all([reader(), readerBeside()])
      try {
        const material = await readMaterial({ file }, services.newId)
        if (material) showTable(material)
      } catch (error) {
        void message.error({ content: sayFileError(error), duration: 8 })
      }
    }
    void opened()
  }
}

/** Handles Ctrl+V on the home page. */
function usePasteAnywhere(listening: boolean, show: (material: Material) => void): void {
  const { newId } = useAppServices()
  const { message } = useToasts()
  useEffect(() => {
    if (!listening) return undefined
    const onPaste = (event: ClipboardEvent) => {
      if (isTypingPlace(event.target) || !event.clipboardData) return
      const pasted = pastedFrom(event.clipboardData)
      const read = async () => {
        const [{ sayFileError }, { readMaterial }] = await Promise.all([reader(), readerBeside()])
        try {
          const material = await readMaterial({ pasted }, newId)
          if (material) show(material)
        } catch (error) {
          void message.error({ content: sayFileError(error), duration: 8 })
        }
      }
      void read()
    }
    addEventListener('paste', onPaste)
    return () => removeEventListener('paste', onPaste)
  }, [listening, show, newId, message])
}
