import { Button, Dropdown } from 'antd'
import DownOutlined from '@ant-design/icons/DownOutlined'
import { mayChangePower } from '../../model/catalogue/answers.ts'
import { addPowers, movePowers, putBackPowers, removePowers } from '../../model/catalogue/edits.ts'
import { chartsOf, powerOfHeader, type CatalogueRow } from '../../model/catalogue/row.ts'
import { catalogueHistory, catalogueText as text } from '../../text/screen/catalogue.ts'
import { home } from '../../text/screen/screen.ts'
import { unitDialog } from '../../text/screen/unit.ts'
import { useAppServices } from '../base/appServices.ts'
import { useToasts } from '../base/toastContext.ts'
import type { OpenDialog } from './CatalogueDialogs.tsx'
import type { Catalogue, CatalogueDesk } from './useCatalogue.ts'
import './CatalogueBar.css'

interface CatalogueBarProps {
  readonly catalogue: Catalogue
  readonly rows: readonly CatalogueRow[]
  readonly shown: readonly CatalogueRow[]
  readonly selected: readonly CatalogueRow[]
  readonly desk: CatalogueDesk
  readonly onDialog: (dialog: OpenDialog) => void
  readonly onUnselect: () => void
}

/** Commands for the whole catalogue or for the selected powers. */
export function CatalogueBar(props: CatalogueBarProps) {
  return (
    <div className="catalogue-bar">
      {props.selected.length === 0 ? <WholeBar {...props} /> : <SelectionBar {...props} />}
    </div>
  )
}

function WholeBar({ catalogue, rows, shown, desk, onDialog }: CatalogueBarProps) {
  const { newId } = useAppServices()
  const mayWrite = catalogue.may !== 'read'
  const used = new Set(rows.flatMap(({ power }) => power.chart ?? []))
  const loose = catalogue.charts.filter(({ id, role, digest }) => {
    const isOurs = catalogue.may === 'all' || role === 'owner'
    return isOurs && digest !== undefined && !used.has(id)
  })
  const fromCharts = () => {
    // The catalogue is published, so a power takes the public title of its chart; a chart may have none yet.
    const added = loose.map(({ id, digest }) => {
      const { header } = digest!
      const name = header.publicTitle ?? header.title
      return { ...powerOfHeader(header), name: name.trim() === '' ? home.untitled : name, chart: id }
    })
    void desk.edit(addPowers(catalogue.powers, added, newId))
  }
  return (
    <>
      {mayWrite && (
        <>
          <Button type="primary" onClick={() => onDialog({ kind: 'edit', ids: [] })}>
            {text.add}
          </Button>
          <Button onClick={() => onDialog({ kind: 'import' })}>{text.import}</Button>
          {loose.length > 0 && (
            <Button onClick={fromCharts}>{`${text.fromCharts}（${loose.length}）`}</Button>
          )}
        </>
      )}
      {!catalogue.isLocal && catalogue.charts.some(({ role }) => role === 'owner' || role === 'editor') && (
        <Button onClick={() => onDialog({ kind: 'rename' })}>{text.rename}</Button>
      )}
      {shown.length > 0 && (
        <>
          <ExportMenu rows={shown} onDialog={onDialog} />
          <BatchButtons rows={shown} catalogue={catalogue} onDialog={onDialog} />
        </>
      )}
      <span className="grow" />
      {!mayWrite && !catalogue.isLocal && <small className="field-help">{text.readOnly}</small>}
      {!catalogue.isLocal && (
        <Button type="text" onClick={() => onDialog({ kind: 'history' })}>
          {catalogueHistory.heading}
        </Button>
      )}
      {catalogue.may === 'all' && (
        <Button type="text" onClick={() => onDialog({ kind: 'unit' })}>
          {unitDialog.open}
        </Button>
      )}
      <Button type="text" onClick={() => void desk.refresh()}>
        {text.refresh}
      </Button>
    </>
  )
}

function BatchButtons({
  rows,
  catalogue,
  onDialog,
}: Pick<CatalogueBarProps, 'rows' | 'catalogue' | 'onDialog'>) {
  const jobs = catalogue.isLocal ? (['check', 'export'] as const) : (['check', 'export', 'publish'] as const)
  return jobs.map((job) => (
    <Button key={job} onClick={() => onDialog({ kind: 'batch', job, rows })}>
      {text[job]}
    </Button>
  ))
}

function ExportMenu({ rows, onDialog }: Pick<CatalogueBarProps, 'rows' | 'onDialog'>) {
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'xlsx', label: text.exportXlsx },
          { key: 'docx', label: text.exportDocx },
          { type: 'divider' },
          { key: 'public-xlsx', label: text.exportPublicXlsx },
          { key: 'public-docx', label: text.exportPublicDocx },
        ],
        onClick: ({ key }) =>
          onDialog({
            kind: 'download',
            format: key.endsWith('docx') ? 'docx' : 'xlsx',
            audience: key.startsWith('public') ? 'public' : 'inside',
            rows,
          }),
      }}
    >
      <Button>
        {text.exportList} <DownOutlined />
      </Button>
    </Dropdown>
  )
}

function SelectionBar(props: CatalogueBarProps) {
  const { catalogue, selected, desk, onDialog, onUnselect } = props
  const { message } = useToasts()
  const rights = selected.map(({ power }) => mayChangePower(power, catalogue))
  const mayChange = rights.every(({ change }) => change)
  const ids = selected.map(({ power }) => power.id)
  const remove = async () => {
    const before = selected.map(({ power }) => power)
    if (!(await desk.edit(removePowers(ids)))) return
    const key = 'removed'
    const undo = () => {
      message.destroy(key)
      void desk.edit(putBackPowers(before))
    }
    void message.success({
      key,
      duration: 8,
      content: (
        <>
          {text.removed(ids.length)}
          <Button type="link" size="small" onClick={undo}>
            {text.undo}
          </Button>
        </>
      ),
    })
  }
  return (
    <>
      <strong>{text.selected(selected.length)}</strong>
      <Button type="text" onClick={onUnselect}>
        {text.unselect}
      </Button>
      <Button disabled={!mayChange} onClick={() => onDialog({ kind: 'edit', ids })}>
        {selected.length > 1 ? text.bulkEdit : text.edit}
      </Button>
      <MoveButtons {...props} ids={ids} mayChange={mayChange} />
      {chartsOf(selected).length > 0 && (
        <BatchButtons rows={selected} catalogue={catalogue} onDialog={onDialog} />
      )}
      <ExportMenu rows={selected} onDialog={onDialog} />
      <span className="grow" />
      <Button danger disabled={!rights.every(({ remove }) => remove)} onClick={() => void remove()}>
        {text.remove}
      </Button>
    </>
  )
}

interface MoveButtonsProps extends CatalogueBarProps {
  readonly ids: readonly string[]
  readonly mayChange: boolean
}

/** Keyboard alternative to dragging: one place up or down, joining the group found there. */
function MoveButtons({ catalogue, desk, ids, mayChange }: MoveButtonsProps) {
  const { powers } = catalogue
  const places = powers.flatMap(({ id }, at) => (ids.includes(id) ? [at] : []))
  const above = powers[(places[0] ?? 0) - 1]
  const below = powers[(places.at(-1) ?? 0) + 1]
  const behind = powers[(places.at(-1) ?? 0) + 2]
  return (
    <>
      <Button
        disabled={!mayChange || !above}
        onClick={() =>
          above && void desk.edit(movePowers(powers, ids, { before: above.id, group: above.group }))
        }
      >
        {text.up}
      </Button>
      <Button
        disabled={!mayChange || !below}
        onClick={() =>
          below && void desk.edit(movePowers(powers, ids, { before: behind?.id, group: below.group }))
        }
      >
        {text.down}
      </Button>
    </>
  )
}
