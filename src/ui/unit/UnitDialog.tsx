/**
 * 单位设置, for administrators: defaults for all charts. Sends only changed fields, so that concurrent
 * edits of different fields both survive.
 */
import { useCallback, useState } from 'react'
import { Alert, Button, Modal, Spin } from 'antd'
import type { CatalogueChart } from '../../model/catalogue/row.ts'
import type { Unit } from '../../model/unit/unit.ts'
import { serverTrouble } from '../../text/screen/serverTrouble.ts'
import { unitDialog as text, unitFieldName } from '../../text/screen/unit.ts'
import { sayUnitProblem } from '../../text/messages/unitProblems.ts'
import { useToasts } from '../base/toastContext.ts'
import { sayServerError } from '../base/api/httpClient.ts'
import { useRequest } from '../base/api/useRequest.ts'
import { useEscape } from '../base/useEscape.ts'
import { keepUnit } from '../base/unit/lastKnownUnit.ts'
import { draftProblems, drafted, isChanged, withChange, type UnitDraft } from './unitDraft.ts'
import { UnitFields } from './UnitFields.tsx'
import { UnitGrading } from './UnitGrading.tsx'
import type { UnitChanges } from '../base/api/unitApi.ts'
import { useApi } from '../base/appServices.ts'
import './UnitDialog.css'

interface UnitDialogProps {
  /** The charts whose scheme can become the unit's. */
  readonly charts: readonly CatalogueChart[]
  readonly onClose: () => void
}

export function UnitDialog({ charts, onClose }: UnitDialogProps) {
  useEscape(onClose)
  const server = useApi().unit
  const [asked, again] = useRequest(useCallback(async () => server.read(), [server]))
  return (
    <Modal keyboard={false} open centered width={860} title={text.heading} footer={null} onCancel={onClose}>
      {asked.state === 'loading' && (
        <div className="waiting">
          <Spin /> {text.loading}
        </div>
      )}
      {asked.state === 'failed' && (
        <Alert
          type="warning"
          showIcon
          title={asked.words}
          action={<Button onClick={again}>{serverTrouble.again}</Button>}
        />
      )}
      {asked.state === 'loaded' && <UnitForm read={asked.value} charts={charts} onClose={onClose} />}
    </Modal>
  )
}

interface UnitFormProps extends UnitDialogProps {
  readonly read: Unit
}

function UnitForm({ read, charts, onClose }: UnitFormProps) {
  const [draft, setDraft] = useState<UnitDraft>({ read, changes: {} })
  const { message } = useToasts()
  const { saving, save } = useSaving(onClose)
  const change = (changes: UnitChanges) => setDraft((before) => withChange(before, changes))
  const unit = drafted(draft)
  const problems = draftProblems(draft)
  // Never disabled: a field commits on blur, which the click on this button causes.
  const done = () => {
    const [first] = problems
    if (first) return void message.warning(text.wrong(unitFieldName[first[0]], sayUnitProblem(first[1])))
    if (isChanged(draft)) return save(draft.changes)
    onClose()
  }
  return (
    <div className="unit">
      <p className="field-help">{text.lead}</p>
      <UnitFields read={read} unit={unit} changes={draft.changes} problems={problems} onChange={change} />
      <UnitGrading
        grading={unit.grading}
        problems={problems}
        charts={charts}
        onGrading={(grading) => change({ grading: grading ?? null })}
      />
      <footer className="dialog-foot unit-foot">
        <span className="field-help">{text.existing}</span>
        <span className="grow" />
        <Button onClick={onClose}>{text.cancel}</Button>
        <Button type="primary" loading={saving} onClick={done}>
          {text.save}
        </Button>
      </footer>
    </div>
  )
}

function useSaving(onClose: () => void) {
  const server = useApi().unit
  const { message } = useToasts()
  const [saving, setSaving] = useState(false)
  const save = (changes: UnitChanges) => {
    const saved = async () => {
      setSaving(true)
      try {
        keepUnit(await server.change(changes), localStorage)
        void message.success(text.saved)
        onClose()
      } catch (error) {
        setSaving(false)
        void message.error({ content: sayServerError(error), duration: 8 })
      }
    }
    void saved()
  }
  return { saving, save }
}
