import { lazy, Suspense, useEffect } from 'react'
import type { Id } from '../../model/chart.ts'
import { Canvas } from '../canvas/Canvas.tsx'
import { useKeys } from '../openChart/commands/useKeys.ts'
import { ErrorBoundary } from '../base/ErrorBoundary.tsx'
import { ChartOverlays } from './ChartOverlays.tsx'
import { SidePanel } from './SidePanel.tsx'
import { useSomeoneHere } from '../openChart/collaborators.ts'
import { usePresenceUpdates } from '../presence/usePresenceUpdates.ts'
import { takeWantedMark } from '../base/routes.ts'
import { setSession, useSession } from '../openChart/session.ts'
import type { Drawing } from '../openChart/useDrawing.ts'
import { mayWrite } from '../openChart/mayWrite.ts'
import { RefusedNotice } from './RefusedNotice.tsx'
import { Toolbar } from './Toolbar.tsx'
import { useSituation } from '../openChart/commands/useSituation.tsx'
import './Editor.css'

const ExportDialog = lazy(async () => ({
  default: (await import('../export/ExportDialog.tsx')).ExportDialog,
}))

const StepGrid = lazy(async () => ({ default: (await import('../grid/StepGrid.tsx')).StepGrid }))
const CommandPalette = lazy(async () => ({
  default: (await import('../commandPalette/CommandPalette.tsx')).CommandPalette,
}))
const ConnectPalette = lazy(async () => ({
  default: (await import('../commandPalette/CommandPalette.tsx')).ConnectPalette,
}))
const HelpDialog = lazy(async () => ({
  default: (await import('../commandPalette/HelpDialog.tsx')).HelpDialog,
}))

const HistoryPanel = lazy(async () => ({
  default: (await import('../history/HistoryPanel.tsx')).HistoryPanel,
}))
const ReviewPanel = lazy(async () => ({
  default: (await import('../review/ReviewPanel.tsx')).ReviewPanel,
}))
const ReviewWatch = lazy(async () => ({
  default: (await import('../review/ReviewWatch.tsx')).ReviewWatch,
}))
const RiskOverviewDialog = lazy(async () => ({
  default: (await import('../riskOverview/RiskOverviewDialog.tsx')).RiskOverviewDialog,
}))
const ImportRisksDialog = lazy(async () => ({
  default: (await import('../import/ImportRisksDialog.tsx')).ImportRisksDialog,
}))
const ShareDialog = lazy(async () => ({ default: (await import('../share/ShareDialog.tsx')).ShareDialog }))

const PublicationDialog = lazy(async () => ({
  default: (await import('../publication/PublicationDialog.tsx')).PublicationDialog,
}))
const PublicNote = lazy(async () => ({ default: (await import('../publication/PublicNote.tsx')).PublicNote }))

const EditingNote = lazy(async () => ({
  default: (await import('../presence/EditingNote.tsx')).EditingNote,
}))

const drawOverlays = (drawing: Drawing) => <ChartOverlays drawing={drawing} />
const close = () => setSession({ dialog: null })

/** The editor of an open chart: toolbar, canvas, side panel. */
export function Editor({ id }: { readonly id: Id }) {
  const dialog = useSession((session) => session.dialog)
  const table = useSession((session) => session.table)
  const watched = useSession(({ metServer, sidePanel }) => metServer || sidePanel === 'review')
  const onServer = useSession(({ metServer, access }) => metServer && access !== null)
  useKeys(useSituation())
  usePresenceUpdates()
  useWantedMark()
  return (
    <div className="editor">
      <Toolbar />
      {onServer && (
        <Suspense>
          <PublicNote chart={id} />
        </Suspense>
      )}
      <main className={table ? 'editor-body with-table' : 'editor-body'}>
        <ErrorBoundary>
          <Canvas key={id} overlays={drawOverlays} />
        </ErrorBoundary>
        {table && (
          <ErrorBoundary>
            <Suspense>
              <StepGrid />
            </Suspense>
          </ErrorBoundary>
        )}
        <Beside id={id} />
      </main>
      <RefusedNotice />
      {watched && (
        <Suspense>
          <ReviewWatch />
        </Suspense>
      )}
      <Suspense>
        {dialog === 'export' && <ExportDialog onClose={close} />}
        {dialog === 'commandPalette' && <CommandPalette onClose={close} />}
        {dialog === 'connect' && <ConnectPalette onClose={close} />}
        {dialog === 'share' && <ShareDialog chart={id} onClose={close} />}
        {dialog === 'riskOverview' && <RiskOverviewDialog onClose={close} />}
        {dialog === 'importRisks' && <ImportRisksDialog onClose={close} />}
        {dialog === 'publication' && <PublicationDialog chart={id} onClose={close} />}
        {dialog === 'help' && <HelpDialog onClose={close} />}
      </Suspense>
    </div>
  )
}

/** The side panel: the review, the history, or the form of the selection. */
function Beside({ id }: { readonly id: Id }) {
  const panel = useSession((session) => session.sidePanel)
  if (panel === 'form' || panel === 'checks') return <Form />
  return (
    <ErrorBoundary>
      <Suspense>{panel === 'review' ? <ReviewPanel /> : <HistoryPanel chart={id} />}</Suspense>
    </ErrorBoundary>
  )
}

function Form() {
  const someoneHere = useSomeoneHere()
  // Not disabled as a form, which would also disable the list of findings; the edit itself is refused.
  const locked = useSession(({ access, sidePanel }) => !mayWrite(access) && sidePanel !== 'checks')
  return (
    <fieldset className="panel-column" disabled={locked}>
      {someoneHere && (
        <Suspense>
          <EditingNote />
        </Suspense>
      )}
      <ErrorBoundary>
        <SidePanel />
      </ErrorBoundary>
    </fieldset>
  )
}

/** Opens the review at the mark that a link from the working list names. */
function useWantedMark(): void {
  useEffect(() => {
    const mark = takeWantedMark()
    if (mark !== null) setSession({ sidePanel: 'review', activeReviewMark: mark })
  }, [])
}
