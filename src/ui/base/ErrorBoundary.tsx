import { Component } from 'react'
import type { ReactNode } from 'react'
import { editor } from '../../text/screen/screen.ts'
import './ErrorBoundary.css'

interface FenceState {
  readonly error: Error | null
}

/** Confines a render error to one part of the page. React requires a class component here. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, FenceState> {
  override state: FenceState = { error: null }

  static getDerivedStateFromError(error: unknown): FenceState {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (!error) return this.props.children
    return (
      <div className="error-boundary" role="alert">
        <p>{editor.crashed}</p>
        <pre>{error.message}</pre>
        <button type="button" onClick={() => location.reload()}>
          {editor.crashedReload}
        </button>
      </div>
    )
  }
}
