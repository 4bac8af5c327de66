import { Button } from 'antd'
import type { Emblem } from '../../sheet/pageStyle.ts'
import { pngDataUri } from '../../sheet/writers/base64.ts'
import { posterDialog } from '../../text/screen/poster.ts'
import { unitDialog } from '../../text/screen/unit.ts'
import { Field } from '../base/fields/Field.tsx'
import { useChart } from '../openChart/chartContext.ts'
import { useToasts } from '../base/toastContext.ts'
import { chosenPicture, emblemOfFile, keepEmblem } from '../base/unit/keptEmblem.ts'
import './EmblemField.css'

interface EmblemFieldProps {
  readonly emblem: Emblem | null
  /** The emblem of 单位设置, if it has one. */
  readonly unitEmblem: Emblem | null
  readonly onEmblem: (emblem: Emblem | null) => void
}

/** 单位标识, left of the title: the unit's own. A chosen file counts once, or is kept if the unit has none. */
export function EmblemField({ emblem, unitEmblem, onEmblem }: EmblemFieldProps) {
  const unit = useChart().header.unit ?? ''
  const { message } = useToasts()
  const use = (chosen: Emblem | null) => {
    onEmblem(chosen)
    if (unitEmblem !== null) return
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
      <div className="emblem-row">
        {emblem && <img className="emblem" src={pngDataUri(emblem.png)} alt="" height="24" />}
        <Button size="small" onClick={choose}>
          {posterDialog.chooseEmblem}
        </Button>
        {unitEmblem && emblem !== unitEmblem && (
          <Button size="small" onClick={() => use(unitEmblem)}>
            {unitDialog.takeUnitEmblem}
          </Button>
        )}
        {emblem && (
          <Button size="small" type="text" onClick={() => use(null)}>
            {posterDialog.removeEmblem}
          </Button>
        )}
      </div>
    </Field>
  )
}
