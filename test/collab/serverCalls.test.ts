import { describe, expect, it } from 'vitest'
import { admission, serverCalls } from '../../src/collab/serverCalls.ts'

type Answer = Response | 'nobody'

/** Answers by method and path; notes what was asked. */
function answering(answers: Readonly<Record<string, () => Answer>>) {
  const asked: string[] = []
  const calls = serverCalls(async (path, { method }) => {
    const request = `${method} ${path}`
    asked.push(request)
    const answer = answers[request]?.() ?? new Response('<h1>404</h1>', { status: 404 })
    if (answer === 'nobody') throw new TypeError('Failed to fetch')
    return answer
  })
  return { asked, calls }
}

const json =
  (body: unknown, status = 200) =>
  () =>
    Response.json(body, { status })
const error = (code: string, status: number): (() => Answer) => json({ error: { code, message: '' } }, status)
const ticket = 'POST /api/charts/c/ticket'
const me = { name: '', post: '' }

describe('being let in', () => {
  it('[CO12] asks for a ticket, and registers nothing that the server has', async () => {
    const { asked, calls } = answering({ [ticket]: json({ ticket: 't', role: 'viewer' }) })
    expect(await admission(calls, 'c', undefined)).toEqual({ ok: true, ticket: 't', role: 'viewer' })
    expect(asked).toEqual([ticket])
  })

  it('[CO12] registers a chart that was made here before it asks', async () => {
    const { asked, calls } = answering({
      'PUT /api/me': json(me),
      'PUT /api/charts/c': json({ role: 'owner' }),
      [ticket]: json({ ticket: 't', role: 'owner' }),
    })
    expect(await admission(calls, 'c', me)).toMatchObject({ ok: true, role: 'owner' })
    expect(asked).toEqual(['PUT /api/me', 'PUT /api/charts/c', ticket])
  })

  it.each([
    ['no-network', () => 'nobody'],
    ['no-server', () => new Response('<h1>404</h1>', { status: 404 })],
    ['no-server', () => new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html' } })],
    ['server-trouble', () => new Response('<h1>502</h1>', { status: 502 })],
    ['server-trouble', error('cannot-save', 503)],
    ['server-trouble', error('too-many', 429)],
    ['not-signed-in', error('not-signed-in', 401)],
    ['no-right', error('no-right', 403)],
    ['deleted', error('not-found', 404)],
  ] satisfies (readonly [string, () => Answer])[])('[CO12] understands why not: %s', async (why, answer) => {
    const { calls } = answering({ [ticket]: answer })
    expect(await admission(calls, 'c', undefined)).toEqual({ ok: false, why })
  })

  it('[CO12] stops where it may not register', async () => {
    const { asked, calls } = answering({
      'PUT /api/me': json(me),
      'PUT /api/charts/c': error('no-right', 403),
    })
    expect(await admission(calls, 'c', me)).toEqual({ ok: false, why: 'no-right' })
    expect(asked).not.toContain(ticket)
  })
})
