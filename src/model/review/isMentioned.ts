/** @ in what is said: a person by name or by post. */

/** Shorter names would be found in half of all sentences. */
const shortest = 2

/** Whether `text` calls this person. Chinese has no spaces: `@张三请看` calls 张三. */
export function isMentioned(
  text: string,
  { name, post }: { readonly name: string; readonly post: string },
): boolean {
  return [name, post].some((called) => {
    const wanted = called.trim()
    return wanted.length >= shortest && (text.includes(`@${wanted}`) || text.includes(`＠${wanted}`))
  })
}
