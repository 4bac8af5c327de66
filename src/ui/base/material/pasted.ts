/** What the clipboard holds. It may only be asked while its event lasts, so it is asked at once. */
export interface Pasted {
  readonly text: string
  readonly html: string
}

export function pastedFrom(clipboard: DataTransfer): Pasted {
  return { text: clipboard.getData('text/plain'), html: clipboard.getData('text/html') }
}
