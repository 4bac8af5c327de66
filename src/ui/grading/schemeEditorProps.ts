import type { GradingScheme } from '../../model/grading.ts'

/** What the editor of a scheme and each of its three parts take. */
export interface SchemeEditorProps {
  readonly scheme: GradingScheme
  readonly onChange: (scheme: GradingScheme) => void
}
