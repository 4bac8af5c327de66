import { lazy, Suspense } from 'react'
import type { Id } from '../../model/chart.ts'
import { Canvas } from '../canvas/Canvas.tsx'
import { useKeys } from '../commands/useKeys.ts'
import { Fence } from '../Fence.tsx'
import { Panel } from '../panels/Panel.tsx'
import { useSomeoneHere } from '../presence/company.ts'
import { useTelling } from '../presence/useTelling.ts'
import { look, useSession } from '../session.ts'
import { mayWrite } from './access.ts'
import { RefusedNotice } from './RefusedNotice.tsx'
import { Toolbar } from './Toolbar.tsx'
import { useSituation } from './useSituation.ts'

const ExportDialog = lazy(async () => ({
  default: (await import('../publish/ExportDialog.tsx')).ExportDialog,
}))

const StepGrid = lazy(async () => ({ default: (await import('../grid/StepGrid.tsx')).StepGrid }))
const FindDialog = lazy(async () => ({ default: (await import('../find/FindDialog.tsx')).FindDialog }))
const HelpDialog = lazy(async () => ({ default: (await import('../find/HelpDialog.tsx')).HelpDialog }))

const HistoryPanel = lazy(async () => ({
  default: (await import('../history/HistoryPanel.tsx')).HistoryPanel,
}))
const ShareDialog = lazy(async () => ({ default: (await import('../share/ShareDialog.tsx')).ShareDialog }))

const EditingNote = lazy(async () => ({
  default: (await import('../presence/EditingNote.tsx')).EditingNote,
}))

const close = () => look({ dialog: null })

/** One chart, open: toolbar, canvas, panel. */
export function Editor({ id }: { readonly id: Id }) {
  const dialog = useSession((session) => session.dialog)
  const table = useSession((session) => session.table)
  const history = useSession((session) => session.history)
  const someoneHere = useSomeoneHere()
  // A disabled form would take the list of findings with it; there the edit itself is refused.
  const locked = useSession(({ access, checking }) => !mayWrite(access) && !checking)
  useKeys(useSituation())
  useTelling()
  return (
    <div className="editor">
      <Toolbar />
      <main className={table ? 'editor-body with-table' : 'editor-body'}>
        <Fence>
          <Canvas key={id} />
        </Fence>
        {table && (
          <Fence>
            <Suspense>
              <StepGrid />
            </Suspense>
          </Fence>
        )}
        {history ? (
          <Fence>
            <Suspense>
              <HistoryPanel chart={id} />
            </Suspense>
          </Fence>
        ) : (
          <fieldset className="panel-column" disabled={locked}>
            {someoneHere && (
              <Suspense>
                <EditingNote />
              </Suspense>
            )}
            <Fence>
              <Panel />
            </Fence>
          </fieldset>
        )}
      </main>
      <RefusedNotice />
      <Suspense>
        {dialog === 'export' && <ExportDialog onClose={close} />}
        {dialog === 'palette' && <FindDialog onClose={close} />}
        {dialog === 'share' && <ShareDialog chart={id} onClose={close} />}
        {dialog === 'help' && <HelpDialog onClose={close} />}
      </Suspense>
    </div>
  )
}
