/**
 * A part of the page that is fetched when it is first shown. If it cannot be fetched (no network,
 * a server that restarts or was upgraded), it costs that part alone: it is tried again by itself,
 * and whoever waits is told so.
 */
import { useEffect, useState } from 'react'
import type { ComponentType, ReactNode } from 'react'
import { partText } from '../../text/screen/partText.ts'
import './lazyPart.css'

export interface LazyPart<P extends object> {
  (props: P): ReactNode
  /** Fetches it ahead; resolves also if that fails. */
  readonly ahead: () => Promise<void>
}

/** ms between attempts before the person is told; afterwards the last one for ever. */
const waits = [400, 1500, 5000] as const

/** ms after which the waiting is said. */
const patience = 400

export function lazyPart<P extends object>(load: () => Promise<ComponentType<P>>): LazyPart<P> {
  let ready: ComponentType<P> | undefined
  const fetched = async () => {
    ready ??= await load()
  }
  const Part = (props: P) => {
    const state = useFetched(ready !== undefined, fetched)
    if (!ready) return state === 'fetching' ? null : <PartNote state={state} close={closeOf(props)} />
    const Ready = ready
    return <Ready {...props} />
  }
  return Object.assign(Part, { ahead: async () => fetched().catch(() => undefined) })
}

type Fetching = 'fetching' | 'slow' | 'failed'

/** Draws again when the part is there. */
function useFetched(isReady: boolean, fetched: () => Promise<void>): Fetching {
  const [state, setState] = useState<Fetching>('fetching')
  const [, setDrawn] = useState(false)
  useEffect(() => {
    if (isReady) return undefined
    let here = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const slow = setTimeout(() => setState((now) => (now === 'fetching' ? 'slow' : now)), patience)
    const attempt = (count: number) => {
      clearTimeout(timer)
      fetched().then(
        () => here && setDrawn(true),
        () => {
          if (!here) return
          if (count >= 1) setState('failed')
          timer = setTimeout(() => attempt(count + 1), waits[Math.min(count, waits.length - 1)])
        },
      )
    }
    const back = () => attempt(1)
    attempt(0)
    addEventListener('online', back)
    return () => {
      here = false
      clearTimeout(timer)
      clearTimeout(slow)
      removeEventListener('online', back)
    }
  }, [isReady, fetched])
  return state
}

/** A dialog that does not come can be given up. */
function closeOf(props: object): (() => void) | undefined {
  return 'onClose' in props && typeof props.onClose === 'function' ? (props.onClose as () => void) : undefined
}

interface PartNoteProps {
  readonly state: Fetching
  readonly close: (() => void) | undefined
}

function PartNote({ state, close }: PartNoteProps) {
  if (state === 'slow') return <output className="part-note">{partText.waiting}</output>
  return (
    <div className="part-note part-failed" role="alert">
      <span>{partText.failed}</span>
      {close && (
        <button type="button" onClick={close}>
          {partText.close}
        </button>
      )}
    </div>
  )
}
