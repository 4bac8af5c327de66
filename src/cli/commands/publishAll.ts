/**
 * `qingquan batch publish`: writes previews of approved charts to a folder, and publishes
 * reviewed previews.
 */
import { parseArgs } from 'node:util'
import { whyNotPosted } from '../../files/catalogue/whyNotPosted.ts'
import { runBatch, type BatchResult } from '../../files/catalogue/runBatch.ts'
import { notPosted, publishCommand as words } from '../../text/messages/batchPublish.ts'
import { serverOption, tokensOption } from '../askServer.ts'
import { CommandError, type ExitCode, type Io } from '../cliCommand.ts'
import { reviewedHash, openReviewedFolder, readReviewedFolder, type ReviewedChart } from './reviewedFolder.ts'
import { openPublishServer, type PublishServer, type ReachedChart, type Reviewed } from './publishServer.ts'

interface Order {
  readonly server: string
  readonly tokenFile: string | undefined
  /** Undefined with `--dry-run`. */
  readonly reviewedBy: string | undefined
  readonly looked: string | undefined
  readonly despite: string | undefined
  readonly output: string
}

/**
 * Exit code 0: every approved chart was published or written. 1: some failed and are named;
 * the others are done.
 */
export async function publishAll(args: readonly string[], io: Io): Promise<ExitCode> {
  const order = readOrder(args)
  const server = openPublishServer(fetch, order.server, await tokensOption(order.tokenFile, io))
  if (order.reviewedBy === undefined) return writeAll(server, order.output, io)
  if (order.looked === undefined) return postAll(server, reviewOf(order, order.reviewedBy), io)
  return postLooked(server, { folder: order.looked, review: reviewOf(order, order.reviewedBy) }, io)
}

type Review = Pick<Reviewed, 'reviewedBy' | 'despite'>

function reviewOf({ despite }: Order, reviewedBy: string): Review {
  return { reviewedBy, ...(despite && { despite }) }
}

function readOrder(args: readonly string[]): Order {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      server: { type: 'string' },
      'token-file': { type: 'string' },
      'reviewed-by': { type: 'string' },
      despite: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      looked: { type: 'string' },
      output: { type: 'string', short: 'o' },
    },
  })
  const { 'token-file': tokenFile, looked, output } = values
  const reviewedBy = values['reviewed-by']?.trim()
  const [surplus] = positionals
  if (surplus !== undefined) throw new CommandError(words.unexpected(surplus), 2)
  const server = serverOption(values.server)
  if (values['dry-run']) {
    if (looked !== undefined || reviewedBy !== undefined) throw new CommandError(words.oneOfTwo, 2)
    if (output === undefined) throw new CommandError(words.noFolder, 2)
    return { server, tokenFile, output, reviewedBy: undefined, looked: undefined, despite: undefined }
  }
  if (reviewedBy === undefined) throw new CommandError(words.noReviewer, 2)
  // The form 姓名（岗位）, as on the page: a name alone is not identifiable a year later.
  if (!/^[^（(]+[（(].+[）)]$/.test(reviewedBy) || reviewedBy.length > 100)
    throw new CommandError(words.wrongReviewer, 2)
  const despite = values.despite?.trim()
  return { server, tokenFile, looked, reviewedBy, despite, output: '' }
}

async function writeAll(server: PublishServer, path: string, io: Io): Promise<ExitCode> {
  const folder = openReviewedFolder(path, io)
  const results = await runBatch(await postableCharts(server, io), {
    sayError: sayFailure,
    work: async (chart) => {
      const preview = await server.preview(chart)
      const blocking = preview.scan.filter(({ blocks }) => blocks)
      if (blocking.length > 0)
        throw new CommandError(words.blocked(blocking.map(({ message }) => message)), 1)
      const looked = await folder.add(chart.id, preview)
      for (const { message } of preview.scan) io.stderr.write(`${words.scanned(chart.title, message)}\n`)
      io.stdout.write(`${words.written(looked.hash, looked.folder)}\n`)
      return looked
    },
  })
  const written = results.flatMap((result) => (result.ok ? [result.value] : []))
  await folder.close(written)
  return ended(results, io, (good, bad) => words.wrote(good, bad, path))
}

/** Publishes without a reviewed folder: only charts without findings of the public scan. */
async function postAll(server: PublishServer, review: Review, io: Io): Promise<ExitCode> {
  const results = await runBatch(await postableCharts(server, io), {
    sayError: sayFailure,
    work: async (chart) => {
      const { scan, hash } = await server.preview(chart)
      if (scan.length > 0) throw new CommandError(words.lookFirst(scan.map(({ message }) => message)), 1)
      const link = await server.publish(chart, { ...review, hash })
      io.stdout.write(`${words.posted(chart.title, link)}\n`)
    },
  })
  return ended(results, io, words.summary)
}

interface LookedOrder {
  readonly folder: string
  readonly review: Review
}

async function postLooked(server: PublishServer, { folder, review }: LookedOrder, io: Io): Promise<ExitCode> {
  const listed = await readReviewedFolder(folder, io)
  const charts = new Map((await server.charts()).map((chart) => [chart.id, chart]))
  // Messages use the internal title.
  const looked = listed.map((one) => ({ ...one, title: charts.get(one.id)?.title ?? one.title }))
  const isCurrent = ({ id }: ReviewedChart) => whyNotOf(charts.get(id)) === notPosted.current
  // Published by an earlier run; a retry does not fail on it.
  for (const { title } of looked.filter(isCurrent))
    io.stderr.write(`${words.leftOut(title, notPosted.current)}\n`)
  const results = await runBatch(
    looked.filter((one) => !isCurrent(one)),
    {
      sayError: sayFailure,
      work: async (one) => {
        const chart = charts.get(one.id)
        const why = whyNotOf(chart)
        if (!chart || why !== undefined) throw new CommandError(why ?? words.gone, 1)
        const hash = await reviewedHash(folder, one, io)
        const link = await server.publish(chart, { ...review, hash })
        io.stdout.write(`${words.posted(one.title, link)}\n`)
      },
    },
  )
  return ended(results, io, words.summary)
}

/** Charts that are not approved are reported and are no failure. */
async function postableCharts(server: PublishServer, io: Io): Promise<readonly ReachedChart[]> {
  const charts = await server.charts()
  return charts.filter((chart) => {
    const why = whyNotOf(chart)
    if (why !== undefined) io.stderr.write(`${words.leftOut(chart.title, why)}\n`)
    return why === undefined
  })
}

function whyNotOf(chart: ReachedChart | undefined): string | undefined {
  const why = chart && whyNotPosted(chart)
  return why && notPosted[why]
}

function sayFailure(error: unknown): string {
  if (error instanceof CommandError) return error.message
  throw error
}

function ended(
  results: readonly BatchResult<{ readonly title: string }, unknown>[],
  io: Io,
  say: (good: number, bad: number) => string,
): ExitCode {
  const failed = results.flatMap((result) => (result.ok ? [] : [result]))
  for (const { title, why } of failed) io.stderr.write(`${words.failed(title, why)}\n`)
  io.stderr.write(`${say(results.length - failed.length, failed.length)}\n`)
  return failed.length === 0 ? 0 : 1
}
