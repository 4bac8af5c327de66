import { Suspense, useEffect } from 'react'
import { MergeNotice } from '../history/MergeNotice.tsx'
import { ReviewWatch } from '../review/ReviewWatch.tsx'
import { PublicNote } from '../publication/PublicNote.tsx'
import { lazyPart } from '../base/lazyPart.tsx'
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
import { useFetchAhead } from './useFetchAhead.ts'
import './Editor.css'

const ExportDialog = lazyPart(async () => (await import('../export/ExportDialog.tsx')).ExportDialog)

const StepGrid = lazyPart(async () => (await import('../grid/StepGrid.tsx')).StepGrid)
const CommandPalette = lazyPart(
  async () => (await import('../commandPalette/CommandPalette.tsx')).CommandPalette,
)
const ConnectPalette = lazyPart(
  async () => (await import('../commandPalette/CommandPalette.tsx')).ConnectPalette,
)
const HelpDialog = lazyPart(async () => (await import('../commandPalette/HelpDialog.tsx')).HelpDialog)

const HistoryPanel = lazyPart(async () => (await import('../history/HistoryPanel.tsx')).HistoryPanel)
const ReviewPanel = lazyPart(async () => (await import('../review/ReviewPanel.tsx')).ReviewPanel)
const ReplayDialog = lazyPart(async () => (await import('../replay/ReplayDialog.tsx')).ReplayDialog)

const RiskOverviewDialog = lazyPart(
  async () => (await import('../riskOverview/RiskOverviewDialog.tsx')).RiskOverviewDialog,
)
const ImportRisksDialog = lazyPart(
  async () => (await import('../import/ImportRisksDialog.tsx')).ImportRisksDialog,
)
const ReplaceDialog = lazyPart(async () => (await import('../replace/ReplaceDialog.tsx')).ReplaceDialog)
const ShareDialog = lazyPart(async () => (await import('../share/ShareDialog.tsx')).ShareDialog)

const PublicationDialog = lazyPart(
  async () => (await import('../publication/PublicationDialog.tsx')).PublicationDialog,
)
const EditingNote = lazyPart(async () => (await import('../presence/EditingNote.tsx')).EditingNote)

/** What a chart may need without the network. */
const ahead = [
  ExportDialog,
  CommandPalette,
  ShareDialog,
  HistoryPanel,
  ReviewPanel,
  PublicationDialog,
  RiskOverviewDialog,
  HelpDialog,
  StepGrid,
  ImportRisksDialog,
  ReplayDialog,
  ReplaceDialog,
]

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
  useFetchAhead(ahead)
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
          <MergeNotice />
        </Suspense>
      )}
      <Suspense>
        {dialog === 'export' && <ExportDialog onClose={close} />}
        {dialog === 'commandPalette' && <CommandPalette onClose={close} />}
        {dialog === 'connect' && <ConnectPalette onClose={close} />}
        {dialog === 'share' && <ShareDialog chart={id} onClose={close} />}
        {dialog === 'replay' && <ReplayDialog onClose={close} />}
        {dialog === 'replace' && <ReplaceDialog onClose={close} />}
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
    const take = () => {
      const mark = takeWantedMark()
      if (mark !== null) setSession({ sidePanel: 'review', activeReviewMark: mark })
    }
    take()
    // A link to this very chart, from the list of what waits.
    addEventListener('popstate', take)
    return () => removeEventListener('popstate', take)
  }, [])
}
