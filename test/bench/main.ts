/**
 * `npm run bench`: what this product costs beside what one would use instead. It prints
 * tables and fails nothing: times belong to a machine, and ratios are for reading.
 *
 *   npm run bench                 everything, a few minutes
 *   npm run bench -- layout       one part, or several by name
 */
import { stripVTControlCharacters } from 'node:util'
import { bundle } from './bundle.ts'
import { catalogue } from './catalogue.ts'
import { layout } from './layout.ts'
import { paper } from './paper.ts'
import { pictures } from './pictures.ts'
import { quality } from './quality.ts'
import { story } from './story.ts'
import { together } from './together/together.ts'

const parts: { readonly [name: string]: () => Promise<void> } = {
  layout,
  quality,
  paper,
  pictures,
  together,
  catalogue,
  story,
  bundle,
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !Object.hasOwn(parts, name))
if (unknown.length > 0)
  console.log(`No such part: ${unknown.join(', ')}. Parts: ${Object.keys(parts).join(', ')}`)

for (const [name, run] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  // One part that cannot run (no browser, say) is said, and the others still run.
  await run().catch((error: unknown) => console.log(`\n${name}: not measured: ${briefly(error)}`))
}

/** A failed build says a page; the reason stands in its first lines. */
function briefly(error: unknown): string {
  return stripVTControlCharacters(String(error)).split('\n').slice(0, 6).join('\n  ')
}
