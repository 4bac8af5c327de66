import { useEffect, useState } from 'react'
import type { Unit } from '../../../model/unit/unit.ts'
import { useAppServices } from '../appServices.ts'
import { lastKnownUnit } from './lastKnownUnit.ts'
import { unitNow } from './unitNow.ts'

/** At once what was last known, then what the server says. */
export function useUnit(): Unit {
  const services = useAppServices()
  const [unit, setUnit] = useState(() => lastKnownUnit(localStorage))
  useEffect(() => {
    let here = true
    void unitNow(services).then((found) => {
      if (here) setUnit((before) => (JSON.stringify(before) === JSON.stringify(found) ? before : found))
    })
    return () => {
      here = false
    }
  }, [services])
  return unit
}
