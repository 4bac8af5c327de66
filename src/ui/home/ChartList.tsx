import { Suspense, useCallback, useState } from 'react'
import { Button } from 'antd'
import { lazyPart } from '../base/lazyPart.tsx'
import { home } from '../../text/screen/screen.ts'
import { chartListText } from '../../text/screen/share.ts'
import { shelfText } from '../../text/screen/shelfText.ts'
import type { HomeChart } from './homeCharts.ts'
import { chartBadgesOf } from './homeCharts.ts'
import { ChartRow } from './ChartRow.tsx'
import type { TextDistance, ShelfWish } from './chartShelf.ts'
import { foldersOf, plainDistance, shelved, wholeShelf } from './chartShelf.ts'
import { RowSkeleton } from './RowSkeleton.tsx'
import { ShelfBar } from './ShelfBar.tsx'
import { useChartActions } from './useChartActions.tsx'
import type { HomeCharts } from './useHomeCharts.ts'
import { mayTrash, useRemoval } from './useRemoval.tsx'
import './ChartList.css'

const Bin = lazyPart(async () => (await import('./Trash.tsx')).Trash)
const NewFolderDialog = lazyPart(async () => (await import('./NewFolderDialog.tsx')).NewFolderDialog)

/** Charts drawn before one asks for more: a list is looked through, not read. */
const pageSize = 60

/** Charts of this browser and of the server, but the templates. */
export function ChartList({ kept }: { readonly kept: HomeCharts }) {
  const { charts, server, binnedHere, refresh } = kept
  const [binOpen, setBinOpen] = useState(false)
  if (charts === null) return <RowSkeleton />
  const binned = binnedHere.length + (server?.bin.length ?? 0)
  if (binOpen)
    return (
      <Suspense>
        <Bin
          here={binnedHere}
          onChange={refresh}
          onClose={() => {
            setBinOpen(false)
            refresh()
          }}
        />
      </Suspense>
    )
  return (
    <section className="chart-list" aria-label={shelfText.heading}>
      <header className="section-head">
        <h2>{home.recent}</h2>
        {binned > 0 && (
          <Button type="text" size="small" onClick={() => setBinOpen(true)}>
            {chartListText.bin}
            <span className="count">{binned}</span>
          </Button>
        )}
      </header>
      <Shelf kept={kept} charts={charts.filter(({ isTemplate }) => !isTemplate)} />
    </section>
  )
}

interface ShelfProps {
  readonly kept: HomeCharts
  readonly charts: readonly HomeChart[]
}

function Shelf({ kept: { server, refresh }, charts }: ShelfProps) {
  const [wish, setWish] = useState<ShelfWish>(wholeShelf)
  const [most, setMost] = useState(pageSize)
  const [distance, learn] = useDistance()
  const [forNewFolder, setForNewFolder] = useState<HomeChart | null>(null)
  const remove = useRemoval(refresh)
  const actions = useChartActions(refresh)
  if (charts.length === 0) return <FirstWays />
  const folders = foldersOf(charts)
  // The last chart of a folder has left it: the folder is gone.
  const folder = folders.some(({ name }) => name === wish.folder) ? wish.folder : undefined
  const found = shelved(charts, { ...wish, folder }, distance)
  return (
    <>
      <ShelfBar
        wish={{ ...wish, folder }}
        folders={folders}
        count={charts.length}
        onWish={(change) => setWish({ ...wish, ...change })}
        onSearch={learn}
      />
      {found.length === 0 && (
        <p className="field-help">
          {shelfText.noneFound(wish.query.trim())}{' '}
          <Button size="small" onClick={() => setWish(wholeShelf)}>
            {shelfText.clear}
          </Button>
        </p>
      )}
      <ul>
        {found.slice(0, most).map((chart) => (
          <ChartRow
            key={chart.id}
            chart={chart}
            badges={chartBadgesOf(chart, server)}
            folders={folders.map(({ name }) => name)}
            actions={actions}
            onNewFolder={() => setForNewFolder(chart)}
            onRemove={chart.isHere || mayTrash(chart) ? () => remove(chart) : undefined}
          />
        ))}
      </ul>
      {found.length > most && (
        <Button onClick={() => setMost(most + pageSize)}>
          {shelfText.more(Math.min(pageSize, found.length - most))}
        </Button>
      )}
      <p className="field-help">
        {charts.some(({ onServer }) => onServer) ? chartListText.keptOnServer : home.kept}
      </p>
      {forNewFolder && (
        <Suspense>
          <NewFolderDialog
            onName={(name) => actions.move(forNewFolder, name)}
            onClose={() => setForNewFolder(null)}
          />
        </Suspense>
      )}
    </>
  )
}

/** An empty list says how it is filled. */
function FirstWays() {
  return (
    <div className="first-ways">
      <p>{shelfText.none.heading}</p>
      <ol>
        {shelfText.none.ways.map((way) => (
          <li key={way}>{way}</li>
        ))}
      </ol>
    </div>
  )
}

/** Pinyin is fetched when somebody turns to the search. */
function useDistance(): readonly [TextDistance, () => void] {
  const [distance, setDistance] = useState<{ readonly of: TextDistance }>({ of: plainDistance })
  const learn = useCallback(() => {
    import('../base/textDistance.ts').then(
      ({ textDistance }) => setDistance({ of: textDistance }),
      () => undefined,
    )
  }, [])
  return [distance.of, learn]
}
