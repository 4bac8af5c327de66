/**
 * A title as part of a file name: what Windows forbids and runs of white space become one space,
 * at most 60 characters, no point or space at the end. Empty where nothing is left.
 */
export function fileTitle(title: string): string {
  return Array.from(title.replaceAll(/[\\/:*?"<>|\s\p{Cc}]+/gu, ' ').trim())
    .slice(0, 60)
    .join('')
    .replace(/[. ]+$/, '')
}
