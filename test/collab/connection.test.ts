/** The browser's side of a room, over a real WebSocket. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Connection } from '../../src/collab/connection.ts'
import { fromServerByTab, fromTab } from '../../src/collab/origins.ts'
import type { Client } from './client.ts'
import { keysOf, openClient, seenBy, settled, write } from './client.ts'
import type { ScriptedServer } from './scriptedServer.ts'
import { scriptedServer } from './scriptedServer.ts'

describe('the connection', () => {
  let server: ScriptedServer
  const open: Connection[] = []

  beforeEach(async () => {
    server = await scriptedServer()
  })
  afterEach(async () => {
    open.splice(0).forEach((connection) => connection.close())
    await server.close()
  })

  function client(ticket?: Client['ticket']): Client {
    const made = openClient(server.url, ticket)
    open.push(made.connection)
    return made
  }

  it('[CO5] offers what the server lacks and takes what it has, then sends what is done', async () => {
    server.doc.getMap('steps').set('theirs', new Y.Map())
    const a = client()
    write(a, 'mine')
    await settled(a)
    write(a, 'next')
    await settled(a)
    expect(keysOf(a.doc)).toEqual(['mine', 'next', 'theirs'])
    expect(keysOf(server.doc)).toEqual(['mine', 'next', 'theirs'])
    expect(a.connection.state()).toMatchObject({ synced: true, role: 'editor', why: null, refused: null })
  })

  it('[CO5] brings what one does to the other', async () => {
    const [a, b] = [client(), client()]
    await Promise.all([settled(a), settled(b)])
    write(a, 'step')
    await expect.poll(() => keysOf(b.doc)).toEqual(['step'])
  })

  it('[CO5] sends on what another tab did, but not what another tab had from the server', async () => {
    const a = client()
    await settled(a)
    const other = new Y.Doc()
    write({ doc: other }, 'by tab')
    Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(other), fromTab)
    const third = new Y.Doc()
    write({ doc: third }, 'by server')
    Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(third), fromServerByTab)
    await settled(a)
    expect(keysOf(server.doc)).toEqual(['by tab'])
    expect(keysOf(a.doc)).toEqual(['by server', 'by tab'])
  })

  it('[CO6] counts as saved only what was acknowledged', async () => {
    const a = client()
    await settled(a)
    server.judge(() => 'lose')
    write(a, 'one')
    write(a, 'two')
    await expect.poll(() => server.heard.filter(({ kind }) => kind === 'update').length).toBe(2)
    expect(a.connection.state()).toMatchObject({ status: 'online', unacknowledged: 2 })
    server.say({ kind: 'acknowledge', frames: 2 })
    await expect.poll(() => a.connection.state().unacknowledged).toBe(1)
    server.say({ kind: 'acknowledge', frames: 99 })
    await settled(a)
  })

  it('[CO6] counts what was on its way when the wire was cut as unsaved, and offers it again', async () => {
    const a = client()
    await settled(a)
    server.judge(() => 'lose')
    write(a, 'lost on the way')
    await expect.poll(() => server.heard.some(({ kind }) => kind === 'update')).toBe(true)
    server.judge(() => 'take')
    server.drop()
    await expect.poll(() => a.unsaved.at(-1)).toBe(0)
    expect(a.states).toContain('offline')
    // Unsaved from the moment it was made, all the while that the wire was cut, until it was taken.
    expect(a.unsaved.slice(a.unsaved.lastIndexOf(0, -2) + 1, -1)).not.toContain(0)
    await settled(a)
    expect(keysOf(server.doc)).toEqual(['lost on the way'])
  })

  it('[CO6] bears every frame late and twice', async () => {
    server.network({ delay: 15, copies: 2 })
    const [a, b] = [client(), client()]
    for (const key of ['1', '2', '3', '4', '5']) write(a, key)
    await Promise.all([settled(a), settled(b)])
    write(b, '6')
    await expect.poll(() => keysOf(a.doc)).toEqual(['1', '2', '3', '4', '5', '6'])
    await settled(b)
    expect(keysOf(server.doc)).toEqual(keysOf(a.doc))
  })

  it('[CO9] [PR5] tells a role that changes at once', async () => {
    const a = client()
    await settled(a)
    server.say({ kind: 'role', role: 'viewer' })
    await expect.poll(() => a.connection.state().role).toBe('viewer')
  })

  it('[CO9] answers every command, also when the connection is lost', async () => {
    const a = client()
    expect(await a.connection.command({ do: 'x' })).toEqual({ ok: false, code: 'not-connected' })
    await settled(a)
    expect(await a.connection.command({ do: 'x' })).toEqual({ ok: true, said: { do: 'x' } })
    server.network({ dead: true })
    const lost = a.connection.command({ do: 'y' })
    server.drop()
    expect(await lost).toEqual({ ok: false, code: 'not-connected' })
  })

  it('[CO9] [PR6] passes notices on, and bears what it does not know', async () => {
    const a = client()
    const notices: unknown[] = []
    a.connection.onNotice((body) => notices.push(body))
    await settled(a)
    server.say({ kind: 'notice', body: { kind: 'revision' } })
    server.say({ kind: 'awareness', update: Uint8Array.of(1, 2, 3) })
    server.say({ kind: 'answer', id: 77, body: null })
    write(a, 'still here')
    await settled(a)
    expect(notices).toEqual([{ kind: 'revision' }])
  })

  it('[CO10] shows who comes, and forgets who is out of reach until they are heard again', async () => {
    const [a, b] = [client(), client()]
    a.connection.awareness.setLocalState({ at: 'a' })
    b.connection.awareness.setLocalState({ at: 'b' })
    await Promise.all([settled(a), settled(b)])
    await expect.poll(() => [seenBy(a), seenBy(b)]).toEqual([[{ at: 'b' }], [{ at: 'a' }]])
    let alone = false
    a.connection.awareness.on('change', () => {
      alone ||= seenBy(a).length === 0
    })
    server.drop()
    await expect.poll(() => alone).toBe(true)
    await expect.poll(() => [seenBy(a), seenBy(b)]).toEqual([[{ at: 'b' }], [{ at: 'a' }]])
  })

  it('[CO10] says nothing of itself while nobody else is here', async () => {
    const a = client()
    await settled(a)
    const said = () => server.heard.filter(({ kind }) => kind === 'awareness').length
    expect(said()).toBe(1)
    a.connection.awareness.setLocalState({ cursor: [1, 2] })
    write(a, 'a frame that comes after')
    await settled(a)
    expect(said()).toBe(1)
    const other = new Awareness(new Y.Doc())
    other.setLocalState({ here: true })
    server.say({ kind: 'awareness', update: encodeAwarenessUpdate(other, [other.clientID]) })
    await expect.poll(said).toBe(2)
    const last = server.heard.findLast(({ kind }) => kind === 'awareness')
    applyAwarenessUpdate(other, (last as { update: Uint8Array }).update, 'test')
    expect(other.getStates().get(a.doc.clientID)).toEqual({ cursor: [1, 2] })
    other.destroy()
  })
})
