/**
 * Previews of publications as files in a folder, for review. Publishing uses the files as they
 * are: hashes are computed again from them.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { freeName } from '../../files/catalogue/bundle.ts'
import { hashedFormats, publicHash } from '../../server/publication/publicHash.ts'
import type { PublicationPreviewFiles } from '../../server/publication/examination.ts'
import { publishCommand as words } from '../../text/messages/batchPublish.ts'
import { cliWords, saySystemFault } from '../../text/messages/cli.ts'
import { CommandError, type Io } from '../cliCommand.ts'
import { fileTitle } from '../../text/paper/fileTitle.ts'

export interface ReviewedChart {
  /** The chart's. */
  readonly id: string
  /** Of its external edition. */
  readonly title: string
  readonly hash: string
  /** Inside the folder. */
  readonly folder: string
}

const format = 'qingquan-looked'

export interface ReviewedFolder {
  /**
   * Writes the four formats of one chart into a folder, named by the public title, because the
   * folder may be passed on.
   */
  readonly add: (id: string, preview: PublicationPreviewFiles) => Promise<ReviewedChart>
  /** Writes the list last, so that an unfinished folder has none. */
  readonly close: (charts: readonly ReviewedChart[]) => Promise<void>
}

export function openReviewedFolder(path: string, io: Io): ReviewedFolder {
  const taken = new Set<string>()
  return {
    add: async (id, preview) => {
      const title = publicTitleOf(preview)
      const folder = freeName(fileTitle(title) || id, taken)
      taken.add(folder.toLowerCase())
      await folderAt(join(path, folder))
      for (const one of hashedFormats) await io.writeFile(join(path, folder, words.files[one]), preview[one])
      return { id, title, hash: preview.hash, folder }
    },
    close: async (charts) => {
      await folderAt(path)
      const list = JSON.stringify({ format, version: 1, charts }, null, 2)
      await io.writeFile(join(path, words.list), `${list}\n`)
    },
  }
}

function publicTitleOf({ json }: PublicationPreviewFiles): string {
  return (JSON.parse(json) as { readonly header: { readonly title: string } }).header.title
}

async function folderAt(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new CommandError(cliWords.cannotWrite(path, saySystemFault(code)), 1, { cause: error })
  }
}

/** Reads the list of a folder. Throws a CommandError if it is not ours. */
export async function readReviewedFolder(path: string, io: Io): Promise<readonly ReviewedChart[]> {
  const file = join(path, words.list)
  const read = parsed(await io.readFile(file))
  if (read?.['format'] !== format || !Array.isArray(read['charts']))
    throw new CommandError(words.noList(file), 1)
  const charts: readonly unknown[] = read['charts']
  if (!charts.every(isLooked)) throw new CommandError(words.noList(file), 1)
  return charts
}

function parsed(bytes: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  try {
    const read: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return typeof read === 'object' && read !== null ? { ...read } : undefined
  } catch {
    return undefined
  }
}

function isLooked(one: unknown): one is ReviewedChart {
  if (typeof one !== 'object' || one === null) return false
  const record: Readonly<Record<string, unknown>> = { ...one }
  return ['id', 'title', 'hash', 'folder'].every((field) => typeof record[field] === 'string')
}

/** The hash of the files. Throws a CommandError if it differs from the reviewed one. */
export async function reviewedHash(path: string, { folder, hash }: ReviewedChart, io: Io): Promise<string> {
  const text = async (one: (typeof hashedFormats)[number]) =>
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      await io.readFile(join(path, folder, words.files[one])),
    )
  const [json, svg, txt, html] = await Promise.all(hashedFormats.map(text))
  if (publicHash({ json: json!, svg: svg!, txt: txt!, html: html! }) !== hash)
    throw new CommandError(words.touched, 1)
  return hash
}
