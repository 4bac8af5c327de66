/**
 * `npm run specimens`: every figure, sheet and state of the page as a picture in
 * node_modules/.cache/specimens, with a page to look through them. Says which states it could not
 * reach, and then ends with 1. `npm run specimens -- export` makes those of that name.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readyPage } from '../../src/server/readyPage.ts'
import type { Product } from '../support/product.ts'
import { startBrowser, startProductIn } from '../support/product.ts'
import { paperSpecimens } from './paper.ts'
import { screens, type Screen } from './screens.ts'
import type { Specimen } from './specimen.ts'

const root = join(import.meta.dirname, '../..')
const folder = join(root, 'node_modules/.cache/specimens')
const [wanted = ''] = process.argv.slice(2)

await readyPage(root, () => console.log('building the page'))
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const kept: { readonly group: string; readonly name: string; readonly file: string }[] = []
const missed: string[] = []
if (wanted === '') for await (const specimen of paperSpecimens()) keep(specimen)
await photographScreens()
writeFileSync(join(folder, 'index.html'), indexPage())
console.log(`${kept.length} pictures: ${join(folder, 'index.html')}`)
for (const why of missed) console.error(why)
process.exitCode = missed.length > 0 ? 1 : 0

function keep({ group, name, png }: Specimen): void {
  const file = `${`${group} ${name}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.png`
  writeFileSync(join(folder, file), png)
  kept.push({ group, name, file })
  console.log(file)
}

async function photographScreens(): Promise<void> {
  const browser = await startBrowser()
  for (const screen of screens.filter(({ name }) => name.includes(wanted))) {
    const product = await startProductIn(browser)
    try {
      keep({ group: 'Screens', name: screen.name, png: await photographed(product, screen) })
    } catch (error) {
      missed.push(`${screen.name}: ${String(error)}`)
    } finally {
      await product.close()
    }
  }
  await browser.close()
}

async function photographed(product: Product, { open }: Screen): Promise<Uint8Array> {
  const page = await open(product)
  return page.screenshot({ animations: 'disabled', caret: 'hide' })
}

function indexPage(): string {
  const groups = [...new Set(kept.map(({ group }) => group))]
  const sections = groups.map((group) => {
    const figures = kept
      .filter((one) => one.group === group)
      .map(
        ({ name, file }) =>
          `<figure><a href="${file}"><img src="${file}" loading="lazy" alt="${name}"></a><figcaption>${name}</figcaption></figure>`,
      )
    return `<h2>${group}</h2><div>${figures.join('')}</div>`
  })
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Specimens</title><style>
body { font: 14px sans-serif; margin: 24px; background: #eee }
div { display: grid; grid-template-columns: repeat(auto-fill, minmax(320px, 1fr)); gap: 16px }
figure { margin: 0; padding: 8px; background: #fff }
img { width: 100%; border: 1px solid #ddd }
</style><h1>Specimens</h1>${sections.join('')}</html>
`
}
