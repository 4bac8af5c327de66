/**
 * A title as part of a file name: what Windows forbids, what turns or hides letters and runs of
 * white space become one space,
 * at most 60 characters, no point or space at the end. Empty where nothing is left.
 */
export function fileTitle(title: string): string {
  return Array.from(title.replaceAll(/[\\/:*?"<>|\s\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ').trim())
    .slice(0, 60)
    .join('')
    .replace(/[. ]+$/, '')
}
