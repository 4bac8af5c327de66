/** Imports last year's 一览表 into the chart: preview by row, then one edit. */
import { useState } from 'react'
import { Button, Modal } from 'antd'
import type { RiskListReading } from '../../files/registers/readRiskList.ts'
import { readRiskList } from '../../files/registers/readRiskList.ts'
import type { Table } from '../../files/tableSource/table.ts'
import { matchedTo, importRisks } from '../../model/registers/importRisks.ts'
import { importRisksText } from '../../text/screen/review.ts'
import { useAppServices } from '../base/appServices.ts'
import { useChart, useEdit } from '../openChart/chartContext.ts'
import { useToasts } from '../base/toastContext.ts'
import { useEscape } from '../base/useEscape.ts'
import { RiskPreview } from './RiskPreview.tsx'
import { RiskTableSource } from './RiskTableSource.tsx'
import type { Placing } from './riskPlaces.ts'
import { toBePut } from './riskPlaces.ts'

export function ImportRisksDialog({ onClose }: { readonly onClose: () => void }) {
  useEscape(onClose)
  const chart = useChart()
  const edit = useEdit()
  const { newId } = useAppServices()
  const { message } = useToasts()
  const [reading, setReading] = useState<RiskListReading | null>(null)
  const [placing, setPlacing] = useState<Placing>({})
  const matches = reading && matchedTo(chart, reading.risks)
  const put = matches ? toBePut(chart, matches, placing) : []
  const take = (table: Table) => {
    setReading(readRiskList(table, chart.grading))
    setPlacing({})
  }
  const putRisks = () => {
    if (!edit((now) => importRisks(now, put, newId))) return
    void message.success(importRisksText.done(put.length))
    onClose()
  }
  return (
    <Modal
      keyboard={false}
      open
      centered
      width={reading === null ? 640 : 1080}
      title={importRisksText.heading}
      onCancel={onClose}
      footer={
        reading !== null && (
          <div className="dialog-foot">
            <Button onClick={() => setReading(null)}>{importRisksText.again}</Button>
            <span className="grow" />
            <Button onClick={onClose}>{importRisksText.cancel}</Button>
            <Button type="primary" disabled={put.length === 0} onClick={putRisks}>
              {importRisksText.put(put.length)}
            </Button>
          </div>
        )
      }
    >
      {reading === null || matches === null ? (
        <RiskTableSource onTable={take} />
      ) : (
        <RiskPreview
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
