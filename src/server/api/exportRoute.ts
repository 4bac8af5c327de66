/** A chart as a file of another program: `qingquan export` over HTTP, by the same names. */
import { exchangeFormatNames, exchangeFormats } from '../../exchange/exchangeFile.ts'
import { fileTitle } from '../../text/paper/fileTitle.ts'
import { apiWords, sayBadField } from '../../text/messages/api.ts'
import { RequestError } from '../requestError.ts'
import type { ServerContext } from '../serverContext.ts'
import { present } from './chartRoutes.ts'
import { apiRoute, type ApiRequest, type ApiRoute } from './route.ts'

export const exportRoute: ApiRoute = apiRoute({
  method: 'get',
  path: '/api/charts/:chart/export',
  summary: 'exportChart',
  who: 'read',
  answer: async ({ c, chart }: ApiRequest<unknown>, context) => {
    const format = choice('format', c.req.query('format'), exchangeFormatNames)
    const view = choice('view', c.req.query('view') ?? 'flow', ['flow', 'lanes'])
    const edition = choice('edition', c.req.query('edition') ?? 'internal', ['internal', 'external'])
    const { title } = await present(chart, context)
    const risks = c.req.query('disclose-risks') === 'true'
    const source = await sourceOf(chart, { edition, risks }, context)
    const { file, left } = await context.jobs.run('exchange', { ...source, format, view })
    const { ending, type } = exchangeFormats[format]
    // The title of the internal chart may say what the external one must not.
    const name = edition === 'external' ? chart : fileTitle(title)
    return new Response(typeof file === 'string' ? file : new Uint8Array(file), {
      headers: {
        'Content-Type': type,
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.${ending}`)}`,
        // Not in the file; the words are those of the command line.
        'Qingquan-Not-Carried': left.join(','),
      },
    })
  },
})

function choice<T extends string>(name: string, written: string | undefined, known: readonly T[]): T {
  const found = known.find((one) => one === written)
  if (found === undefined) throw new RequestError('bad-request', sayBadField(name, apiWords.oneOf(known)))
  return found
}

/** An external edition is worked out as one for publication is: nothing is, while a mark could not be read. */
async function sourceOf(
  chart: string,
  { edition, risks }: { readonly edition: 'internal' | 'external'; readonly risks: boolean },
  { jobs, rooms }: ServerContext,
) {
  const state = await rooms.state(chart)
  if (edition === 'internal') return { state }
  const disclosure = { risks, measures: risks }
  const found = await jobs.run('edition', { state, disclosure, refused: rooms.refusedFields(chart) })
  if (!found.ok) throw new RequestError('refused', found.words)
  return { edition: found.edition }
}
