interface KeyLike {
  readonly isComposing: boolean
  readonly keyCode: number
}

/**
 * True while a key belongs to the input method alone. `isComposing` is not enough: some
 * input methods send the confirming Enter after compositionend with keyCode 229.
 */
export function belongsToInputMethod(event: KeyLike): boolean {
  return event.isComposing || event.keyCode === 229
}

/** True where keys are text: a field, or whatever is being edited in place. */
export function isTypingPlace(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, [role="combobox"]') !== null)
  )
}
