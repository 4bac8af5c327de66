import { Checkbox, Segmented } from 'antd'
import type { EditionName, View } from '../../model/chart.ts'
import { whyNoExternal } from '../../model/editions/externalEdition.ts'
import type { Page } from '../../sheet/papers.ts'
import { paperNames } from '../../sheet/papers.ts'
import { exportDialog } from '../../text/screen/screen.ts'
import { editionName, paperName, viewName } from '../../text/terms.ts'
import { Choice } from '../base/fields/Choice.tsx'
import { Field } from '../base/fields/Field.tsx'
import { optionsOf } from '../base/fields/optionsOf.ts'
import { useChart } from '../openChart/chartContext.ts'
import type { ExportChoice } from './exportChoice.ts'
import { formatOf, tilePaperOf } from './exportChoice.ts'
import { PosterFields } from './PosterFields.tsx'

const formats = (['png', 'pdf', 'svg', 'svgOutlined', 'json', 'txt'] as const).map((value) => ({
  value,
  label: exportDialog[value],
}))
/** A tiled poster is always one PDF. */
const tiledFormats = formats.filter(({ value }) => value === 'pdf')
const papers = paperNames.map((value) => ({ value, label: paperName(value) }))

interface ChoicesProps {
  readonly choice: ExportChoice
  /** The current choice. */
  readonly page: Page
  readonly choose: (change: Partial<ExportChoice>) => void
}

export function Choices({ choice, page, choose }: ChoicesProps) {
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
      <Field label={exportDialog.view}>
        <Segmented
          block
          value={choice.view}
          options={optionsOf<View>(viewName)}
          onChange={(view) => choose({ view })}
        />
      </Field>
      <PaperChoices page={page} choose={choose} />
      <PosterFields choice={choice} choose={choose} />
      <Field label={exportDialog.format}>
        <Choice
          label={exportDialog.format}
          value={formatOf(choice)}
          options={tilePaperOf(choice.purpose) === undefined ? formats : tiledFormats}
          onChoose={(format) => format && choose({ format })}
        />
      </Field>
    </>
  )
}

function PaperChoices({ page, choose }: Pick<ChoicesProps, 'page' | 'choose'>) {
  return (
    <div className="field-row">
      <Field label={exportDialog.paper}>
        <Choice
          label={exportDialog.paper}
          value={page.paper}
          options={papers}
          onChoose={(paper) => paper && choose({ paper })}
        />
      </Field>
      <Field label={exportDialog.orientation}>
        <Segmented
          block
          value={page.landscape ? 'landscape' : 'portrait'}
          options={[
            { value: 'portrait', label: exportDialog.portrait },
            { value: 'landscape', label: exportDialog.landscape },
          ]}
          onChange={(turn) => choose({ landscape: turn === 'landscape' })}
        />
      </Field>
    </div>
  )
}
