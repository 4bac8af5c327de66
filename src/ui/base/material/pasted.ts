/** Clipboard content. Must be read synchronously: it is available only during its event. */
export interface Pasted {
  readonly text: string
  readonly html: string
}

/** Reads text and HTML of a paste event. */
export function pastedFrom(clipboard: DataTransfer): Pasted {
  return { text: clipboard.getData('text/plain'), html: clipboard.getData('text/html') }
}
