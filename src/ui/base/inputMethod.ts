/** Decides whether a key belongs to the input method, a text field or our commands. */

interface KeyLike {
  readonly isComposing: boolean
  readonly keyCode: number
  readonly timeStamp: number
  readonly target: EventTarget | null
}

/** ms after the end of a composition in which a key is taken as the input method's. */
const sameKeyPress = 30

/**
 * True while a key belongs to the input method alone. `isComposing` is not enough: some
 * input methods send the confirming Enter with keyCode 229, others after compositionend
 * (xyflow #4057, excalidraw #446).
 */
export function belongsToInputMethod(event: KeyLike): boolean {
  if (event.isComposing || event.keyCode === 229) return true
  const composedAt = isElement(event.target) ? Number(event.target.dataset['composedAt']) : Number.NaN
  return event.timeStamp - composedAt < sameKeyPress
}

/** Records for each field when its last composition ended. Called once, in main.tsx. */
export function noteCompositions(page: Document): void {
  page.addEventListener('compositionend', ({ target, timeStamp }) => {
    if (target instanceof HTMLElement) target.dataset['composedAt'] = String(timeStamp)
  })
}

/**
 * True if keys are text here: a field, or an element that is being edited in place. False for a
 * field that waits over a selected step or cell (`data-waiting`), so that commands keep their keys.
 */
export function isTypingPlace(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.dataset['waiting'] === undefined &&
    !isTick(target) &&
    (target.isContentEditable || target.closest('input, textarea, select, [role="combobox"]') !== null)
  )
}

/** A tick box or a choice among several, such as the switch of the view: no text is typed there. */
export function isTick(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && (target.type === 'checkbox' || target.type === 'radio')
}

/** Tests outside a browser have no HTMLElement. */
function isElement(target: EventTarget | null): target is HTMLElement {
  return target !== null && 'dataset' in target
}
