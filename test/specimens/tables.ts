import { readFileSync } from 'node:fs'

/** One of test/fixtures/flows, as it stands on the clipboard. */
export function tsvOf(name: string): string {
  return readFileSync(new URL(`../fixtures/flows/${name}.tsv`, import.meta.url), 'utf8')
}
