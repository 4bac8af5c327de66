import { lazy, Suspense } from 'react'
import type { Id } from '../../model/chart.ts'
import { Canvas } from '../canvas/Canvas.tsx'
import { useKeys } from '../commands/useKeys.ts'
import { Fence } from '../Fence.tsx'
import { Panel } from '../panels/Panel.tsx'
import { look, useSession } from '../session.ts'
import { Toolbar } from './Toolbar.tsx'
import { useSituation } from './useSituation.ts'

const ExportDialog = lazy(async () => ({
  default: (await import('../publish/ExportDialog.tsx')).ExportDialog,
}))

const StepGrid = lazy(async () => ({ default: (await import('../grid/StepGrid.tsx')).StepGrid }))
const FindDialog = lazy(async () => ({ default: (await import('../find/FindDialog.tsx')).FindDialog }))
const HelpDialog = lazy(async () => ({ default: (await import('../find/HelpDialog.tsx')).HelpDialog }))

const close = () => look({ dialog: null })

/** One chart, open: toolbar, canvas, panel. */
export function Editor({ id }: { readonly id: Id }) {
  const dialog = useSession((session) => session.dialog)
  const table = useSession((session) => session.table)
  useKeys(useSituation())
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
        <Fence>
          <Panel />
        </Fence>
      </main>
      <Suspense>
        {dialog === 'export' && <ExportDialog onClose={close} />}
        {dialog === 'palette' && <FindDialog onClose={close} />}
        {dialog === 'help' && <HelpDialog onClose={close} />}
      </Suspense>
    </div>
  )
}
