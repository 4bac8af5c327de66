import { dataKeys, exchangeWords as words } from '../text/paper/exchangeWords.ts'
import { parallelName } from '../text/terms.ts'
import { numberedText } from './numberedText.ts'
import type { PlainScene, PlainStep } from './plainScene.ts'

/** What a step says beyond its box, as data of its figure; our own reader knows the names. */
export function stepData(
  { name, note, risks, ...step }: PlainStep,
  { edition }: PlainScene,
): { readonly [key: string]: string } {
  const graded = risks.map(({ text, level }) => (level === undefined ? text : words.graded(text, level)))
  const listed: readonly (readonly [string, readonly string[]])[] = [
    [dataKeys.phase, step.phase === undefined ? [] : [step.phase]],
    [dataKeys.parallel, step.parallel ? [parallelName[step.parallel]] : []],
    [dataKeys.basis, step.basis],
    [dataKeys.materials, step.materials],
    [dataKeys.documents, step.documents],
    [dataKeys.note, edition === 'internal' && note !== undefined ? [note] : []],
  ]
  const numberedLists: readonly (readonly [string, readonly string[]])[] = [
    [dataKeys.risks, graded],
    [dataKeys.measures, risks.map(({ measures }) => measures.join('；'))],
  ]
  const said = [
    ...listed.map(([key, texts]) => [key, texts.join('；')] as const),
    ...numberedLists.map(([key, texts]) => [key, numberedText(texts)] as const),
  ]
  return { [dataKeys.name]: name, ...Object.fromEntries(said.filter(([, text]) => text !== '')) }
}
