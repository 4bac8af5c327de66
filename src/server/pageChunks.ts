/**
 * Which modules of the page travel together. Without this the bundler makes a file for every set
 * of parts that share a module: 120 requests before a chart can be used, six at a time.
 */
import { join } from 'node:path'
import type { Rolldown } from 'vite'

type Groups = Exclude<NonNullable<Rolldown.OutputOptions['codeSplitting']>, boolean>['groups']
type Context = Parameters<Extract<NonNullable<Groups>[number]['name'], (...given: never[]) => unknown>>[1]

/** What the first picture of a chart needs. */
const chart = ['editor/ChartPage.tsx']
/** The other pages that are opened first. */
const home = ['home/Home.tsx', 'home/FirstPage.tsx', 'home/ChartList.tsx', 'entrance/Entrance.tsx']

/** What is used of the library on every page. */
const onEveryPage =
  /antd[\\/]es[\\/](button|spin|_util|form[\\/]context)|icons(-svg)?[\\/]es[\\/].*(Search|Close|Down|Loading|Plus|Delete)/

/** bytes of source below which modules of one set of parts join those of the nearest set */
const small = 4_000

/** The page's frame, the chart, the first page, what both need, and what several dialogs share. */
export function pageChunks(root: string): NonNullable<Groups> {
  const reached = new Map<readonly string[], ReadonlySet<string>>()
  const reaches = (parts: readonly string[], id: string, context: Context) => {
    const found =
      reached.get(parts) ??
      closure(
        parts.map((part) => join(root, 'src/ui', part)),
        context,
      )
    reached.set(parts, found)
    return found.has(id)
  }
  return [
    { name: 'frame', tags: ['$initial'], priority: 4 },
    // Before the two: a group takes with it whatever its modules import.
    {
      name: (id, context) =>
        onEveryPage.test(id) || (reaches(chart, id, context) && reaches(home, id, context)) ? 'common' : null,
      priority: 3,
    },
    { name: (id, context) => (reaches(chart, id, context) ? 'chart' : null), priority: 2 },
    { name: (id, context) => (reaches(home, id, context) ? 'home' : null), priority: 2 },
    {
      name: 'shared',
      minShareCount: 2,
      entriesAware: true,
      entriesAwareMergeThreshold: small,
      priority: 1,
    },
  ]
}

/**
 * All modules that these import, directly or not. A library's index is not followed: it imports
 * the whole library, of which the bundler then keeps what is used.
 */
function closure(parts: readonly string[], context: Context): ReadonlySet<string> {
  const found = new Set<string>()
  const open = [...parts]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id) || /antd[\\/]es[\\/]index\.js$/.test(id)) continue
    found.add(id)
    open.push(...(context.getModuleInfo(id)?.importedIds ?? []))
  }
  return found
}
