import type { MarkKind } from '../../model/review/mark.ts'
import { markKindName, marksText, markStateName } from '../../text/screen/review.ts'
import { Choice } from '../base/fields/Choice.tsx'
import { optionsOf } from '../base/fields/optionsOf.ts'
import type { ShownState } from './markFilter.ts'

interface Shown {
  readonly state: ShownState | undefined
  readonly kind: MarkKind | undefined
}

interface MarkChoicesProps {
  readonly shown: Shown
  readonly onShow: (change: Partial<Shown>) => void
}

const states: readonly { readonly value: ShownState; readonly label: string }[] = [
  { value: 'unsettled', label: marksText.unsettled },
  ...optionsOf(markStateName),
]
const kinds = optionsOf(markKindName)

/** Filters of marks, for one chart and for the working list. */
export function MarkChoices({ shown, onShow }: MarkChoicesProps) {
  return (
    <>
      <Choice
        label={marksText.filterState}
        none={marksText.anyState}
        value={shown.state}
        options={states}
        onChoose={(state) => onShow({ state })}
      />
      <Choice
        label={marksText.filterKind}
        none={marksText.anyKind}
        value={shown.kind}
        options={kinds}
        onChoose={(kind) => onShow({ kind })}
      />
    </>
  )
}
