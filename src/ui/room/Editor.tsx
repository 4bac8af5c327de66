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

/** One chart, open: toolbar, canvas, panel. */
export function Editor({ id }: { readonly id: Id }) {
  const dialog = useSession((session) => session.dialog)
  useKeys(useSituation())
  return (
    <div className="editor">
      <Toolbar />
      <main className="editor-body">
        <Fence>
          <Canvas key={id} />
        </Fence>
        <Fence>
          <Panel />
        </Fence>
      </main>
      {dialog === 'export' && (
        <Suspense>
          <ExportDialog onClose={() => look({ dialog: null })} />
        </Suspense>
      )}
    </div>
  )
}
