import type { GradingScheme } from '../../model/grading.ts'

/** Props of the scheme editor and its three parts. */
export interface SchemeEditorProps {
  readonly scheme: GradingScheme
  readonly onChange: (scheme: GradingScheme) => void
}
