/** Builds the page once, before any test: two browser tests that find it missing would build it over one another. */
import { join } from 'node:path'
import { readyPage } from '../../src/server/readyPage.ts'

export async function setup(): Promise<void> {
  await readyPage(join(import.meta.dirname, '../..'), () => undefined)
}
