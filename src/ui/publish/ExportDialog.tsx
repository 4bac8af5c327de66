import { useMemo, useRef, useState } from 'react'
import { App, Button, Modal, Spin } from 'antd'
import DownloadOutlined from '@ant-design/icons/DownloadOutlined'
import { MissingGlyphError } from '../../sheet/out/font.ts'
import { exportDialog } from '../../text/screen.ts'
import { useSession } from '../session.ts'
import type { ExportChoice } from './Choices.tsx'
import { Choices } from './Choices.tsx'
import type { Format } from './exportFile.ts'
import { download, exportedFile } from './exportFile.ts'
import { FontsError } from './pageFonts.ts'
import { SheetSvg } from './SheetSvg.tsx'
import { SheetWarnings } from './SheetWarnings.tsx'
import type { ReadySheet, SheetChoice } from './useSheet.ts'
import { useSheet } from './useSheet.ts'
import { useEscape } from '../useEscape.ts'

const openly = { risks: true, measures: true }
const withheld = {}

/** What is taken away, on the left how, on the right exactly what it will be. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  useEscape(onClose)
  const { edition, view } = useSession()
  const [choice, setChoice] = useState<ExportChoice>({
    edition,
    view,
    paper: 'A3',
    landscape: null,
    disclosed: false,
    format: 'png',
  })
  const choose = (change: Partial<ExportChoice>) => setChoice((before) => ({ ...before, ...change }))
  const sheetChoice = useMemo(
    (): SheetChoice => ({
      edition: choice.edition,
      view: choice.view,
      paper: choice.paper,
      landscape: choice.landscape,
      disclosure: choice.disclosed ? openly : withheld,
    }),
    [choice.edition, choice.view, choice.paper, choice.landscape, choice.disclosed],
  )
  const ready = useSheet(sheetChoice)
  const page = ready?.page ?? { paper: choice.paper, landscape: choice.landscape ?? false }
  const preview = useRef<SVGSVGElement>(null)
  return (
    <Modal
      keyboard={false}
      open
      centered
      width={1080}
      title={exportDialog.heading}
      footer={null}
      onCancel={onClose}
    >
      <div className="export">
        <div className="export-choices">
          <Choices choice={choice} page={page} choose={choose} />
          {ready && <SheetWarnings ready={ready} onPage={choose} />}
          <span className="grow" />
          <DownloadButton format={choice.format} ready={ready} preview={() => preview.current} />
        </div>
        <div className="export-preview">
          {ready ? (
            <SheetSvg sheet={ready.sheet} label={exportDialog.preview} svg={preview} />
          ) : (
            <Spin description={exportDialog.preparing}>
              <div className="sheet-waiting" />
            </Spin>
          )}
        </div>
      </div>
    </Modal>
  )
}

interface DownloadButtonProps {
  readonly format: Format
  readonly ready: ReadySheet | null
  readonly preview: () => SVGSVGElement | null
}

function DownloadButton({ format, ready, preview }: DownloadButtonProps) {
  const { message } = App.useApp()
  const [working, setWorking] = useState(false)
  const make = async () => {
    const svg = preview()
    if (!ready || !svg) return
    setWorking(true)
    try {
      const { edition } = ready.content
      const file = await exportedFile(format, { edition, sheet: ready.sheet, page: ready.page, preview: svg })
      download(file)
      void message.success(exportDialog.done(file.name))
    } catch (error) {
      void message.error({ content: sayExportError(error), duration: 10 })
    } finally {
      setWorking(false)
    }
  }
  return (
    <Button
      type="primary"
      size="large"
      block
      icon={<DownloadOutlined />}
      disabled={!ready}
      loading={working}
      onClick={() => void make()}
    >
      {working ? exportDialog.working : exportDialog.download}
    </Button>
  )
}

function sayExportError(error: unknown): string {
  if (error instanceof MissingGlyphError) return exportDialog.missingGlyph(error.character, error.where)
  if (error instanceof FontsError) return exportDialog.fontFailed
  return exportDialog.failed + (error instanceof Error ? error.message : String(error))
}
