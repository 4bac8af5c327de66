import { useEffect, useState } from 'react'
import { Alert, Button } from 'antd'
import { phaseBands } from '../../sheet/phaseBands.ts'
import { leastText, neededText, readableFrom, usualDistance } from '../../sheet/readingDistance.ts'
import { legibilityFixes, type LegibilityContext, type LegibilityFix } from '../../sheet/legibilityFixes.ts'
import { posterDialog, sayRepair } from '../../text/screen/poster.ts'
import { exportDialog } from '../../text/screen/exportDialog.ts'
import type { ExportChoice } from './exportChoice.ts'
import { smallestOf, useFit, type ReadySheet } from './useSheet.ts'
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
      {choice.phases && !phaseBands(chart, ready.content.arrangement) && (
        <span className="field-help">{posterDialog.noPhases}</span>
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
  const found = useRepairs(ready, hangs ? forTheWall : forTheHand)
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

const forTheWall = (paper: keyof typeof usualDistance): number => neededText(usualDistance[paper])
const forTheHand = (): number => leastText

/** Found in the worker, by arranging the chart for each page that might help; empty until then. */
function useRepairs(ready: ReadySheet, needed: LegibilityContext['needed']): readonly LegibilityFix[] {
  const fit = useFit()
  const [found, setFound] = useState<{ readonly of: ReadySheet; readonly fixes: readonly LegibilityFix[] }>()
  useEffect(() => {
    const giveUp = new AbortController()
    const { content, page, pageStyle } = ready
    const { edition, view } = content
    void legibilityFixes({
      smallest: smallestOf(ready),
      order: { edition, view, page, pageStyle },
      needed,
      views: ['flow', 'lanes'],
      fit: async (order) => (await fit({ ...order, ...order.page }, null, giveUp.signal)).content,
    }).then(
      (fixes) => setFound({ of: ready, fixes }),
      (error: unknown) => {
        if (!giveUp.signal.aborted) throw error
      },
    )
    return () => giveUp.abort()
  }, [ready, needed, fit])
  return found?.of === ready ? found.fixes : []
}

/** As the remedies were tried: with a direction chosen by hand they might not keep their word. */
const automatic = { direction: null, folds: null } as const

function changeFor(repair: LegibilityFix): Partial<ExportChoice> {
  switch (repair.kind) {
    case 'turned':
    case 'larger':
      return { ...automatic, ...repair.page, parts: 1 }
    case 'view':
      return { ...automatic, view: repair.view, parts: 1 }
    case 'split':
      return { ...automatic, parts: repair.parts }
    case 'tiles':
      return { ...automatic, ...repair.page, parts: 1, purpose: repair.on === 'A4' ? 'tilesA4' : 'tilesA3' }
  }
}
