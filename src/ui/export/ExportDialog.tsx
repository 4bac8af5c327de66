import { useEffect, useMemo, useRef, useState } from 'react'
import { Button, Divider, Modal, Spin } from 'antd'
import DownloadOutlined from '@ant-design/icons/DownloadOutlined'
import type { Chart } from '../../model/chart.ts'
import type { PageStyle } from '../../sheet/pageStyle.ts'
import { sayMissingGlyph } from '../../sheet/sayMissingGlyph.ts'
import { MissingGlyphError } from '../../sheet/writers/font.ts'
import { exportDialog } from '../../text/screen/exportDialog.ts'
import { usePublicAddress } from '../openChart/usePublications.ts'
import { useOpenChart } from '../openChart/openChartContext.ts'
import { useSession } from '../openChart/session.ts'
import { isPrintableAddress } from '../../sheet/page/qrCode.ts'
import { Choices } from './Choices.tsx'
import { carries, formatOf, tilePaperOf, type ExportChoice } from './exportChoice.ts'
import { chosenAs, usePosterDefaults, type ExportOptions } from './usePosterDefaults.ts'
import { download } from '../base/download.ts'
import { exportedFiles } from './exportedFiles.ts'
import { FontsError, pageFonts } from '../base/painting/pageFonts.ts'
import { LeftBehind } from './LeftBehind.tsx'
import { RegisterForms } from './RegisterForms.tsx'
import { SheetSvg } from './SheetSvg.tsx'
import { SheetWarnings } from './SheetWarnings.tsx'
import type { ReadySheet, SheetChoice } from './useSheet.ts'
import { useSheet } from './useSheet.ts'
import { useEscape } from '../base/useEscape.ts'
import { useToasts } from '../base/toastContext.ts'
import './ExportDialog.css'

const openly = { risks: true, measures: true }
const withheld = {}

const firstWish = {
  paper: 'A3',
  landscape: null,
  direction: null,
  folds: null,
  listedLanes: false,
  disclosed: false,
  format: 'png',
  purpose: 'page',
  style: undefined,
  parts: 1,
  watermark: false,
  steps: 'plain',
  phases: false,
  carry: null,
  emblem: undefined,
} as const

/** The export dialog: formats and options on the left, an exact preview on the right. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  useEscape(onClose)
  const edition = useSession((session) => session.edition)
  const view = useSession((session) => session.view)
  const publicAddress = usePublicAddress(useOpenChart().id)
  const start = usePosterDefaults()
  const [wish, setWish] = useState<ExportOptions>({
    ...firstWish,
    edition,
    view,
    address: publicAddress ?? '',
  })
  const choose = (change: Partial<ExportChoice>) => setWish((before) => ({ ...before, ...change }))
  const choice = chosenAs(wish, start)
  const sheetChoice = useSheetChoice(choice)
  const ready = useSheet(sheetChoice)
  const preview = useRef<SVGSVGElement>(null)
  useEffect(fetchFonts, [])
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
      <div className="export-dialog">
        <div className="export-choices">
          <Choices choice={choice} choose={choose} />
          {ready && <LeftBehind choice={choice} ready={ready} />}
          {ready && <SheetWarnings ready={ready} choice={choice} choose={choose} />}
          <span className="grow" />
          <DownloadButton choice={choice} ready={ready} preview={() => preview.current} />
          <Divider size="small" />
          <RegisterForms />
        </div>
        <div className={isLong(ready) ? 'export-preview export-preview-long' : 'export-preview'}>
          {ready ? (
            ready.sheets.map((sheet, i) => (
              // Parts of a split chart have no ids, so the index is the key.
              // oxlint-disable-next-line react/no-array-index-key
              <SheetSvg key={i} sheet={sheet} label={exportDialog.preview} svg={preview} />
            ))
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

/** Errors while choosing are ignored; the download tries again and reports them. */
function fetchFonts(): void {
  pageFonts().catch(() => {})
}

/** More than one sheet, or much higher than wide. */
function isLong(ready: ReadySheet | null): boolean {
  if (ready === null) return false
  return ready.sheets.length > 1 || ready.pixels.height > 2.2 * ready.pixels.width
}

/** The options that change the sheet. */
function useSheetChoice(choice: ExportChoice): SheetChoice {
  const { edition, view, paper, landscape, disclosed, purpose, parts, direction, folds, listedLanes } = choice
  const { style, emblem, watermark, address, steps, phases } = choice
  const pageStyle = useMemo((): PageStyle => {
    const publicAddress = isPrintableAddress(address) ? address : null
    return { style, emblem, watermark, publicAddress, steps, phases }
  }, [style, emblem, watermark, address, steps, phases])
  return useMemo(() => {
    const disclosure = disclosed ? openly : withheld
    const lanes = listedLanes ? ('listed' as const) : undefined
    const wish = { direction: direction ?? undefined, columns: folds ?? undefined, lanes }
    return { edition, view, paper, landscape, disclosure, purpose, parts, pageStyle, wish }
  }, [edition, view, paper, landscape, disclosed, purpose, parts, pageStyle, direction, folds, listedLanes])
}

interface DownloadButtonProps {
  readonly choice: ExportChoice
  readonly ready: ReadySheet | null
  readonly preview: () => SVGSVGElement | null
}

function DownloadButton({ choice, ready, preview }: DownloadButtonProps) {
  const { message } = useToasts()
  const [working, setWorking] = useState(false)
  const make = async () => {
    const svg = preview()
    if (!ready || !svg) return
    setWorking(true)
    try {
      const files = await exportedFiles(formatOf(choice), {
        ready,
        purpose: choice.purpose,
        tiles: tilePaperOf(choice.purpose),
        carry: carries(choice),
        preview: ready.sheets.length === 1 ? svg : null,
      })
      for (const file of files) download(file)
      void message.success(exportDialog.done(files.map(({ name }) => name).join('、')))
    } catch (error) {
      void message.error({ content: sayExportError(error, ready.content.edition.chart), duration: 10 })
    } finally {
      setWorking(false)
    }
  }
  return (
    <div className="export-download">
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
    </div>
  )
}

function sayExportError(error: unknown, chart: Chart): string {
  if (error instanceof MissingGlyphError) return sayMissingGlyph(error, chart)
  if (error instanceof FontsError) return exportDialog.fontFailed
  return exportDialog.failed + (error instanceof Error ? error.message : String(error))
}
