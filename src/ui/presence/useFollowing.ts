import { useEffect } from 'react'
import { useReactFlow, useStoreApi } from '@xyflow/react'
import type { EditionName, View } from '../../model/chart.ts'
import { setSession, useSession } from '../openChart/session.ts'
import { belongsToInputMethod } from '../base/inputMethod.ts'
import { useOthers } from '../openChart/collaborators.ts'

const views: readonly string[] = ['flow', 'lanes', 'columns'] satisfies readonly View[]
const editions: readonly string[] = ['internal', 'external'] satisfies readonly EditionName[]

/** Follows another person's view until Esc, own input on the canvas, or that person leaves. */
export function useFollowing(): void {
  const following = useSession((session) => session.following)
  const other = useOthers().find(({ client }) => client === following)
  const { setCenter } = useReactFlow()
  const isGone = following !== null && !other
  const { view, edition } = other ?? {}
  const [x, y, zoom] = other?.viewport ?? []
  useEffect(() => {
    if (isGone) setSession({ following: null })
  }, [isGone])
  useEffect(() => {
    if (isView(view) && isEdition(edition)) setSession({ view, edition })
  }, [view, edition])
  useEffect(() => {
    if (x !== undefined && y !== undefined && zoom !== undefined)
      void setCenter(x, y, { zoom, duration: 120 })
  }, [x, y, zoom, setCenter])
  useEndOfFollowing(following !== null)
}

function isView(name: string | undefined): name is View {
  return name !== undefined && views.includes(name)
}

function isEdition(name: string | undefined): name is EditionName {
  return name !== undefined && editions.includes(name)
}

function useEndOfFollowing(following: boolean): void {
  const store = useStoreApi()
  useEffect(() => {
    if (!following) return undefined
    const canvas = store.getState().domNode
    const end = () => setSession({ following: null })
    const pressed = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !belongsToInputMethod(event)) end()
    }
    addEventListener('keydown', pressed)
    canvas?.addEventListener('wheel', end, { passive: true })
    canvas?.addEventListener('pointerdown', end)
    return () => {
      removeEventListener('keydown', pressed)
      canvas?.removeEventListener('wheel', end)
      canvas?.removeEventListener('pointerdown', end)
    }
  }, [following, store])
}
