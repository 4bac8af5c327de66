/**
 * Counts, in a built page, the components that React renders again. Reads what React tells
 * developer tools of every commit: `flags & 1` (PerformedWork) on fibers that are new in it.
 */
import type { Page } from 'playwright-core'

interface Fiber {
  readonly child: Fiber | null
  readonly sibling: Fiber | null
  readonly return: Fiber | null
  readonly alternate: Fiber | null
  readonly flags: number
  readonly type: unknown
  readonly stateNode: unknown
}

interface Counting {
  /** Elements under which something was rendered again, once for each component. */
  readonly rendered: (Element | null)[]
}

/** To be added before the page's own scripts run. */
export function countRenders(): void {
  const rendered: (Element | null)[] = []
  // One for each root: antd draws the wave of a pressed button in a root of its own.
  const lastOf = new WeakMap<object, Set<Fiber>>()
  const elementOf = (fiber: Fiber | null): Element | null => {
    if (!fiber) return null
    return fiber.stateNode instanceof Element ? fiber.stateNode : elementOf(fiber.return)
  }
  const visit = (fiber: Fiber | null, seen: Set<Fiber>, last: Set<Fiber>) => {
    for (let at = fiber; at; at = at.sibling) {
      seen.add(at)
      const isAgain = at.alternate !== null && !last.has(at) && (at.flags & 1) === 1
      if (isAgain && typeof at.type !== 'string' && at.type !== null) rendered.push(elementOf(at))
      visit(at.child, seen, last)
    }
  }
  const hook = {
    supportsFiber: true,
    inject: () => 1,
    onCommitFiberUnmount: () => undefined,
    onCommitFiberRoot: (_: number, root: { readonly current: Fiber }) => {
      const seen = new Set<Fiber>()
      visit(root.current, seen, lastOf.get(root) ?? seen)
      lastOf.set(root, seen)
    },
  }
  Object.assign(globalThis, {
    __REACT_DEVTOOLS_GLOBAL_HOOK__: hook,
    counting: { rendered } satisfies Counting,
  })
}

/** How many components under these elements were rendered again since the last call with the same selector. */
export async function rendersWithin(page: Page, selector: string): Promise<number> {
  return page.evaluate((within) => {
    const { rendered } = (globalThis as unknown as { readonly counting: Counting }).counting
    const found = rendered.filter((element) => element?.closest(within))
    const others = rendered.filter((element) => !found.includes(element))
    rendered.length = 0
    rendered.push(...others)
    return found.length
  }, selector)
}

/** Waits until half a second passes in which nothing under these elements is rendered again. */
export async function settled(page: Page, selector: string): Promise<void> {
  do {
    await page.waitForTimeout(500)
  } while ((await rendersWithin(page, selector)) > 0)
}
