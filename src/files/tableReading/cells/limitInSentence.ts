/** A limit in the description of a step: 自受理之日起 20 个工作日内作出决定. Said, as the sentence may mean more. */
import { readTimeLimit } from '../../../model/time/readTimeLimit.ts'
import type { TimeLimit } from '../../../model/time/timeLimit.ts'
import { otherLength, publicName } from '../../../text/recognition/outlineWords.ts'

const length =
  /(?:\d+(?:\.\d+)?|[一二三四五六七八九十百两半]+)\s*个?(?:法定)?(?:工作日|自然日|小时|日|天|周|个?月)(?:以?之?内)?/g
const within = /^(?:.*?)(?:内|不超过|起|之日)/

/** Undefined if no clause, or several of them, say how long the step may take. */
export function limitInSentence(text: string, name: string): TimeLimit | undefined {
  const clauses = text
    .split(/[，。；;\n]/)
    .map((clause) => clause.trim())
    .filter(
      (clause) => clause.match(length)?.length === 1 && (publicName.test(name) || !otherLength.test(clause)),
    )
  const bound = clauses.filter((clause) => within.test(clause) && /内|不超过|起/.test(clause))
  const [only, ...others] = bound.length > 0 ? bound : clauses.filter(() => publicName.test(name))
  if (only === undefined || others.length > 0) return undefined
  const phrase = phraseIn(only)
  const longer = text.split(/[。；;\n]/).find((sentence) => sentence.includes(only) && /延长/.test(sentence))
  const limit = readTimeLimit(
    longer === undefined ? phrase : `${phrase}，${/[^，]*延长.*/.exec(longer)?.[0] ?? ''}`,
  )
  return limit.kind === 'span'
    ? { ...limit, wording: longer === undefined ? phrase : limit.wording }
    : undefined
}

/** From the beginning of the count to the length. */
function phraseIn(clause: string): string {
  const [found = clause] = clause.match(length) ?? []
  const end = clause.indexOf(found) + found.length
  const begin = /(?:自|从|收到|接到)[^自从]{1,24}$/.exec(clause.slice(0, clause.indexOf(found)))
  const bound = /(?:不少于|不得少于|不超过|至少)$/.exec(clause.slice(0, clause.indexOf(found)))
  return clause.slice(begin?.index ?? bound?.index ?? clause.indexOf(found), end)
}
