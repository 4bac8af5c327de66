import type { CatalogueChart, CatalogueRow } from '../../model/catalogue/row.ts'
import { sayBasis } from '../../files/catalogue/readCatalogue.ts'
import { catalogueText, powerStateName } from '../../text/screen/catalogue.ts'
import { dayWords } from '../../text/screen/review.ts'
import { powerKindName } from '../../text/terms.ts'
import './PowerCells.css'

const limitKeys = ['statutory', 'promised'] as const

export interface RowActions {
  readonly open: (row: CatalogueRow) => void
  readonly makeChart: (row: CatalogueRow) => void
  readonly edit: (row: CatalogueRow) => void
  readonly mayEdit: (row: CatalogueRow) => boolean
}

interface PowerCellsProps {
  readonly row: CatalogueRow
  readonly actions: RowActions
}

export function PowerCells({ row, actions }: PowerCellsProps) {
  const { power, chart } = row
  const limits = [power.statutoryLimit?.wording, power.promisedLimit?.wording]
  return (
    <>
      <span role="cell" className="two-lines" title={power.code}>
        {power.code}
      </span>
      <span role="cell" title={power.name}>
        {actions.mayEdit(row) ? (
          <button type="button" className="power-name" onClick={() => actions.edit(row)}>
            {power.name}
          </button>
        ) : (
          <strong>{power.name}</strong>
        )}
        <Grounds power={power} />
      </span>
      <span role="cell">{power.kind && powerKindName[power.kind]}</span>
      <span role="cell" title={power.office}>
        {power.office}
      </span>
      <span role="cell" className="two-lines" title={limits.filter(Boolean).join(' / ')}>
        {limits.some(Boolean) && limits.map((limit, at) => <div key={limitKeys[at]}>{limit ?? '—'}</div>)}
      </span>
      <span role="cell" title={chart?.title}>
        <ChartCell row={row} actions={actions} />
      </span>
      <span role="cell">{chart && <Levels chart={chart} />}</span>
      <span role="cell">
        <Review row={row} />
      </span>
      <span role="cell">{chart?.published && <Published published={chart.published} />}</span>
    </>
  )
}

/** Office, legal basis and notes on one line; the tooltip shows them in full. */
function Grounds({ power: { exercisedBy, legalBasis, content } }: { readonly power: CatalogueRow['power'] }) {
  const parts = [exercisedBy, ...(legalBasis?.map(sayBasis) ?? []), content].filter(
    (part) => part !== undefined && part !== '',
  )
  if (parts.length === 0) return null
  return (
    <small className="power-grounds" title={parts.join('\n')}>
      {parts.join(' · ')}
    </small>
  )
}

function ChartCell({ row, actions }: PowerCellsProps) {
  const { power, chart } = row
  // A new chart has not yet sent its title to the server.
  const title = chart?.title || power.name
  if (chart)
    return (
      <button
        type="button"
        className="power-chart"
        aria-label={catalogueText.open(title)}
        onClick={() => actions.open(row)}
      >
        {title}
      </button>
    )
  if (power.chart !== undefined) return <small>{catalogueText.hiddenChart}</small>
  if (!actions.mayEdit(row)) return null
  return (
    <button type="button" className="power-make" onClick={() => actions.makeChart(row)}>
      {catalogueText.makeChart}
    </button>
  )
}

/** Counts by level, gravest first; told apart by word and weight, not only by colour. */
function Levels({ chart: { digest } }: { readonly chart: CatalogueChart }) {
  if (!digest) return null
  const { risks, byLevel } = digest.counts
  if (risks === 0) return <small>0</small>
  return (
    <span className="power-levels">
      {byLevel
        .filter(({ count }) => count > 0)
        .map(({ level, count }) => (
          <span
            key={`${level?.scheme} ${level?.name}`}
            className={`power-level power-level-${Math.min(level?.rank ?? 9, 4)}`}
          >
            {level?.name ?? catalogueText.ungraded}
            {count}
          </span>
        ))}
    </span>
  )
}

function Review({ row: { state, chart } }: { readonly row: CatalogueRow }) {
  const { rung, unsettled = 0 } = chart?.review ?? {}
  const hints = [
    state === 'reviewing' && rung !== undefined && catalogueText.rung(rung),
    unsettled > 0 && catalogueText.unsettled(unsettled),
  ].filter((hint) => hint !== false)
  return (
    <span className={`power-state state-${state}`} title={hints.join('，')}>
      {powerStateName[state]}
      {unsettled > 0 && <b>{unsettled}</b>}
    </span>
  )
}

function Published({ published }: { readonly published: NonNullable<CatalogueChart['published']> }) {
  const { at, stale } = published
  return (
    <span
      title={stale ? catalogueText.stale(published) : undefined}
      className={stale ? 'power-stale' : undefined}
    >
      {dayWords(at)}
    </span>
  )
}
