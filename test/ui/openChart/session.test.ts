import { describe, expect, it } from 'vitest'
import { commands } from '../../../src/ui/openChart/commands/commands.ts'
import type { Situation } from '../../../src/ui/openChart/commands/command.ts'
import { initialSession, setSession, useSession } from '../../../src/ui/openChart/session.ts'

describe('the session', () => {
  it('[UI7] is reset when a chart is opened, all but the view and the table', () => {
    const fresh = useSession.getState()
    setSession({
      view: 'lanes',
      table: true,
      edition: 'external',
      selection: { steps: ['a'], flowlines: [] },
      renaming: 'a',
      labelling: 'b',
      dialog: 'export',
      menu: { x: 1, y: 2 },
      sidePanel: 'review',
      access: 'viewer',
      metServer: true,
      following: 3,
      activeReviewMark: 'm',
      changeMarks: { steps: new Map(), flowlines: new Map() },
    })
    setSession(initialSession)
    expect(useSession.getState()).toEqual({ ...fresh, view: 'lanes', table: true })
    expect(Object.keys(fresh).sort()).toEqual(
      [...Object.keys(initialSession), 'copiedLook', 'copiedSteps', 'minimap', 'table', 'view'].sort(),
    )
  })

  it('has one side panel: opening a list closes the other, and a second call brings the form back', () => {
    setSession({ sidePanel: 'form', changeMarks: null })
    run('history')
    setSession({ changeMarks: { steps: new Map(), flowlines: new Map() } })
    run('check')
    expect(useSession.getState()).toMatchObject({ sidePanel: 'checks', changeMarks: null })
    run('review')
    expect(useSession.getState().sidePanel).toBe('review')
    run('review')
    expect(useSession.getState().sidePanel).toBe('form')
  })
})

function run(name: 'check' | 'history' | 'review'): void {
  commands[name].run({ session: useSession.getState() } as Situation)
}
