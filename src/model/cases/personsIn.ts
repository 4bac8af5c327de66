/** The persons that one cell of a case table names: 张三、李四 acted together. 张  三 is one, 张三（代） is 张三. */
export function personsIn(recorded: string): readonly string[] {
  return recorded
    .replaceAll(/[（(][^（()）]*[)）]/g, '')
    .split(/[、，,;；/]/)
    .flatMap((part) => namesIn(part.trim()))
}

/** Blanks part names, but not one that was spread for its looks: a Chinese name has no part of one letter. */
function namesIn(part: string): readonly string[] {
  if (part === '') return []
  if (/^\p{Script=Han}(?:\s+\p{Script=Han}){1,2}$/u.test(part)) return [part.replaceAll(/\s/g, '')]
  return /\p{Script=Han}/u.test(part) ? part.split(/\s+/) : [part]
}
