/**
 * Makes a title safe for file names: characters that Windows forbids, bidirectional and invisible
 * characters and runs of white space become one space; at most 60 characters, without a trailing
 * point or space. May return ''.
 */
export function fileTitle(title: string): string {
  return Array.from(title.replaceAll(/[\\/:*?"<>|\s\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ').trim())
    .slice(0, 60)
    .join('')
    .replace(/[. ]+$/, '')
}
