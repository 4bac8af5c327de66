import { Checkbox } from 'antd'
import { phasesOf } from '../../model/phases.ts'
import { isPrintableAddress } from '../../sheet/page/qrCode.ts'
import { ownStyleLabel, posterDialog, styleLabel } from '../../text/screen/poster.ts'
import type { SheetStyle } from '../../sheet/styles.ts'
import { Choice } from '../base/fields/Choice.tsx'
import { Field } from '../base/fields/Field.tsx'
import { StepsField } from '../base/fields/StepsField.tsx'
import { optionsOf } from '../base/fields/optionsOf.ts'
import { TextField } from '../base/fields/TextField.tsx'
import { useChart } from '../openChart/chartContext.ts'
import { EmblemField } from './EmblemField.tsx'
import { carries, formatOf, type ExportChoice, type Purpose } from './exportChoice.ts'

interface PosterFieldsProps {
  readonly choice: ExportChoice
  readonly choose: (change: Partial<ExportChoice>) => void
}

/** A picture in a text or a chat: without notes, emblem and phases. */
const isPictureFor = ({ purpose }: ExportChoice): boolean => purpose === 'word' || purpose === 'wechat'

function ownOption({ ownStyle }: ExportChoice) {
  return ownStyle === null ? [] : [{ value: ownStyle, label: ownStyleLabel }]
}

/** Purpose and page style of a sheet. */
export function PosterFields({ choice, choose }: PosterFieldsProps) {
  const internal = choice.edition === 'internal'
  const format = formatOf(choice)
  const isPicture = format === 'png' || format === 'svg' || format === 'svgOutlined'
  return (
    <>
      <div className="field-row">
        <Field label={posterDialog.purpose}>
          <Choice
            label={posterDialog.purpose}
            value={choice.purpose}
            options={optionsOf<Purpose>(posterDialog.purposes)}
            onChoose={(purpose) => purpose && choose({ purpose, parts: 1 })}
          />
        </Field>
        <Field label={posterDialog.style}>
          <Choice
            label={posterDialog.style}
            value={choice.style}
            options={[...optionsOf<SheetStyle>(styleLabel), ...ownOption(choice)]}
            onChoose={(style) => style && choose({ style })}
          />
        </Field>
      </div>
      <StepsField
        isExternal={!internal || isPictureFor(choice)}
        steps={choice.steps}
        onChoose={(steps) => choose({ steps })}
      />
      {!isPictureFor(choice) && <PageFields choice={choice} choose={choose} />}
      {internal ? (
        <Checkbox
          checked={choice.watermark}
          onChange={(event) => choose({ watermark: event.target.checked })}
        >
          {posterDialog.watermark}
        </Checkbox>
      ) : (
        <AddressField choice={choice} choose={choose} />
      )}
      {isPicture && (
        <Checkbox checked={carries(choice)} onChange={(event) => choose({ carry: event.target.checked })}>
          {internal ? posterDialog.carryInternal : posterDialog.carryPublic}
        </Checkbox>
      )}
    </>
  )
}

/** What a whole page alone has. */
function PageFields({ choice, choose }: PosterFieldsProps) {
  const hasPhases = phasesOf(useChart()) !== null
  return (
    <>
      {hasPhases && (
        <Checkbox checked={choice.phases} onChange={(event) => choose({ phases: event.target.checked })}>
          {posterDialog.phases}
        </Checkbox>
      )}
      <EmblemField
        emblem={choice.emblem}
        unitEmblem={choice.unitEmblem}
        onEmblem={(emblem) => choose({ emblem })}
      />
    </>
  )
}

function AddressField({ choice, choose }: PosterFieldsProps) {
  const wrong = choice.address !== '' && !isPrintableAddress(choice.address)
  return (
    <Field label={posterDialog.address} help={wrong ? posterDialog.addressWrong : posterDialog.addressHint}>
      <TextField
        label={posterDialog.address}
        value={choice.address}
        onCommit={(address) => {
          choose({ address })
          return true
        }}
      />
    </Field>
  )
}
