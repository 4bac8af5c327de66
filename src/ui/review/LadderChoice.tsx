import { useState } from 'react'
import { ladders } from '../../model/review/ladder.ts'
import { ownLadderText } from '../../text/paper/reviewRecords.ts'
import { ladderText } from '../../text/screen/review.ts'
import { Choice } from '../base/fields/Choice.tsx'
import { OwnLadderForm } from './OwnLadderForm.tsx'
import type { ReviewDesk } from './useReviewDesk.ts'

/** The owner may choose another ladder before the first pass, or make one. */
export function LadderChoice({ desk: { review, why, give } }: { readonly desk: ReviewDesk }) {
  const [making, setMaking] = useState(false)
  const isOwn = ladders.every(({ id }) => id !== review.ladder.id)
  if (ladders.every(({ id }) => why({ kind: 'ladder', ladder: id }) !== undefined)) return null
  const own = isOwn ? [{ value: review.ladder.id, label: review.ladder.name }] : []
  return (
    <>
      <label className="ladder-choice">
        <span className="field-label">{ladderText.choose}</span>
        <Choice
          label={ladderText.choose}
          value={review.ladder.id}
          options={[
            ...ladders.map(({ id, name }) => ({ value: id, label: name })),
            ...own,
            { value: newLadder, label: ownLadderText.own },
          ]}
          onChoose={(ladder) => {
            if (ladder === newLadder) return setMaking(true)
            if (ladder !== undefined && ladder !== review.ladder.id) void give({ kind: 'ladder', ladder })
          }}
        />
      </label>
      {making && (
        <OwnLadderForm
          ladder={review.ladder}
          onUse={async (made) => give({ kind: 'ladder', ladder: 'own', own: made })}
          onDone={() => setMaking(false)}
        />
      )}
    </>
  )
}

/** The choice that opens the form. */
const newLadder = 'make one'
