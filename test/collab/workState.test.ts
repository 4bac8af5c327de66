import { describe, expect, it } from 'vitest'
import type { ConnectionStatus } from '../../src/collab/connectionState.ts'
import { workState, wouldBeLost } from '../../src/collab/connectionState.ts'
import type { SaveState } from '../../src/collab/localCharts.ts'

type Row = [
  local: SaveState,
  status: ConnectionStatus,
  unacknowledged: number,
  said: ReturnType<typeof workState>,
]

describe('where the work is', () => {
  it.each<Row>([
    ['saved', 'online', 0, 'saved'],
    ['saving', 'online', 0, 'saved'],
    ['failed', 'online', 0, 'saved'],
    ['saved', 'online', 3, 'saving'],
    ['failed', 'online', 3, 'saving'],
    ['saved', 'offline', 0, 'local'],
    ['saved', 'offline', 3, 'local'],
    ['saving', 'offline', 3, 'saving'],
    ['failed', 'offline', 3, 'nowhere'],
    ['failed', 'offline', 0, 'saved'],
    ['saved', 'ended', 3, 'local'],
    ['failed', 'ended', 3, 'nowhere'],
    ['saved', 'connecting', 1, 'saving'],
    ['saved', 'connecting', 0, 'local'],
  ])('[CO6] disk %s, %s, %i unacknowledged → %s', (local, status, unacknowledged, said) => {
    expect(workState(local, { status, unacknowledged, refused: null })).toBe(said)
  })

  it('[CO6] never calls saved what the server refused for good', () => {
    const refused = { status: 'online', unacknowledged: 1, refused: 'too-large' } as const
    expect(workState('saved', refused)).toBe('local')
    expect(workState('failed', refused)).toBe('nowhere')
  })

  it('[CO6] asks before leaving only where something is nowhere', () => {
    expect(wouldBeLost('failed', { unacknowledged: 1 })).toBe(true)
    expect(wouldBeLost('failed', { unacknowledged: 0 })).toBe(false)
    expect(wouldBeLost('saved', { unacknowledged: 1 })).toBe(false)
  })
})
