import { useMemo, useState } from 'react'
import { Button, Modal, Select } from 'antd'
import { catalogueColumns, type CatalogueColumns } from '../../files/catalogue/catalogueColumns.ts'
import { readCatalogue } from '../../files/catalogue/readCatalogue.ts'
import type { Table } from '../../files/tableSource/table.ts'
import { mayGiveChart } from '../../model/catalogue/answers.ts'
import { importPowers } from '../../model/catalogue/importPowers.ts'
import { catalogueTrouble, importCatalogue as text } from '../../text/screen/catalogue.ts'
import { powerColumnName, type PowerColumn } from '../../text/recognition/powerHeadings.ts'
import { useAppServices } from '../base/appServices.ts'
import { useToasts } from '../base/toastContext.ts'
import { useEscape } from '../base/useEscape.ts'
import { TableSource } from './TableSource.tsx'
import type { Catalogue, CatalogueDesk } from './useCatalogue.ts'
import './ImportCatalogue.css'

interface ImportCatalogueProps {
  readonly catalogue: Catalogue
  readonly desk: CatalogueDesk
  readonly onClose: () => void
}

interface Brought {
  readonly table: Table
  readonly columns: CatalogueColumns
}

/** Shows the meaning of each column, which can be changed, before anything is imported. */
export function ImportCatalogue({ catalogue, desk, onClose }: ImportCatalogueProps) {
  useEscape(onClose)
  const { newId } = useAppServices()
  const { message } = useToasts()
  const [brought, setBrought] = useState<Brought | null>(null)
  const charts = useMemo(() => titlesOf(catalogue), [catalogue])
  const plan = useMemo(() => {
    if (!brought) return null
    const reading = readCatalogue(brought.table, brought.columns, charts)
    return { ...reading, ...importPowers(catalogue.powers, reading.powers, newId) }
  }, [brought, charts, catalogue, newId])
  const bring = (table: Table) => {
    const columns = catalogueColumns(table)
    if (columns) setBrought({ table, columns })
    else void message.error({ content: catalogueTrouble.noHeading, duration: 8 })
  }
  const take = async () => {
    if (!plan || !(await desk.edit(plan.changes))) return
    void message.success(text.done(plan.added, plan.changed))
    onClose()
  }
  return (
    <Modal
      keyboard={false}
      open
      centered
      width={brought ? 880 : 640}
      title={text.heading}
      onCancel={onClose}
      footer={
        plan && (
          <div className="dialog-foot">
            <Button onClick={() => setBrought(null)}>{text.again}</Button>
            <span className="grow" />
            <Button onClick={onClose}>{text.cancel}</Button>
            <Button type="primary" disabled={plan.changes.length === 0} onClick={() => void take()}>
              {text.take}
            </Button>
          </div>
        )
      }
    >
      {!brought || !plan ? (
        <TableSource onTable={bring} />
      ) : (
        <>
          <p>
            <strong>{text.counts(plan.added, plan.changed, plan.same)}</strong>
          </p>
          <p className="field-help">{text.matching}</p>
          <Columns columns={brought.columns} onColumns={(columns) => setBrought({ ...brought, columns })} />
          <Problems problems={plan.problems} />
        </>
      )}
    </Modal>
  )
}

function Problems({ problems }: { readonly problems: readonly string[] }) {
  if (problems.length === 0) return null
  return (
    <details className="catalogue-problems" open>
      <summary>{text.problems(problems.length)}</summary>
      <ul>
        {[...new Set(problems)].map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </details>
  )
}

/** Charts by title; titles that occur twice are left out as ambiguous. */
function titlesOf(catalogue: Catalogue): ReadonlyMap<string, string> {
  const { charts } = catalogue
  const own = charts.filter(({ id }) => mayGiveChart(id, catalogue))
  const once = own.filter(({ title }) => own.filter((other) => other.title === title).length === 1)
  return new Map(once.map(({ id, title }) => [title, id]))
}

const meanings = (Object.keys(powerColumnName) as PowerColumn[]).map((value) => ({
  value,
  label: powerColumnName[value],
}))

interface ColumnsProps {
  readonly columns: CatalogueColumns
  readonly onColumns: (columns: CatalogueColumns) => void
}

function Columns({ columns, onColumns }: ColumnsProps) {
  const change = (at: number, means: PowerColumn) =>
    onColumns({
      ...columns,
      columns: columns.columns.map((column) => {
        if (column.at === at) return { ...column, means }
        // Each field takes one column; the previous one is kept as a note.
        const isTaken = column.means === means && means !== 'note' && means !== 'skip'
        return isTaken ? { ...column, means: 'note' as const } : column
      }),
    })
  return (
    <ul className="import-columns" aria-label={text.columns}>
      {columns.columns.map(({ at, heading, means, example }) => (
        <li key={at}>
          <strong>{heading}</strong>
          <Select
            aria-label={text.column(heading)}
            value={means}
            options={meanings}
            onChange={(next: PowerColumn) => change(at, next)}
          />
          <small title={example}>{example}</small>
        </li>
      ))}
    </ul>
  )
}
