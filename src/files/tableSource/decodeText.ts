/** Decodes text files: UTF-8 with or without BOM, UTF-16 (old Notepad), GB18030 (Excel). Never throws. */

export function decodeText(bytes: Uint8Array): string {
  const marked = new TextDecoder(markOf(bytes) ?? unmarkedUtf16(bytes) ?? 'utf-8', { fatal: true })
  try {
    return marked.decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** Bytes that are looked at, and the share of usual characters that tells. */
const looked = 4_000
const mostlyUsual = 0.9

/** UTF-16 without a mark: other encodings have no zero bytes in text, and read as UTF-16 give rare signs. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, looked - (looked % 2))
  if (bytes.length % 2 !== 0 || !head.includes(0)) return undefined
  return ['utf-16le', 'utf-16be'].find((encoding) => {
    const text = new TextDecoder(encoding).decode(head)
    const usual =
      text.match(/[\t\r\n -~\u2010-\u2049\u2460-\u2473\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g)?.length ?? 0
    return usual >= text.length * mostlyUsual
  })
}

function markOf([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return undefined
}
