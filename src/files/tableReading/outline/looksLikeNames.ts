/** Whether lines without numbers may be names of steps: short, few, without sentences or markup. */
const sentence = /[。！？!?]|[;；]\s*$|[<>{}\\|]|https?:/

export function looksLikeNames(lines: readonly string[]): boolean {
  const words = lines.map((line) => line.trim()).filter((line) => line !== '')
  const odd = words.filter((line) => line.length > 40 || sentence.test(line))
  return words.length > 1 && words.length <= 60 && odd.length <= words.length / 5
}
