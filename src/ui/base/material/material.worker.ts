/** Reads files and texts beside the page. Nothing leaves the browser. */
import { materialFrom, sayFileError, type Material, type MaterialSource } from './material.ts'

export interface MaterialCall {
  readonly source: MaterialSource
  /** New ids begin with it. */
  readonly prefix: string
}

export type MaterialAnswer = { readonly material: Material | undefined } | { readonly refused: string }

addEventListener('message', ({ data: { source, prefix } }: MessageEvent<MaterialCall>) => {
  let made = 0
  const newId = () => `${prefix}${(made += 1).toString(36)}`
  materialFrom(source, newId)
    .then(
      (material): MaterialAnswer => ({ material }),
      (error: unknown): MaterialAnswer => ({ refused: sayFileError(error) }),
    )
    .then((answer) => postMessage(answer))
    // The page hears of errors, not of rejections.
    .catch(reportError)
})
