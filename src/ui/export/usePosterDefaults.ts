/** Default page style of a sheet, from the unit's settings. */
import { useEffect, useState } from 'react'
import { isOwnColours, type OwnColours } from '../../model/unit/ownColours.ts'
import { isOfUnit } from '../../model/unit/newChart.ts'
import type { Emblem } from '../../sheet/pageStyle.ts'
import type { SheetStyle } from '../../sheet/styles.ts'
import { useChart } from '../openChart/chartContext.ts'
import { useUnit } from '../base/unit/useUnit.ts'
import { useUnitEmblem } from '../base/unit/useUnitEmblem.ts'
import type { ExportChoice } from './exportChoice.ts'
import { keptEmblem } from '../base/unit/keptEmblem.ts'

export interface PosterDefaults {
  readonly style: SheetStyle
  readonly emblem: Emblem | null
  /** The value of 单位设置; null if it has none. */
  readonly unitEmblem: Emblem | null
  /** 单位配色 of 单位设置. */
  readonly ownStyle: OwnColours | null
}

/** The chosen value; undefined means the default. */
export type ExportOptions = Omit<ExportChoice, 'style' | 'emblem' | 'unitEmblem' | 'ownStyle'> & {
  readonly style: SheetStyle | undefined
  readonly emblem: Emblem | null | undefined
}

/** A chart of another unit gets no emblem. The emblem kept in this browser is used if the server has none. */
export function usePosterDefaults(): PosterDefaults {
  const { header } = useChart()
  const unit = useUnit()
  const unitEmblem = useUnitEmblem(unit)
  const ownEmblem = useOwnEmblem(header.unit ?? '')
  const ours = isOfUnit(unit, header) ? unitEmblem : null
  return {
    style: unit.style ?? 'plain',
    emblem: ours === undefined ? null : (ours ?? ownEmblem),
    unitEmblem: unitEmblem ?? null,
    ownStyle: unit.style !== undefined && isOwnColours(unit.style) ? unit.style : null,
  }
}

export function chosenAs(wish: ExportOptions, start: PosterDefaults): ExportChoice {
  const { style = start.style, emblem = start.emblem } = wish
  return { ...wish, style, emblem, unitEmblem: start.unitEmblem, ownStyle: start.ownStyle }
}

function useOwnEmblem(unit: string): Emblem | null {
  const [kept, setKept] = useState<Emblem | null>(null)
  useEffect(() => {
    let current = true
    void keptEmblem(unit, localStorage).then((emblem) => {
      if (current) setKept(emblem)
    })
    return () => {
      current = false
    }
  }, [unit])
  return kept
}
