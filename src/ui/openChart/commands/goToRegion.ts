/** The parts of the page that F6 goes through, and what takes the focus in each; the first that is shown. */
const regions = [
  {
    within: '.canvas',
    into: ['.in-place-waiting', '.react-flow__node.selected', '.react-flow__node'],
  },
  { within: '.panel', into: ['input, textarea, select, button, a[href]'] },
  { within: '.toolbar', into: ['input:not([type]), input[type="text"], textarea, button'] },
  { within: '.grid-table', into: ['textarea, input', '[tabindex]', 'button'] },
] as const

/** Moves the focus to another part of the page; from nowhere to the canvas. */
export function goToRegion(which: 'next' | 'previous'): void {
  const at = regions.findIndex(({ within }) => document.activeElement?.closest(within))
  const step = which === 'next' ? 1 : -1
  const from = at < 0 && which === 'previous' ? 0 : at
  for (let steps = 1; steps <= regions.length; steps += 1) {
    const next = regions[(from + steps * step + 2 * regions.length) % regions.length]!
    const field = next.into.map((selector) => shownIn(next.within, selector)).find((each) => each)
    if (!field) continue
    field.focus()
    return
  }
}

function shownIn(within: string, selector: string): HTMLElement | undefined {
  const parts = [...document.querySelectorAll(within)]
  return parts
    .flatMap((part) => [...part.querySelectorAll<HTMLElement>(selector)])
    .find((each) => each.getClientRects().length > 0 && !each.matches(':disabled'))
}
