/** The board alone, with posted bytes handed to it: no store, no chart. */
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { PublishedPage, PublishedFormat } from '../../src/publicPages/publicPages.ts'
import { publicPages } from '../../src/publicPages/publicPages.ts'
import { publicPageWords } from '../../src/text/paper/publicPage.ts'

const style = 'p{color:#000}'
const mark = '<!--notice-->'
const html = `<!doctype html><style>${style}</style>${mark}<p>受理</p>`

const bytes: { readonly [F in PublishedFormat]: string | Uint8Array } = {
  html,
  json: '{"header":{"title":"许可"}}',
  svg: '<svg xmlns="http://www.w3.org/2000/svg"/>',
  txt: '许可\n1. 受理\n',
  png: new Uint8Array([137, 80, 78, 71]),
}

const posted = (id: string, state: PublishedPage['state'], current: string | undefined): PublishedPage => ({
  id,
  postedOn: `2026-01-0${id.length}`,
  title: '许可 / 流程图',
  state,
  current,
})

/** `new` holds; `older` was replaced by it; `gone` is withdrawn; `other` belongs to another chart, whose current is `others`. */
const kept: readonly PublishedPage[] = [
  posted('new', 'current', 'new'),
  posted('older', 'replaced', 'new'),
  posted('gone', 'withdrawn', undefined),
  posted('other', 'replaced', 'others'),
]

const app = publicPages({
  find: async (id) => kept.find((one) => one.id === id),
  bytes: async (_, format) => bytes[format],
  style,
  prefix: '',
  noticeMark: mark,
})

const ask = async (path: string, init?: RequestInit) => app.request(path, init)

describe('公开栏', () => {
  it.each(['html', 'json', 'svg', 'txt', 'png'] as const)(
    '[BD1] answers %s byte for byte',
    async (format) => {
      const path = format === 'html' ? '/p/new' : `/p/new.${format}`
      const answer = await ask(path)
      const expected =
        typeof bytes[format] === 'string' ? Buffer.from(bytes[format]) : Buffer.from(bytes[format])
      const body = Buffer.from(await answer.arrayBuffer())
      expect(body).toEqual(format === 'html' ? Buffer.from(html.replace(mark, '')) : expected)
      expect((await ask(`/p/new?format=${format}`)).headers.get('ETag')).toBe(answer.headers.get('ETag'))
    },
  )

  it('[BD1] names a file after the chart, with nothing in the name that a disk would take amiss', async () => {
    const name = (await ask('/p/new.svg')).headers.get('Content-Disposition')
    expect(decodeURIComponent(name ?? '')).toBe("inline; filename*=UTF-8''许可 流程图.svg")
  })

  it('[BD2] leads from an old address to the one that holds, in the same format', async () => {
    const page = await ask('/p/older')
    expect([page.status, page.headers.get('Location')]).toEqual([302, '/p/new?was=older'])
    expect((await ask('/p/older.png')).headers.get('Location')).toBe('/p/new.png')
    expect(await (await ask('/p/new?was=older')).text()).toContain(publicPageWords.replaced('2026-01-05'))
  })

  it('[BD2] says of a withdrawn one that it was withdrawn, in every format', async () => {
    for (const ending of ['', '.json', '.svg', '.txt', '.png']) {
      const answer = await ask(`/p/gone${ending}`)
      expect(answer.status).toBe(410)
      expect(await answer.text()).toContain(publicPageWords.withdrawn)
    }
  })

  it('[BD2] knows nothing of what was never posted', async () => {
    for (const path of ['/p/nothing', '/p/nothing.svg', '/p/.svg', '/p/__proto__', '/p/new%00']) {
      const answer = await ask(path)
      expect([path, answer.status]).toEqual([path, 404])
      expect(await answer.text()).toContain(publicPageWords.missing)
    }
  })

  it('[BD2] speaks only of its own former addresses, and repeats nothing that stands in an address', async () => {
    const plain = await (await ask('/p/new')).text()
    for (const was of ['other', 'gone', 'new', 'nothing', '<script>alert(1)</script>', '"><img src=x>'])
      expect(await (await ask(`/p/new?was=${encodeURIComponent(was)}&x=<b>`)).text()).toBe(plain)
    for (const path of ['/p/<script>alert(1)</script>', '/p/new.<script>'])
      expect(await (await ask(path)).text()).not.toContain('script>')
  })

  it('[BD3] lets nothing be loaded, run or sent, whatever is answered', async () => {
    const hash = createHash('sha256').update(style).digest('base64')
    for (const path of ['/p/new', '/p/new.svg', '/p/gone', '/p/nothing', '/p/older']) {
      const { headers } = await ask(path)
      const policy = headers.get('Content-Security-Policy') ?? ''
      expect(policy).toMatch(/^default-src 'none'; /)
      expect(policy).toContain(`style-src 'sha256-${hash}'`)
      expect(policy).not.toMatch(/unsafe|script-src|connect-src/)
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
      expect(headers.get('Referrer-Policy')).toBe('no-referrer')
      expect(headers.get('Set-Cookie')).toBeNull()
    }
  })

  it('[BD3] is kept for minutes and asked again by its tag; what is gone is not kept', async () => {
    const page = await ask('/p/new')
    expect(page.headers.get('Cache-Control')).toBe('public, max-age=300')
    const tag = page.headers.get('ETag')!
    for (const known of [tag, `W/${tag}`]) {
      const again = await ask('/p/new', { headers: { 'If-None-Match': known } })
      expect([again.status, await again.text()]).toEqual([304, ''])
    }
    expect((await ask('/p/new', { headers: { 'If-None-Match': '"x"' } })).status).toBe(200)
    for (const path of ['/p/gone', '/p/nothing'])
      expect((await ask(path)).headers.get('Cache-Control')).toBe('no-cache')
    expect((await ask('/p/new?was=older')).headers.get('ETag')).not.toBe(tag)
  })

  it('[BD5] answers HEAD as GET without the bytes, and nothing else', async () => {
    const [head, get] = [await ask('/p/new', { method: 'HEAD' }), await ask('/p/new')]
    expect([head.status, await head.text()]).toEqual([200, ''])
    for (const name of ['ETag', 'Content-Type', 'Cache-Control', 'Content-Security-Policy'])
      expect(head.headers.get(name)).toBe(get.headers.get(name))
    expect((await ask('/p/gone', { method: 'HEAD' })).status).toBe(410)
    for (const method of ['POST', 'PUT', 'DELETE']) expect((await ask('/p/new', { method })).status).toBe(404)
  })
})
