import { useState } from 'react'
import { Button, Input, Modal, Select } from 'antd'
import { match } from 'pinyin-pro'
import type { NewPowerFields } from '../../model/catalogue/edits.ts'
import type { PowerItem } from '../../model/catalogue/powerItem.ts'
import type { CatalogueChart } from '../../model/catalogue/row.ts'
import { catalogueFormWords, powerDialog } from '../../text/screen/catalogue.ts'
import { powerColumnName } from '../../text/recognition/powerHeadings.ts'
import { useEscape } from '../base/useEscape.ts'
import { powerKindName } from '../../text/terms.ts'
import { optionsOf } from '../base/fields/optionsOf.ts'
import { fieldsOf, formFields, saidBy, type FormField, type Touched } from './powerForm.ts'
import './PowerDialog.css'

interface PowerDialogProps {
  /** Empty: a new power. Several: changed fields are written to all of them. */
  readonly powers: readonly PowerItem[]
  /** The charts that a power may be given. */
  readonly charts: readonly CatalogueChart[]
  readonly onSave: (fields: NewPowerFields) => void
  readonly onClose: () => void
}

/** The form of one or several powers; writes only the fields that were changed. */
export function PowerDialog({ powers, charts, onSave, onClose }: PowerDialogProps) {
  useEscape(onClose)
  const [touched, setTouched] = useState<Touched>({})
  const isMany = powers.length > 1
  const fields = formFields.filter((field) => !isMany || (field !== 'name' && field !== 'code'))
  const title = isMany
    ? powerDialog.bulk(powers.length)
    : powers.length === 0
      ? powerDialog.add
      : powerDialog.edit
  const name = touched.name ?? saidBy(powers, 'name') ?? ''
  const isNameless = !isMany && name.trim() === ''
  return (
    <Modal
      keyboard={false}
      open
      centered
      width={760}
      title={title}
      onCancel={onClose}
      footer={
        <div className="dialog-foot">
          {isNameless && touched.name !== undefined && <span role="alert">{powerDialog.noName}</span>}
          <span className="grow" />
          <Button onClick={onClose}>{powerDialog.cancel}</Button>
          <Button type="primary" disabled={isNameless} onClick={() => onSave(fieldsOf(touched))}>
            {powerDialog.save}
          </Button>
        </div>
      }
    >
      {isMany && <p className="field-help">{powerDialog.bulkHint}</p>}
      <div className="power-form">
        {fields.map((field) => {
          const said = saidBy(powers, field)
          return (
            <PowerFieldRow
              key={field}
              field={field}
              charts={charts}
              value={touched[field] ?? said ?? ''}
              placeholder={said === undefined && touched[field] === undefined ? powerDialog.various : ''}
              onChange={(words) => setTouched((before) => ({ ...before, [field]: words }))}
            />
          )
        })}
      </div>
    </Modal>
  )
}

interface PowerFieldRowProps {
  readonly field: FormField
  readonly charts: readonly CatalogueChart[]
  readonly value: string
  readonly placeholder: string
  readonly onChange: (words: string) => void
}

const wide: readonly FormField[] = ['name', 'content', 'legalBasis', 'chart', 'note']

function PowerFieldRow({ field, charts, value, placeholder, onChange }: PowerFieldRowProps) {
  const label = labelOf(field)
  return (
    <label className={wide.includes(field) ? 'field wide' : 'field'}>
      <span>{label}</span>
      {field === 'kind' || field === 'chart' ? (
        <Select
          aria-label={label}
          allowClear
          showSearch={{
            filterOption: (query, option) => option !== undefined && isFound(query, option.label),
          }}
          placeholder={placeholder || (field === 'chart' ? powerDialog.noChart : '')}
          value={value === '' ? null : value}
          options={
            field === 'kind'
              ? optionsOf(powerKindName)
              : charts.map(({ id, title }) => ({ value: id, label: title }))
          }
          onChange={(next: string | null | undefined) => onChange(next ?? '')}
        />
      ) : field === 'content' || field === 'legalBasis' || field === 'note' ? (
        <Input.TextArea
          autoSize={{ minRows: 2, maxRows: 6 }}
          value={value}
          placeholder={placeholder}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <Input value={value} placeholder={placeholder} onChange={(event) => onChange(event.target.value)} />
      )}
    </label>
  )
}

function labelOf(field: FormField): string {
  if (field === 'chart') return catalogueFormWords.columns.chartTitle
  return field === 'note' ? catalogueFormWords.columns.note : powerColumnName[field]
}

function isFound(query: string, label: string): boolean {
  const wanted = query.trim().toLowerCase()
  return (
    label.toLowerCase().includes(wanted) ||
    match(label, wanted, { precision: 'start', continuous: true }) !== null
  )
}
