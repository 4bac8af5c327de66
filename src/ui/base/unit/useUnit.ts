import { useEffect, useState } from 'react'
import type { Unit } from '../../../model/unit/unit.ts'
import { useAppServices } from '../appServices.ts'
import { lastKnownUnit } from './lastKnownUnit.ts'
import { unitNow } from './unitNow.ts'

/** Returns the last known unit at once, then the server's answer. */
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
