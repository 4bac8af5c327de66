/** Keeps the second click of a double click from acting again, or on what came under the pointer meanwhile. */

const acting = 'button, [role="button"], [role="menuitem"], [role="option"], summary'

/** Where quick clicks are meant: zoom, pages, months, steps of numbers, undo. */
const repeating =
  '[data-repeats], .react-flow__controls, .ant-pagination, .ant-picker-dropdown, .ant-input-number'

/** Called once, in main.tsx. */
export function actOncePerDoubleClick(page: Document): void {
  page.addEventListener(
    'click',
    (event) => {
      if (!isSecondAct(event.detail, event.target)) return
      event.preventDefault()
      event.stopImmediatePropagation()
    },
    true,
  )
}

interface Within {
  readonly closest: (selector: string) => unknown
}

/** `clicks`: the count of clicks at this place, as the browser counts them. */
export function isSecondAct(clicks: number, target: EventTarget | Within | null): boolean {
  if (clicks < 2 || target === null || !('closest' in target)) return false
  return target.closest(acting) !== null && target.closest(repeating) === null
}
