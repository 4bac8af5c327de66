/** Several texts in one cell, as our own reader takes them apart; one alone has no number. */
export function numberedText(texts: readonly string[]): string {
  if (texts.length < 2) return texts[0] ?? ''
  if (texts.every((text) => text === '')) return ''
  return texts.map((text, at) => `${at + 1}.${text}`).join('\n')
}
