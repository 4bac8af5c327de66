import { useMemo, useState } from 'react'
import { Button, Modal } from 'antd'
import { proposedRoles, withRoles } from '../../files/documentReading/proposedRoles.ts'
import type { Chart } from '../../model/chart.ts'
import { newChartInUnit, withUnitDefaults } from '../../model/unit/newChart.ts'
import type { Unit } from '../../model/unit/unit.ts'
import { importDialog } from '../../text/screen/importDialog.ts'
import { useAppServices } from '../base/appServices.ts'
import { keepNewChart } from '../openChart/keepNewChart.ts'
import type { Material } from '../base/material/material.ts'
import { MaterialPreview } from './MaterialPreview.tsx'
import { NameFields, type ChartNames } from './NameFields.tsx'
import { RolesProposal } from './RolesProposal.tsx'
import { PasteArea } from './PasteArea.tsx'
import { useEscape } from '../base/useEscape.ts'
import { sayNotKept } from '../base/sayNotKept.ts'
import { useToasts } from '../base/toastContext.ts'
import { unitForNew } from '../base/unit/unitNow.ts'
import { useDocumentChoices } from './useDocumentChoices.ts'
import { useUnit } from '../base/unit/useUnit.ts'

interface ImportDialogProps {
  readonly material: Material | null
  readonly onClose: () => void
}

/** Import: paste, preview row by row, then create the chart. */
export function ImportDialog({ material: brought, onClose }: ImportDialogProps) {
  useEscape(onClose)
  const [material, setMaterial] = useState(brought)
  const choices = useDocumentChoices(material, useAppServices().newId)
  const chart = (choices?.flow.reading ?? material?.reading)?.chart ?? null
  const [names, setNames] = useState<ChartNames | null>(null)
  const roles = useRoles(material, chart)
  const [adopted, setAdopted] = useState(false)
  const whole = chart && roles && adopted ? withRoles(chart, roles) : chart
  const proposed = namesOf(material, chart, useUnit())
  const shown = names ?? proposed
  const { making, make } = useMaking()
  return (
    <Modal
      keyboard={false}
      open
      width={material === null ? 640 : 1280}
      centered
      title={importDialog.heading}
      onCancel={onClose}
      footer={
        material !== null && (
          <div className="dialog-foot">
            <Button onClick={() => setMaterial(null)}>{importDialog.again}</Button>
            <span className="grow" />
            <Button onClick={onClose}>{importDialog.cancel}</Button>
            <Button
              type="primary"
              autoFocus
              disabled={chart === null}
              loading={making}
              onClick={() =>
                whole && material && make({ chart: whole, kind: material.kind, shown, proposed })
              }
            >
              {importDialog.make}
            </Button>
          </div>
        )
      }
    >
      {material === null ? (
        <PasteArea
          onMaterial={(next) => {
            setMaterial(next)
            setNames(null)
          }}
        />
      ) : (
        <>
          <NameFields names={shown} onNames={setNames} />
          {roles && <RolesProposal proposed={roles} adopted={adopted} onAdopted={setAdopted} />}
          <MaterialPreview material={material} choices={choices} />
        </>
      )}
    </Modal>
  )
}

/** Of what is read; a chart file says itself what it holds. */
function useRoles(material: Material | null, chart: Chart | null) {
  const isRead = material !== null && material.kind !== 'chart'
  return useMemo(() => (isRead && chart ? proposedRoles(chart) : undefined), [isRead, chart])
}

interface Order {
  readonly chart: Chart
  readonly kind: Material['kind']
  readonly shown: ChartNames
  /** The proposed value, before the person edits it. */
  readonly proposed: ChartNames
}

function useMaking() {
  const services = useAppServices()
  const { message } = useToasts()
  const [making, setMaking] = useState(false)
  const make = ({ chart, kind, shown, proposed }: Order) => {
    setMaking(true)
    const { unit: _written, ...header } = chart.header
    const unit = shown.unit.trim()
    const named = { ...chart, header: { ...header, title: shown.title.trim(), ...(unit && { unit }) } }
    const kept = async () => {
      // A chart file is kept as it is; a table or a drawing gets the unit's values.
      if (kind === 'chart') return keepNewChart(services, named)
      const begun = shown.unit === proposed.unit ? newChartInUnit : withUnitDefaults
      return keepNewChart(services, begun(await unitForNew(services), named))
    }
    kept().catch((error: unknown) => {
      setMaking(false)
      void message.error({ content: sayNotKept(error), duration: 8 })
    })
  }
  return { making, make }
}

/** The unit's own name if the table has none; it can be edited. */
function namesOf(material: Material | null, chart: Chart | null, own: Unit): ChartNames {
  if (!material) return { title: '', unit: '' }
  const { header } = chart ?? { header: undefined }
  const fallback = material.name === importDialog.pasted ? importDialog.defaultTitle : material.name
  const unit = header?.unit ?? (material.kind === 'chart' ? undefined : own.name)
  return { title: header?.title || fallback, unit: unit ?? '' }
}
