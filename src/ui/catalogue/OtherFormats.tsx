import { Checkbox } from 'antd'
import { exchangeFormats } from '../../exchange/exchangeFile.ts'
import { exchangeFormatName, notCarried, type NotCarried } from '../../text/paper/exchangeWords.ts'
import { batchText as text } from '../../text/screen/catalogue.ts'
import type { BatchWish } from './exportedChart.ts'

/** What offices work on with: the formats for engines and wikis are on the command line. */
const formats = ['docx', 'pptx', 'xlsx', 'drawio', 'vsdx', 'bpmn'] as const
const options = formats.map((value) => ({ value, label: exchangeFormatName[value] }))

interface OtherFormatsProps {
  readonly wish: BatchWish
  readonly onWish: (wish: BatchWish) => void
}

/** Files of other programs, and what they may not hold, before they are made. */
export function OtherFormats({ wish, onWish }: OtherFormatsProps) {
  const left = [
    ...new Set(wish.others.flatMap((format): readonly NotCarried[] => exchangeFormats[format].leaves)),
  ]
  return (
    <>
      <Checkbox.Group
        aria-label={text.others}
        options={options}
        value={[...wish.others]}
        onChange={(others) => onWish({ ...wish, others })}
      />
      {left.length > 0 && <p className="field-help">{text.leaves(left.map((what) => notCarried[what]))}</p>}
    </>
  )
}
