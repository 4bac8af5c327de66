/** A file to download, with the name under which the browser saves it. */
export interface ExportedFile {
  readonly name: string
  readonly blob: Blob
}

/** Hands a file to the browser's downloads. */
export function download({ name, blob }: ExportedFile): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
