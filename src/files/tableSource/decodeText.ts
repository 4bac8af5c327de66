/** Decodes text files: UTF-8 with or without BOM, UTF-16 (old Notepad), GB18030 (Excel). Never throws. */

export function decodeText(bytes: Uint8Array): string {
  const marked = new TextDecoder(markOf(bytes) ?? 'utf-8', { fatal: true })
  try {
    return marked.decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

function markOf([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return undefined
}
