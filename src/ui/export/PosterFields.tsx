import { Checkbox } from 'antd'
import { isPrintableAddress } from '../../sheet/page/qrCode.ts'
import { posterDialog, styleLabel } from '../../text/screen/poster.ts'
import type { StepNumbering } from '../../sheet/pageStyle.ts'
import type { StyleName } from '../../sheet/styles.ts'
import { Choice } from '../base/fields/Choice.tsx'
import { Field } from '../base/fields/Field.tsx'
import { optionsOf } from '../base/fields/optionsOf.ts'
import { TextField } from '../base/fields/TextField.tsx'
import { EmblemField } from './EmblemField.tsx'
import { carries, formatOf, type ExportChoice, type Purpose } from './exportChoice.ts'

interface PosterFieldsProps {
  readonly choice: ExportChoice
  readonly choose: (change: Partial<ExportChoice>) => void
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
            options={optionsOf<StyleName>(styleLabel)}
            onChoose={(style) => style && choose({ style })}
          />
        </Field>
      </div>
      {choice.purpose !== 'word' && choice.purpose !== 'wechat' && (
        <>
          <StepsField choice={choice} choose={choose} />
          <EmblemField
            emblem={choice.emblem}
            unitEmblem={choice.unitEmblem}
            onEmblem={(emblem) => choose({ emblem })}
          />
        </>
      )}
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

/** 依据、文书、材料 stand below internal charts only. */
function StepsField({ choice, choose }: PosterFieldsProps) {
  const looks = optionsOf<StepNumbering>(posterDialog.stepNumberings)
  const isExternal = choice.edition === 'external'
  return (
    <Field label={posterDialog.steps}>
      <Choice
        label={posterDialog.steps}
        value={isExternal && choice.steps === 'noted' ? 'numbered' : choice.steps}
        options={isExternal ? looks.filter(({ value }) => value !== 'noted') : looks}
        onChoose={(steps) => steps && choose({ steps })}
      />
    </Field>
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
