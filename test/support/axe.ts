/** axe-core in the page: what it finds against WCAG 2.2 A and AA, a line each. */
import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** `rule: selector message`, of everything that is shown now. */
export async function barriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(async () => {
    const here = (globalThis as unknown as { readonly axe: typeof axe }).axe
    const { violations } = await here.run(
      // Frames of previews are sandboxed: the public page is looked at by itself. The field that
      // waits over a selected step takes keys only; a press goes through it.
      { exclude: [['iframe'], ['.in-place-waiting']] },
      {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        resultTypes: ['violations'],
      },
    )
    return violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ target, any }) => `${target.join(' ')} ${any[0]?.message ?? ''}`),
    }))
  })
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node}`))
}
