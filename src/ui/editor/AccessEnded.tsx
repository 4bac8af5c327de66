import { Button } from 'antd'
import type { CopyPolicy } from '../../protocol/linkScopes.ts'
import { editor } from '../../text/screen/screen.ts'
import { accessEnded } from '../../text/screen/together.ts'
import { navigate } from '../base/routes.ts'

interface AccessEndedProps {
  readonly copies: CopyPolicy
  /** Number of own changes that the server never received. */
  readonly unsaved: number
}

/** Shown instead of a chart whose link was revoked: what happened to the local copy and its limits. */
export function AccessEnded({ copies, unsaved }: AccessEndedProps) {
  return (
    <main className="waiting">
      <div role="alert">
        <h1>{accessEnded.heading}</h1>
        <p>{accessEnded.copies[copies]}</p>
        {unsaved > 0 && <p>{accessEnded.unsaved[copies](unsaved)}</p>}
        <p>{accessEnded.memory}</p>
      </div>
      <Button onClick={() => navigate({ at: 'home' })}>{editor.back}</Button>
    </main>
  )
}
