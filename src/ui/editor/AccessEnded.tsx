import { Button } from 'antd'
import type { CopyPolicy } from '../../protocol/linkScopes.ts'
import { editor } from '../../text/screen/screen.ts'
import { accessEnded } from '../../text/screen/together.ts'
import { navigate } from '../base/routes.ts'

interface AccessEndedProps {
  readonly copies: CopyPolicy
  /** Changes of one's own that the server never had. */
  readonly unsaved: number
}

/** In place of a chart whose link was taken back: what became of it here, and what that cannot undo. */
export function AccessEnded({ copies, unsaved }: AccessEndedProps) {
  return (
    <div className="waiting" role="alert">
      <h1>{accessEnded.heading}</h1>
      <p>{accessEnded.copies[copies]}</p>
      {unsaved > 0 && <p>{accessEnded.unsaved[copies](unsaved)}</p>}
      <p>{accessEnded.memory}</p>
      <Button onClick={() => navigate({ at: 'home' })}>{editor.back}</Button>
    </div>
  )
}
