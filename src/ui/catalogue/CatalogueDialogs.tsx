import { Suspense, useEffect, useRef } from 'react'
import { Spin } from 'antd'
import { lazyPart } from '../base/lazyPart.tsx'
import { mayGiveChart } from '../../model/catalogue/answers.ts'
import { addPowers, setPowers, type NewPowerFields } from '../../model/catalogue/edits.ts'
import type { CatalogueRow } from '../../model/catalogue/row.ts'
import type { Id } from '../../model/chart.ts'
import { publicCatalogueWords } from '../../text/screen/catalogue.ts'
import { useAppServices } from '../base/appServices.ts'
import { download } from '../base/download.ts'
import { useToasts } from '../base/toastContext.ts'
import { BatchDialog, type BatchJob } from './BatchDialog.tsx'
import { catalogueFileOf, type CatalogueFileWish } from './catalogueFileOf.ts'
import { ImportCatalogue } from './ImportCatalogue.tsx'
import { PowerDialog } from './PowerDialog.tsx'
import { RenameDialog } from './RenameDialog.tsx'
import type { Catalogue, CatalogueDesk } from './useCatalogue.ts'

/** Lazy: rarely opened. */
const CatalogueHistoryDialog = lazyPart(
  async () => (await import('./CatalogueHistoryDialog.tsx')).CatalogueHistoryDialog,
)

/** Lazy: rarely opened. */
const UnitDialog = lazyPart(async () => (await import('../unit/UnitDialog.tsx')).UnitDialog)

export type OpenDialog =
  | { readonly kind: 'edit'; readonly ids: readonly Id[] }
  | { readonly kind: 'import' }
  | { readonly kind: 'rename' }
  | { readonly kind: 'unit' }
  | { readonly kind: 'history' }
  | { readonly kind: 'batch'; readonly job: BatchJob; readonly rows: readonly CatalogueRow[] }
  | ({ readonly kind: 'download'; readonly rows: readonly CatalogueRow[] } & CatalogueFileWish)

interface CatalogueDialogsProps {
  readonly dialog: OpenDialog
  readonly desk: CatalogueDesk
  readonly catalogue: Catalogue
  readonly onClose: () => void
}

export function CatalogueDialogs({ dialog, desk, catalogue, onClose }: CatalogueDialogsProps) {
  const { newId } = useAppServices()
  switch (dialog.kind) {
    case 'edit': {
      const save = (fields: NewPowerFields) => {
        const { powers } = catalogue
        void desk.edit(
          dialog.ids.length > 0 ? setPowers(powers, dialog.ids, fields) : addPowers(powers, [fields], newId),
        )
        onClose()
      }
      return (
        <PowerDialog
          powers={catalogue.powers.filter(({ id }) => dialog.ids.includes(id))}
          charts={catalogue.charts.filter(({ id }) => mayGiveChart(id, catalogue))}
          onSave={save}
          onClose={onClose}
        />
      )
    }
    case 'import':
      return <ImportCatalogue catalogue={catalogue} desk={desk} onClose={onClose} />
    case 'rename':
      return <RenameDialog catalogue={catalogue} onDone={desk.refresh} onClose={onClose} />
    case 'history':
      return (
        <Suspense fallback={<Spin fullscreen />}>
          <CatalogueHistoryDialog may={catalogue.may} onDone={desk.refresh} onClose={onClose} />
        </Suspense>
      )
    case 'unit':
      return (
        <Suspense fallback={<Spin fullscreen />}>
          <UnitDialog charts={catalogue.charts} onClose={onClose} />
        </Suspense>
      )
    case 'batch':
      return (
        <BatchDialog
          job={dialog.job}
          rows={dialog.rows}
          catalogue={catalogue}
          onDone={desk.refresh}
          onClose={onClose}
        />
      )
    case 'download':
      return <Download {...dialog} onClose={onClose} />
  }
}

interface DownloadProps extends CatalogueFileWish {
  readonly rows: readonly CatalogueRow[]
  readonly onClose: () => void
}

/** Makes and downloads a file once, without a dialog. */
function Download({ format, audience, rows, onClose }: DownloadProps) {
  const { now } = useAppServices()
  const { message } = useToasts()
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    catalogueFileOf(rows, { format, audience }, now())
      .then(
        (file) => {
          download(file)
          if (file.leftOut > 0) void message.info(publicCatalogueWords.leftOut(file.leftOut))
        },
        (error: unknown) => void message.error(String(error)),
      )
      .finally(onClose)
  })
  return null
}
