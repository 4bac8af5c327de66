/** Last year's 一览表 into this year's chart: seen first, row by row, then put in as one edit. */
import { useState } from 'react'
import { Button, Modal } from 'antd'
import type { RiskListReading } from '../../files/registers/readRiskList.ts'
import { readRiskList } from '../../files/registers/readRiskList.ts'
import type { Table } from '../../files/tableSource/table.ts'
import { matchedTo, seedRisks } from '../../model/registers/importRisks.ts'
import { seedText } from '../../text/screen/review.ts'
import { useHouse } from '../base/appServices.ts'
import { useChart, useEdit } from '../openChart/chartContext.ts'
import { useSaying } from '../base/toastContext.ts'
import { useEscape } from '../base/useEscape.ts'
import { SeedPreview } from './SeedPreview.tsx'
import { SeedSource } from './SeedSource.tsx'
import type { Placing } from './seedPlaces.ts'
import { toBePut } from './seedPlaces.ts'

export function SeedDialog({ onClose }: { readonly onClose: () => void }) {
  useEscape(onClose)
  const chart = useChart()
  const edit = useEdit()
  const { newId } = useHouse()
  const { message } = useSaying()
  const [reading, setReading] = useState<RiskListReading | null>(null)
  const [placing, setPlacing] = useState<Placing>({})
  const matches = reading && matchedTo(chart, reading.risks)
  const put = matches ? toBePut(chart, matches, placing) : []
  const take = (table: Table) => {
    setReading(readRiskList(table, chart.grading))
    setPlacing({})
  }
  const seed = () => {
    if (!edit((now) => seedRisks(now, put, newId))) return
    void message.success(seedText.done(put.length))
    onClose()
  }
  return (
    <Modal
      keyboard={false}
      open
      centered
      width={reading === null ? 640 : 1080}
      title={seedText.heading}
      onCancel={onClose}
      footer={
        reading !== null && (
          <div className="dialog-foot">
            <Button onClick={() => setReading(null)}>{seedText.again}</Button>
            <span className="grow" />
            <Button onClick={onClose}>{seedText.cancel}</Button>
            <Button type="primary" disabled={put.length === 0} onClick={seed}>
              {seedText.put(put.length)}
            </Button>
          </div>
        )
      }
    >
      {reading === null || matches === null ? (
        <SeedSource onTable={take} />
      ) : (
        <SeedPreview
          chart={chart}
          reading={reading}
          matches={matches}
          placing={placing}
          onPlacing={setPlacing}
        />
      )}
    </Modal>
  )
}
