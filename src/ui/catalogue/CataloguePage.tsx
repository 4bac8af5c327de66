import { Suspense, useDeferredValue, useMemo, useState } from 'react'
import { Button, Spin } from 'antd'
import { lazyPart } from '../base/lazyPart.tsx'
import { mayChangePower } from '../../model/catalogue/answers.ts'
import { movePowers, type PowerPlace } from '../../model/catalogue/edits.ts'
import { catalogueRows, totalOfRows, type CatalogueRow } from '../../model/catalogue/row.ts'
import type { Id } from '../../model/chart.ts'
import type { Counts } from '../../model/registers/tally.ts'
import { catalogueText } from '../../text/screen/catalogue.ts'
import { formWords } from '../../text/paper/forms.ts'
import { navigate } from '../base/routes.ts'
import { FirstFrame } from '../base/FirstFrame.tsx'
import { CatalogueBar } from './CatalogueBar.tsx'
import type { OpenDialog } from './CatalogueDialogs.tsx'
import { CatalogueFilters } from './CatalogueFilters.tsx'
import { CatalogueTable } from './CatalogueTable.tsx'
import type { RowActions } from './PowerCells.tsx'
import {
  isFiltered,
  catalogueLines,
  noFilter,
  filteredRows,
  type SortBy,
  type CatalogueFilter,
} from './catalogueLines.ts'
import { useCatalogue, type Catalogue, type CatalogueDesk } from './useCatalogue.ts'
import { useMakeChart } from './useMakeChart.ts'
import { usePowerSelection } from './usePowerSelection.ts'
import './CataloguePage.css'

/** Lazy: import, rename and batches are not needed on every visit. */
const CatalogueDialogs = lazyPart(async () => (await import('./CatalogueDialogs.tsx')).CatalogueDialogs)

/** 职权目录: the unit's powers with data of their charts. */
export function CataloguePage() {
  const desk = useCatalogue()
  return (
    <FirstFrame at="catalogue">
      <div className="catalogue">
        {desk.catalogue === null ? (
          <div className="waiting">
            <Spin /> {catalogueText.loading}
          </div>
        ) : (
          <CatalogueDeskView desk={desk} catalogue={desk.catalogue} />
        )}
      </div>
    </FirstFrame>
  )
}

interface CatalogueDeskViewProps {
  readonly desk: CatalogueDesk
  readonly catalogue: Catalogue
}

function CatalogueDeskView({ desk, catalogue }: CatalogueDeskViewProps) {
  const [wish, setWish] = useState(noFilter)
  const [dialog, setDialog] = useState<OpenDialog | null>(null)
  const rows = useMemo(() => catalogueRows(catalogue.powers, catalogue.charts), [catalogue])
  // Deferred, so that typing stays responsive while the table filters.
  const asked = useDeferredValue(wish)
  const shown = useMemo(() => filteredRows(rows, asked), [rows, asked])
  const lines = useMemo(() => catalogueLines(shown, asked), [shown, asked])
  const listed = useMemo(
    () => lines.flatMap((line) => (line.kind === 'power' ? [line.row.power.id] : [])),
    [lines],
  )
  const selection = usePowerSelection(listed)
  const actions = useRowActions(desk, catalogue, setDialog)
  const canMove = catalogue.may !== 'read' && wish.sort === 'order' && !isFiltered(wish)
  const move = (id: Id, place: PowerPlace) => {
    const ids = selection.ids.has(id) ? [...selection.ids] : [id]
    void desk.edit(movePowers(catalogue.powers, ids, place))
  }
  return (
    <>
      <CatalogueBar
        catalogue={catalogue}
        rows={rows}
        shown={shown}
        selected={shown.filter(({ power }) => selection.ids.has(power.id))}
        desk={desk}
        onDialog={setDialog}
        onUnselect={() => selection.set([])}
      />
      <CatalogueFilters wish={wish} rows={rows} shown={shown.length} onWish={setWish} />
      {catalogue.isLocal && <p className="catalogue-note">{catalogueText.derived}</p>}
      {lines.length === 0 ? (
        <Nothing catalogue={catalogue} onClear={() => setWish(noFilter)} />
      ) : (
        <CatalogueTable
          lines={lines}
          wish={wish}
          selection={selection}
          actions={actions}
          onSort={(by) => setWish((before) => resorted(before, by))}
          onMove={canMove ? move : undefined}
        />
      )}
      <Total rows={shown} />
      {dialog && (
        <Suspense fallback={<Spin fullscreen />}>
          <CatalogueDialogs
            dialog={dialog}
            desk={desk}
            catalogue={catalogue}
            onClose={() => setDialog(null)}
          />
        </Suspense>
      )}
    </>
  )
}

/** Cycles: ascending, descending, catalogue order. */
function resorted(wish: CatalogueFilter, by: SortBy): CatalogueFilter {
  if (wish.sort !== by) return { ...wish, sort: by, descending: false }
  return wish.descending ? { ...wish, sort: 'order', descending: false } : { ...wish, descending: true }
}

function useRowActions(
  desk: CatalogueDesk,
  catalogue: Catalogue,
  onDialog: (dialog: OpenDialog) => void,
): RowActions {
  const makeChart = useMakeChart(desk)
  return useMemo(() => {
    const mayEdit = ({ power }: CatalogueRow) => mayChangePower(power, catalogue).change
    return {
      mayEdit,
      makeChart: ({ power }) => void makeChart(power),
      open: ({ chart }) => chart && navigate({ at: 'chart', chart: chart.id }),
      edit: (row) => {
        if (mayEdit(row)) onDialog({ kind: 'edit', ids: [row.power.id] })
      },
    }
  }, [catalogue, makeChart, onDialog])
}

interface NothingProps {
  readonly catalogue: Catalogue
  readonly onClear: () => void
}

function Nothing({ catalogue, onClear }: NothingProps) {
  if (catalogue.powers.length > 0)
    return (
      <p className="catalogue-nothing">
        {catalogueText.noneShown} <Button onClick={onClear}>{catalogueText.clear}</Button>
      </p>
    )
  return (
    <p className="catalogue-nothing">{catalogue.isLocal ? catalogueText.noneLocal : catalogueText.none}</p>
  )
}

/** Totals over the registers of the listed charts. */
function Total({ rows }: { readonly rows: readonly CatalogueRow[] }) {
  const { risks, measures, byLevel } = useMemo((): Counts => totalOfRows(rows), [rows])
  const levels = byLevel.map(({ level, count }) => ({ name: level?.name ?? formWords.ungraded, count }))
  return (
    <footer className="catalogue-total">
      {formWords.total(risks, levels)}
      {formWords.measures(measures)}
    </footer>
  )
}
