/**
 * Branches in a text of arrows: 材料是否齐全？→（是）审批→发证 →（否）补正. A piece that begins with an
 * answer in brackets hangs on the last question before it; what stood before it ends there.
 */
import { endWords } from '../../../text/recognition/headings.ts'
import { branchAnswer, branchQuestion, conditionFirst } from '../../../text/recognition/outlineWords.ts'

export interface ChainPiece {
  readonly text: string
  /** Cell of the column 下一步; undefined where the next piece follows. */
  readonly next: string | undefined
}

export function chainBranches(texts: readonly string[]): readonly ChainPiece[] {
  const pieces = texts.map((text) => {
    const { answer, plain, rest = text } = branchAnswer.exec(text)?.groups ?? {}
    return { text: rest, answer: answer ?? plain }
  })
  const next = new Map<number, string[]>()
  const asked = new Map<number, number>()
  pieces.forEach(({ answer }, at) => {
    if (answer === undefined) return
    const question = lastQuestion(texts, at)
    if (question < 0) return
    asked.set(at, question)
    next.set(question, [...(next.get(question) ?? []), `${answer}→${at + 1}`])
    if (at - 1 !== question) next.set(at - 1, [...(next.get(at - 1) ?? []), ''])
  })
  const conditions = texts.map((text) => conditionFirst.exec(text)?.groups)
  for (const [at, groups] of conditions.entries()) {
    if (at === 0 || groups === undefined || asked.has(at) || next.has(at - 1)) continue
    next.set(at - 1, [`${groups['condition']}→${at + 1}`])
  }
  return pieces.map(({ text }, at) => ({
    text: asked.has(at) ? text : ((at > 0 ? conditions[at]?.['rest'] : undefined) ?? texts[at]!),
    next: next.has(at)
      ? next
          .get(at)!
          .filter((way) => way !== '')
          .join('；') || endWords[0]
      : undefined,
  }))
}

/** -1 where none stands before. */
function lastQuestion(texts: readonly string[], before: number): number {
  for (let at = before - 1; at >= 0; at -= 1) if (branchQuestion.test(texts[at]!)) return at
  return -1
}
