import { useState } from 'react'
import { Checkbox, Segmented } from 'antd'
import type { FlowDirection } from '../../layout/arrangement.ts'
import type { EditionName, View } from '../../model/chart.ts'
import { whyNoExternal } from '../../model/editions/externalEdition.ts'
import { paperNames } from '../../sheet/papers.ts'
import { exportDialog } from '../../text/screen/exportDialog.ts'
import { exchangeFormatName } from '../../text/paper/exchangeWords.ts'
import { editionName, paperName, viewName } from '../../text/terms.ts'
import { exchangeFormatNames } from '../../exchange/exchangeFile.ts'
import { Choice } from '../base/fields/Choice.tsx'
import { Field } from '../base/fields/Field.tsx'
import { optionsOf } from '../base/fields/optionsOf.ts'
import { useChart } from '../openChart/chartContext.ts'
import type { ExportAim, ExportChoice, ExportFormat } from './exportChoice.ts'
import { aimFormats, formatOf, tilePaperOf } from './exportChoice.ts'
import { PosterFields } from './PosterFields.tsx'

const formats: readonly { readonly value: ExportFormat; readonly label: string }[] = [
  ...(['png', 'pdf', 'svg', 'svgOutlined', 'json', 'txt'] as const).map((value) => ({
    value,
    label: exportDialog[value],
  })),
  ...exchangeFormatNames.map((value) => ({ value, label: exchangeFormatName[value] })),
]
/** A tiled poster is always one PDF. */
const tiledFormats = formats.filter(({ value }) => value === 'pdf')
const papers = paperNames.map((value) => ({ value, label: paperName(value) }))

interface ChoicesProps {
  readonly choice: ExportChoice
  readonly choose: (change: Partial<ExportChoice>) => void
}

export function Choices({ choice, choose }: ChoicesProps) {
  const refusal = whyNoExternal(useChart())
  const editions = optionsOf<EditionName>(editionName).map((option) => ({
    ...option,
    disabled: option.value === 'external' && refusal !== undefined,
  }))
  return (
    <>
      <Field label={exportDialog.edition}>
        <Segmented
          block
          value={choice.edition}
          options={editions}
          onChange={(edition) => choose({ edition })}
        />
      </Field>
      {choice.edition === 'external' && (
        <Checkbox
          checked={choice.disclosed}
          onChange={(event) => choose({ disclosed: event.target.checked })}
        >
          {exportDialog.disclose}
        </Checkbox>
      )}
      <FormatChoices choice={choice} choose={choose} />
      <Field label={exportDialog.view}>
        <Segmented
          block
          value={choice.view}
          options={optionsOf<View>(viewName)}
          onChange={(view) => choose({ view })}
        />
      </Field>
      <PaperChoices choice={choice} choose={choose} />
      {choice.view !== 'columns' && <ArrangementChoices choice={choice} choose={choose} />}
      {choice.view === 'lanes' && (
        <Checkbox
          checked={choice.listedLanes}
          onChange={(event) => choose({ listedLanes: event.target.checked })}
        >
          {exportDialog.listedLanes}
        </Checkbox>
      )}
      <PosterFields choice={choice} choose={choose} />
    </>
  )
}

/** What for, and the formats that fit. */
function FormatChoices({ choice, choose }: ChoicesProps) {
  const [aim, setAim] = useState<ExportAim>()
  const isTiled = tilePaperOf(choice.purpose) !== undefined
  const fitting: readonly ExportFormat[] =
    aim === undefined ? formats.map(({ value }) => value) : aimFormats[aim]
  const aimed = (next: ExportAim | undefined) => {
    setAim(next)
    if (next && !(aimFormats[next] as readonly ExportFormat[]).includes(choice.format))
      choose({ format: aimFormats[next][0] })
  }
  return (
    <div className="field-row">
      <Field label={exportDialog.aim}>
        <Choice
          label={exportDialog.aim}
          value={aim}
          options={optionsOf<ExportAim>(exportDialog.aims)}
          none={exportDialog.anyAim}
          onChoose={aimed}
        />
      </Field>
      <Field label={exportDialog.format}>
        <Choice
          label={exportDialog.format}
          value={formatOf(choice)}
          options={isTiled ? tiledFormats : formats.filter(({ value }) => fitting.includes(value))}
          onChoose={(format) => format && choose({ format })}
        />
      </Field>
    </div>
  )
}

const turns = { auto: null, portrait: false, landscape: true } as const
type Turn = keyof typeof turns

function PaperChoices({ choice, choose }: ChoicesProps) {
  const { paper, landscape } = choice
  const turn: Turn = landscape === null ? 'auto' : landscape ? 'landscape' : 'portrait'
  return (
    <div className="field-row">
      <Field label={exportDialog.paper}>
        <Choice
          label={exportDialog.paper}
          value={paper}
          options={papers}
          onChoose={(chosen) => chosen && choose({ paper: chosen })}
        />
      </Field>
      <Field label={exportDialog.orientation}>
        <Segmented
          block
          value={turn}
          options={optionsOf<Turn>(exportDialog.turns)}
          onChange={(chosen) => choose({ landscape: turns[chosen] })}
        />
      </Field>
    </div>
  )
}

const directions = optionsOf<FlowDirection>(exportDialog.directions)
const folds = optionsOf<'1' | '2' | '3'>(exportDialog.folds)

/** How the chart is laid on its page; a split runs down, whole. */
function ArrangementChoices({ choice, choose }: ChoicesProps) {
  if (choice.parts > 1) return null
  return (
    <div className="field-row">
      <Field label={exportDialog.direction}>
        <Choice
          label={exportDialog.direction}
          value={choice.direction ?? undefined}
          options={directions}
          none={exportDialog.automatic}
          onChoose={(direction) => choose({ direction: direction ?? null })}
        />
      </Field>
      {choice.view === 'flow' && (
        <Field label={exportDialog.fold}>
          <Choice
            label={exportDialog.fold}
            value={folds.find(({ value }) => Number(value) === choice.folds)?.value}
            options={folds}
            none={exportDialog.automatic}
            onChoose={(count) => choose({ folds: count === undefined ? null : Number(count) })}
          />
        </Field>
      )}
    </div>
  )
}
