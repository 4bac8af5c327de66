import { afterEach, describe, expect, it } from 'vitest'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Collaborators } from '../../src/collab/collaborators.ts'
import { openCollaborators } from '../../src/collab/collaborators.ts'
import { limits } from '../../src/protocol/limits.ts'

const first = { selection: [], view: 'flow', edition: 'internal' } as const

describe('company', () => {
  const open: { readonly close: () => void }[] = []
  afterEach(() => open.splice(0).forEach(({ close }) => close()))

  /** A person whose time stands still until `tick`. */
  function person() {
    const awareness = new Awareness(new Y.Doc())
    const waiting = new Set<() => void>()
    const company: Collaborators = openCollaborators(awareness, first, (_, call) => {
      waiting.add(call)
      return () => waiting.delete(call)
    })
    open.push({ close: () => (company.close(), awareness.destroy()) })
    const tick = () => {
      const due = [...waiting]
      waiting.clear()
      due.forEach((call) => call())
    }
    return { awareness, company, tick }
  }

  function somebody(state: object): Awareness {
    const awareness = new Awareness(new Y.Doc())
    awareness.setLocalState(state)
    open.push({ close: () => awareness.destroy() })
    return awareness
  }

  it('[CO10] tells nothing while nobody is here, and all of it when somebody comes', () => {
    const { awareness, company } = person()
    company.tell({ cursor: [1, 2] })
    expect(awareness.getLocalState()).toEqual(first)
    hear(awareness, somebody({}))
    expect(awareness.getLocalState()).toEqual({ ...first, cursor: [1, 2] })
  })

  it('[CO10] tells one frame a pace, the newest', () => {
    const { awareness, company, tick } = person()
    hear(awareness, somebody({}))
    tick()
    let frames = 0
    awareness.on('update', () => {
      frames += 1
    })
    for (let x = 0; x < 50; x += 1) company.tell({ cursor: [x, 0] })
    expect(frames).toBe(1)
    tick()
    expect(frames).toBe(2)
    expect(awareness.getLocalState()).toMatchObject({ cursor: [49, 0] })
    tick()
    company.tell({ cursor: [49, 0] })
    expect(frames).toBe(2)
  })

  it('[CO10] stays within a kilobyte, stamp and all', () => {
    const { awareness, company, tick } = person()
    hear(awareness, somebody({}))
    tick()
    const selection = Array.from({ length: 500 }, (_, i) => `step-with-a-long-id-${i}`)
    company.tell({ selection, editing: selection[0], cursor: [12_345, 12_345], viewport: [1, 2, 0.333] })
    const user = { name: '名'.repeat(20), post: '岗'.repeat(20), role: 'reviewer' }
    const state = { ...awareness.getLocalState(), user }
    expect(Buffer.byteLength(JSON.stringify(state))).toBeLessThanOrEqual(limits.presence)
    expect(awareness.getLocalState()?.['selection']).toContain(selection[0])
  })

  it('[CO10] reads what others say with care', () => {
    const { awareness, company } = person()
    const other = somebody({
      user: { name: '张三', post: 7 },
      cursor: ['x', Number.NaN],
      viewport: [1, 2, 0],
      selection: ['a', 3, null],
      editing: {},
      view: 'flow',
    })
    hear(awareness, other)
    expect(company.others()).toEqual([
      {
        client: other.clientID,
        name: '张三',
        post: '',
        cursor: undefined,
        viewport: undefined,
        selection: ['a'],
        editing: undefined,
        view: 'flow',
        edition: '',
      },
    ])
    expect(company.others()).toBe(company.others())
  })

  it('[CO10] says that somebody came, moved or went, not that one moved oneself', () => {
    const { awareness, company, tick } = person()
    let changes = 0
    company.onChange(() => {
      changes += 1
    })
    const other = somebody({ at: 1 })
    hear(awareness, other)
    company.tell({ cursor: [5, 5] })
    tick()
    expect(changes).toBe(1)
    other.setLocalState(null)
    hear(awareness, other)
    expect(changes).toBe(2)
    expect(company.others()).toEqual([])
  })
})

function hear(to: Awareness, from: Awareness): void {
  applyAwarenessUpdate(to, encodeAwarenessUpdate(from, [from.clientID]), 'test')
}
