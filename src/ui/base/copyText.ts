/**
 * Copies text to the clipboard. On plain http, where the clipboard API is missing, selects the
 * text in `field` and uses `execCommand`. Returns false if neither works; the text is then
 * selected, so Ctrl+C copies it.
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

/** `execCommand` is deprecated, but the only way without https. */
function copiesSelection(): boolean {
  return document.execCommand('copy')
}
