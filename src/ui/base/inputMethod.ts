/** Whose a key is: the input method's, a text field's, or ours. The one place that knows. */

interface KeyLike {
  readonly isComposing: boolean
  readonly keyCode: number
  readonly timeStamp: number
  readonly target: EventTarget | null
}

/** ms; a person cannot press a key of their own so soon after the input method closed. */
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

/** Notes on each field when its last composition ended. Called once, at the front door. */
export function noteCompositions(page: Document): void {
  page.addEventListener('compositionend', ({ target, timeStamp }) => {
    if (target instanceof HTMLElement) target.dataset['composedAt'] = String(timeStamp)
  })
}

/**
 * True where keys are text: a field, or whatever is being edited in place. A field that only
 * waits for text over a selected step or cell (`data-waiting`) leaves the other keys to the commands.
 */
export function isTypingPlace(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.dataset['waiting'] === undefined &&
    (target.isContentEditable || target.closest('input, textarea, select, [role="combobox"]') !== null)
  )
}

/** Below a browser, in a test, there is no HTMLElement to ask for. */
function isElement(target: EventTarget | null): target is HTMLElement {
  return target !== null && 'dataset' in target
}
