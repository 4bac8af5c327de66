import { useEffect } from 'react'
import { Button } from 'antd'
import type { Emblem } from '../../sheet/dress.ts'
import { pngDataUri } from '../../sheet/out/base64.ts'
import { posterDialog } from '../../text/poster.ts'
import { Field } from '../panels/Field.tsx'
import { useChart } from '../room/chartContext.ts'
import { useSaying } from '../saying.ts'
import { emblemOfFile, keepEmblem, keptEmblem } from './keptEmblem.ts'

interface EmblemFieldProps {
  readonly emblem: Emblem | null
  readonly onEmblem: (emblem: Emblem | null) => void
}

/** 单位标识: left of the title; once chosen, there for every chart of the unit. */
export function EmblemField({ emblem, onEmblem }: EmblemFieldProps) {
  const unit = useChart().header.unit ?? ''
  const { message } = useSaying()
  useEffect(() => {
    let current = true
    void keptEmblem(unit, localStorage).then((kept) => {
      if (current) onEmblem(kept)
    })
    return () => {
      current = false
    }
    // Asked once a unit, whoever listens.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [unit])
  const use = (chosen: Emblem | null) => {
    onEmblem(chosen)
    try {
      keepEmblem(unit, chosen, localStorage)
    } catch {
      void message.warning(posterDialog.emblemNotKept)
    }
  }
  const choose = () =>
    chosenPicture((file) => {
      emblemOfFile(file).then(use, () => void message.error(posterDialog.emblemFailed))
    })
  return (
    <Field label={posterDialog.emblem}>
      <div className="field-row">
        {emblem && <img className="emblem" src={pngDataUri(emblem.png)} alt="" height="24" />}
        <Button size="small" onClick={choose}>
          {posterDialog.chooseEmblem}
        </Button>
        {emblem && (
          <Button size="small" type="text" onClick={() => use(null)}>
            {posterDialog.removeEmblem}
          </Button>
        )}
      </div>
    </Field>
  )
}

function chosenPicture(hand: (file: File) => void): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = 'image/png,image/jpeg,image/svg+xml,image/webp'
  input.addEventListener('change', () => {
    const file = input.files?.[0]
    if (file) hand(file)
  })
  input.click()
}
