import { useMemo } from 'react'
import { Alert, Button } from 'antd'
import { leastText, neededText, readableFrom, usualDistance } from '../../sheet/readingDistance.ts'
import { legibilityFixes, type LegibilityFix } from '../../sheet/legibilityFixes.ts'
import type { SheetContent } from '../../sheet/sheetContent.ts'
import { posterDialog, sayRepair } from '../../text/screen/poster.ts'
import { exportDialog } from '../../text/screen/screen.ts'
import type { ExportChoice } from './exportChoice.ts'
import { smallestOf, useContent, type ReadySheet } from './useSheet.ts'
import './SheetWarnings.css'

interface SheetWarningsProps {
  readonly ready: ReadySheet
  readonly choice: ExportChoice
  readonly choose: (change: Partial<ExportChoice>) => void
}

/** Warnings before printing, each with its remedies, simplest first. */
export function SheetWarnings({ ready, choice, choose }: SheetWarningsProps) {
  const { name, chart } = ready.content.edition
  return (
    <>
      <TextSize ready={ready} choice={choice} choose={choose} />
      {choice.parts > 1 && (
        <span className="field-help">
          {ready.sheets.length > 1 ? posterDialog.split(ready.sheets.length) : posterDialog.cannotSplit}
          <Button size="small" type="link" onClick={() => choose({ parts: 1 })}>
            {posterDialog.unsplit}
          </Button>
        </span>
      )}
      {name === 'external' && !chart.header.supervisionPhone && (
        <Alert type="warning" title={exportDialog.noSupervision} />
      )}
    </>
  )
}

/** Minimum text height in mm on a picture (10 px per mm). */
const leastOnPhone = 2.4

function TextSize({ ready, choice, choose }: SheetWarningsProps) {
  const smallest = smallestOf(ready)
  if (choice.purpose === 'wechat')
    return smallest < leastOnPhone ? <span className="field-help">{posterDialog.smallOnPhone}</span> : null
  const { paper } = ready.page
  const distance = usualDistance[paper]
  // Posters are read from a distance; internal papers in the hand.
  const hangs = ready.content.edition.name === 'external' && choice.purpose !== 'word'
  const needed = hangs ? neededText(distance) : leastText
  const mm = smallest.toFixed(1)
  if (smallest >= needed)
    return <span className="field-help">{posterDialog.smallest(mm, readableFrom(smallest).toFixed(1))}</span>
  const words =
    smallest < leastText ? posterDialog.tooSmall(mm) : posterDialog.tooSmallToHang(mm, String(distance))
  return (
    <Alert
      type="warning"
      title={
        <>
          {words}
          {choice.purpose !== 'word' && <Repairs ready={ready} choose={choose} hangs={hangs} />}
        </>
      }
    />
  )
}

interface RepairsProps extends Pick<SheetWarningsProps, 'ready' | 'choose'> {
  readonly hangs: boolean
}

function Repairs({ ready, choose, hangs }: RepairsProps) {
  const { content, page, pageStyle } = ready
  const flow = useContent(content.edition, 'flow')
  const lanes = useContent(content.edition, 'lanes')
  const found = useMemo(() => {
    const isOther = (other: SheetContent | null): other is SheetContent =>
      other !== null && other.view !== content.view
    const needed = hangs
      ? (paper: keyof typeof usualDistance) => neededText(usualDistance[paper])
      : () => leastText
    return legibilityFixes(content, { page, pageStyle, needed, others: [flow, lanes].filter(isOther) })
  }, [content, page, pageStyle, hangs, flow, lanes])
  return (
    <div className="sheet-fixes">
      {found.map((repair) => (
        <Button key={sayRepair(repair)} size="small" onClick={() => choose(changeFor(repair))}>
          {sayRepair(repair)}
        </Button>
      ))}
    </div>
  )
}

function changeFor(repair: LegibilityFix): Partial<ExportChoice> {
  switch (repair.kind) {
    case 'turned':
    case 'larger':
      return { ...repair.page, parts: 1 }
    case 'view':
      return { view: repair.view, parts: 1 }
    case 'split':
      return { parts: repair.parts }
    case 'tiles':
      return { ...repair.page, parts: 1, purpose: repair.on === 'A4' ? 'tilesA4' : 'tilesA3' }
  }
}
