/**
 * 公开栏: serves the public pages. This room may not import rooms, store or model: it gets
 * published bytes, and adds one line that says whether they are current.
 */
import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import type { Context } from 'hono'
import { fileTitle } from '../text/paper/fileTitle.ts'
import { publicPageWords } from '../text/paper/publicPage.ts'

/** State of one publication. */
export interface PublishedPage {
  readonly id: string
  /** yyyy-mm-dd */
  readonly postedOn: string
  readonly title: string
  readonly state: 'current' | 'replaced' | 'withdrawn'
  /** Id of the current publication of the chart. */
  readonly current: string | undefined
}

export type PublishedFormat = 'html' | 'json' | 'svg' | 'txt' | 'png'

export interface PublicPagesParts {
  readonly find: (id: string) => Promise<PublishedPage | undefined>
  /** The published bytes. */
  readonly bytes: (id: string, format: PublishedFormat) => Promise<string | Uint8Array | undefined>
  /** The page's style, and the placeholder for the notice. */
  readonly style: string
  readonly noticeMark: string
  /** Path in front of `/p`, behind a proxy; '' where there is none. */
  readonly prefix: string
}

const types: { readonly [F in PublishedFormat]: string } = {
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  png: 'image/png',
}

/** Cache lifetime in s: the longest time until an old address leads to the current page. */
const fresh = 300

/**
 * The routes of the public pages (`/p/…`): GET and HEAD only. Unknown ids answer 404,
 * withdrawn ones 410, replaced ones redirect to the current page.
 */
export function publicPages(parts: PublicPagesParts): Hono {
  const app = new Hono()
  const policy = policyFor(parts.style)
  app.use('/p/*', async (c, next) => {
    await next()
    c.header('Content-Security-Policy', policy)
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('Referrer-Policy', 'no-referrer')
  })
  app.get('/p/:file', async (c) => {
    const { id, format } = asked(c)
    const posted = await parts.find(id)
    if (!posted) return said(c, 404, publicPageWords.missing, parts.style)
    if (posted.state === 'withdrawn' && posted.current === undefined)
      return said(c, 410, publicPageWords.withdrawn, parts.style)
    if (posted.current !== undefined && posted.current !== posted.id)
      return c.redirect(`${parts.prefix}${addressOf(posted.current, format, posted.id)}`, 302)
    const bytes = await parts.bytes(posted.id, format)
    if (bytes === undefined) return said(c, 404, publicPageWords.missing, parts.style)
    return answered(c, {
      bytes,
      format,
      notice: await notice(c, posted, parts),
      posted,
      mark: parts.noticeMark,
    })
  })
  return app
}

/** Reads id and format: `/p/AbC.svg` and `/p/AbC?format=svg` are the same. */
function asked(c: Context): { readonly id: string; readonly format: PublishedFormat } {
  const [id = '', ending] = (c.req.param('file') ?? '').split('.')
  const wish = ending ?? c.req.query('format') ?? 'html'
  return { id, format: isFormat(wish) ? wish : 'html' }
}

function isFormat(name: string): name is PublishedFormat {
  return Object.hasOwn(types, name)
}

function addressOf(id: string, format: PublishedFormat, was: string): string {
  return format === 'html' ? `/p/${id}?was=${was}` : `/p/${id}.${format}`
}

/**
 * The notice for readers who come from an old address. Built from the server's own data only:
 * nothing of the address gets into the page.
 */
async function notice(c: Context, posted: PublishedPage, { find }: PublicPagesParts): Promise<string> {
  const was = c.req.query('was')
  const old = was === undefined ? undefined : await find(was)
  if (!old || old.id === posted.id || old.current !== posted.id) return ''
  return `<p class="notice" role="status">${publicPageWords.replaced(old.postedOn)}</p>`
}

interface Answer {
  readonly bytes: string | Uint8Array
  readonly format: PublishedFormat
  readonly notice: string
  readonly posted: PublishedPage
  readonly mark: string
}

function answered(c: Context, { bytes, format, notice, posted, mark }: Answer): Response {
  const body = typeof bytes === 'string' && format === 'html' ? bytes.replace(mark, notice) : bytes
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  c.header('ETag', tag)
  c.header('Cache-Control', `public, max-age=${fresh}`)
  // A compressing proxy turns the tag into a weak one.
  if (c.req.header('If-None-Match')?.replace(/^W\//, '') === tag) return c.body(null, 304)
  c.header('Content-Type', types[format])
  if (format !== 'html')
    c.header(
      'Content-Disposition',
      `inline; filename*=UTF-8''${encodedName(`${fileTitle(posted.title)}.${format}`)}`,
    )
  return c.body(typeof body === 'string' ? body : new Uint8Array(body), 200)
}

/** RFC 8187: what `encodeURIComponent` leaves and a header may not hold. */
function encodedName(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)
}

function said(c: Context, status: 404 | 410, words: string, style: string): Response {
  c.header('Cache-Control', 'no-cache')
  return c.html(
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${words}</title><style>${style}</style><main class="notice"><h1>${words}</h1></main></html>`,
    status,
  )
}

/** Content-Security-Policy: no scripts, no requests, one style by its hash. */
function policyFor(style: string): string {
  const hash = createHash('sha256').update(style).digest('base64')
  return `default-src 'none'; style-src 'sha256-${hash}'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`
}
