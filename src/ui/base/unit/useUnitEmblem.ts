import { useEffect, useState } from 'react'
import type { Unit } from '../../../model/unit/unit.ts'
import type { Emblem } from '../../../sheet/pageStyle.ts'
import { unitEmblem } from './unitEmblem.ts'
import { useApi } from '../appServices.ts'

/** Undefined while loading; null if there is none. */
export function useUnitEmblem(unit: Unit): Emblem | null | undefined {
  const server = useApi().unit
  const [found, setFound] = useState<{ readonly unit: Unit; readonly emblem: Emblem | null }>()
  useEffect(() => {
    let here = true
    void unitEmblem(unit, server).then((emblem) => {
      if (here) setFound({ unit, emblem })
    })
    return () => {
      here = false
    }
  }, [unit, server])
  return found?.unit === unit ? found.emblem : undefined
}
