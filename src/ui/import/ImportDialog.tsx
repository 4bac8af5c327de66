import { useState } from 'react'
import { Button, Modal } from 'antd'
import type { Chart } from '../../model/chart.ts'
import { importDialog } from '../../text/screen.ts'
import { useHouse } from '../house.ts'
import { keepNewChart } from '../room/newChart.ts'
import type { Material } from './material.ts'
import { MaterialPreview } from './MaterialPreview.tsx'
import { NameFields } from './NameFields.tsx'
import { PasteArea } from './PasteArea.tsx'
import { useEscape } from '../useEscape.ts'
import { useSaying } from '../saying.ts'

interface ImportDialogProps {
  readonly material: Material | null
  readonly onClose: () => void
}

/** Paste, see what was understood row by row, then make the chart. Nothing is made before. */
export function ImportDialog({ material: brought, onClose }: ImportDialogProps) {
  useEscape(onClose)
  const house = useHouse()
  const { message } = useSaying()
  const [material, setMaterial] = useState(brought)
  const chart = material?.reading.chart ?? null
  const [names, setNames] = useState<Names | null>(null)
  const shown = names ?? namesOf(material)
  const make = (made: Chart) => {
    const header = {
      ...made.header,
      title: shown.title.trim(),
      ...(shown.unit.trim() ? { unit: shown.unit.trim() } : {}),
    }
    keepNewChart(house, { ...made, header }).catch((error: Error) => void message.error(error.message))
  }
  return (
    <Modal
      keyboard={false}
      open
      width={material === null ? 640 : 1120}
      centered
      title={importDialog.heading}
      onCancel={onClose}
      footer={
        material !== null && (
          <div className="dialog-foot">
            <Button onClick={() => setMaterial(null)}>{importDialog.again}</Button>
            <span className="grow" />
            <Button onClick={onClose}>{importDialog.cancel}</Button>
            <Button type="primary" disabled={chart === null} onClick={() => chart && make(chart)}>
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
          <MaterialPreview material={material} />
        </>
      )}
    </Modal>
  )
}

export interface Names {
  readonly title: string
  readonly unit: string
}

function namesOf(material: Material | null): Names {
  if (!material) return { title: '', unit: '' }
  const { header } = material.reading.chart ?? { header: undefined }
  const fallback = material.name === importDialog.pasted ? importDialog.defaultTitle : material.name
  return { title: header?.title || fallback, unit: header?.unit ?? '' }
}
