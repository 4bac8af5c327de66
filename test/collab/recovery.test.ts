/** What the connection does when the server refuses, goes away, or says nothing any more. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Connection } from '../../src/collab/connection.ts'
import type { TicketAnswer } from '../../src/collab/connectionParts.ts'
import { closing } from '../../src/protocol/closing.ts'
import type { Client } from './client.ts'
import { keysOf, openClient, settled, updateWith, write } from './client.ts'
import type { ScriptedServer } from './scriptedServer.ts'
import { scriptedServer } from './scriptedServer.ts'

const admitted: TicketAnswer = { ok: true, ticket: 't', role: 'editor' }

describe('a connection in trouble', () => {
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

  it('[CO7] comes again from a fresh state where the server asks for it', async () => {
    const a = client()
    await settled(a)
    server.judge(() => ({ refuse: 'gap', after: 'resync' }))
    write(a, 'out of step')
    await expect.poll(() => server.visits()).toBeGreaterThan(1)
    server.judge(() => 'take')
    await settled(a)
    expect(keysOf(server.doc)).toEqual(['out of step'])
  })

  it('[CO7] comes again later where nothing can be saved now', async () => {
    const a = client()
    await settled(a)
    server.judge(() => ({ refuse: 'not-saved', after: 'later' }))
    write(a, 'disk full')
    await expect.poll(() => a.connection.state().why).toBe('server-trouble')
    expect(a.connection.state().unacknowledged).toBe(1)
    server.judge(() => 'take')
    await settled(a)
    expect(keysOf(server.doc)).toEqual(['disk full'])
  })

  it('[CO7] says what will never be taken, keeps it, sends nothing after it, and still hears', async () => {
    const a = client()
    await settled(a)
    server.judge(() => ({ refuse: 'too-large', after: 'never' }))
    write(a, 'too large')
    await expect.poll(() => a.connection.state().refused).toBe('too-large')
    const before = server.heard.length
    write(a, 'after it')
    server.say({ kind: 'update', update: updateWith('from others') })
    await expect.poll(() => keysOf(a.doc)).toEqual(['after it', 'from others', 'too large'])
    expect(a.connection.state()).toMatchObject({ status: 'online', refused: 'too-large' })
    expect(a.connection.state().unacknowledged).toBeGreaterThan(0)
    expect(server.heard.slice(before)).toEqual([])
  })

  it('[CO7] offers it again when the person may write again', async () => {
    const a = client()
    await settled(a)
    server.judge(() => ({ refuse: 'read-only', after: 'never' }))
    write(a, 'not allowed')
    await expect.poll(() => a.connection.state().refused).toBe('read-only')
    server.judge(() => 'take')
    server.say({ kind: 'role', role: 'editor' })
    await settled(a)
    expect(a.connection.state().refused).toBeNull()
    expect(keysOf(server.doc)).toEqual(['not allowed'])
  })

  it('[CO8] waits longer and longer while nobody answers, and not at all when it is woken', async () => {
    const a = client('no answer')
    await expect.poll(() => a.asked).toBeGreaterThan(3)
    expect(a.connection.state()).toMatchObject({ status: 'offline', why: 'no-network' })
    a.ticket = admitted
    a.connection.wake()
    await settled(a)
  })

  it('[CO8] takes a connection that says nothing for half a minute for gone', async () => {
    const a = client()
    await settled(a)
    server.network({ dead: true })
    await expect.poll(() => a.connection.state().status).toBe('offline')
    server.network({ dead: false })
    await settled(a)
  })

  it('[CO8] [PR8] asks a quiet server for a sign of life, and stays', async () => {
    const a = client()
    await settled(a)
    await expect
      .poll(() => server.heard.filter(({ kind }) => kind === 'queryAwareness').length)
      .toBeGreaterThan(5)
    expect(server.visits()).toBe(1)
    expect(a.states.filter((status) => status === 'offline')).toEqual([])
  })

  it.each([
    ['no-right', closing.noAccess],
    ['deleted', closing.gone],
  ] as const)('[CO8] does not knock again after %s', async (why, code) => {
    const a = client()
    await settled(a)
    server.drop(code)
    await expect.poll(() => a.connection.state()).toMatchObject({ status: 'ended', why })
    a.connection.wake()
    const asked = a.asked
    write(a, 'kept here')
    expect(a.connection.state().unacknowledged).toBe(1)
    // The person may insist.
    a.connection.retry()
    await settled(a)
    expect(a.asked).toBe(asked + 1)
  })

  it.each(['no-server', 'not-signed-in', 'no-right', 'deleted'] as const)(
    '[CO8] stops at a ticket that is refused: %s',
    async (why) => {
      const a = client({ ok: false, why })
      await expect.poll(() => a.connection.state()).toMatchObject({ status: 'ended', why })
      expect(a.asked).toBe(1)
      expect(server.visits()).toBe(0)
    },
  )

  it('[CO13] says 离线 at once when the browser does, and soon when nobody answers; comes back by itself', async () => {
    const a = client()
    await settled(a)
    a.connection.networkLost()
    expect(a.connection.state()).toMatchObject({ status: 'offline', why: 'no-network' })
    await settled(a)
    const visits = server.visits()
    server.network({ dead: true })
    write(a, 'into silence')
    await expect.poll(() => a.connection.state().status).toBe('offline')
    // Said before the connection is given up.
    expect(server.visits()).toBe(visits)
    server.network({ dead: false })
    await settled(a)
    expect(keysOf(server.doc)).toEqual(['into silence'])
  })

  it('[CO15] goes over plain requests within five seconds where a WebSocket is swallowed or refused', async () => {
    const silent = createServer().listen(0, '127.0.0.1')
    await once(silent, 'listening')
    for (const url of [`ws://127.0.0.1:${(silent.address() as AddressInfo).port}`, 'ws://127.0.0.1:1']) {
      const ways: [string, number][] = []
      const a = openClient(url, undefined, (way, at) => void ways.push([way, at]))
      open.push(a.connection)
      await expect.poll(() => ways.at(-1)?.[0]).toBe('polling')
      expect(ways.map(([way]) => way)).toEqual(['websocket', 'websocket', 'polling'])
      expect(ways[2]![1] - ways[0]![1]).toBeLessThan(6 * 5000)
    }
    silent.close()
  })

  it('[CO14] names the proxy where there is a ticket each time and never a connection', async () => {
    const a = openClient('ws://127.0.0.1:1')
    open.push(a.connection)
    await expect.poll(() => a.connection.state().why).toBe('proxy')
    expect(a.connection.state().status).toBe('offline')
  })
})
