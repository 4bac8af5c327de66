import { useState } from 'react'
import { Button } from 'antd'
import { replayScreen as words } from '../../text/screen/replayScreen.ts'
import { setSession } from '../openChart/session.ts'
import type { MonthUse } from './replay.worker.ts'

interface ShowUseProps {
  readonly uses: readonly MonthUse[]
  readonly onShown: () => void
}

/** Puts onto the canvas how the cases went: all of them, or those of a month. */
export function ShowUse({ uses, onShown }: ShowUseProps) {
  const [chosen, setChosen] = useState('')
  const show = () => {
    const found = uses.find(({ month = '' }) => month === chosen) ?? uses[0]!
    setSession({ caseUse: { ...found.use, ...(found.month === undefined ? {} : { month: found.month }) } })
    onShown()
  }
  return (
    <>
      <select aria-label={words.month} value={chosen} onChange={({ target }) => setChosen(target.value)}>
        {uses.map(({ month = '', use }) => (
          <option key={month} value={month}>
            {month === '' ? words.allMonths(use.cases) : words.monthOf(month, use.cases)}
          </option>
        ))}
      </select>
      <Button onClick={show}>{words.showUse}</Button>
    </>
  )
}
