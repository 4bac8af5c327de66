/**
 * Puts text on the clipboard; on plain http, where the browser hands out no clipboard, by
 * the selection of `field`. False where neither is allowed: the text is then selected, and
 * Ctrl+C does it.
 */
export async function copyText(text: string, field: HTMLInputElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    field.focus()
    field.select()
    return copiesSelection()
  }
}

/** Deprecated, and the only way there is without https. */
function copiesSelection(): boolean {
  return document.execCommand('copy')
}
