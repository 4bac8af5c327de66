import { useMemo } from 'react'
import { Button, Input, Select } from 'antd'
import SearchOutlined from '@ant-design/icons/SearchOutlined'
import { powerStates, type CatalogueRow } from '../../model/catalogue/row.ts'
import { catalogueText, powerStateName } from '../../text/screen/catalogue.ts'
import { powerKindName } from '../../text/terms.ts'
import { isFiltered, noFilter, type CatalogueFilter } from './catalogueLines.ts'
import { powerKinds } from '../../model/powerKinds.ts'
import './CatalogueFilters.css'

interface CatalogueFiltersProps {
  readonly wish: CatalogueFilter
  readonly rows: readonly CatalogueRow[]
  readonly shown: number
  readonly onWish: (wish: CatalogueFilter) => void
}

/** Filters; offers only values that occur. */
export function CatalogueFilters({ wish, rows, shown, onWish }: CatalogueFiltersProps) {
  const options = useMemo(() => optionsOf(rows), [rows])
  return (
    <search className="catalogue-filters">
      <Input
        allowClear
        prefix={<SearchOutlined />}
        aria-label={catalogueText.search}
        placeholder={catalogueText.search}
        value={wish.query}
        onChange={(event) => onWish({ ...wish, query: event.target.value })}
      />
      <Select
        allowClear
        aria-label={catalogueText.anyKind}
        placeholder={catalogueText.anyKind}
        value={wish.kind}
        options={options.kinds}
        onChange={(kind) => onWish({ ...wish, kind: kind ?? null })}
      />
      <Select
        allowClear
        showSearch
        aria-label={catalogueText.anyOffice}
        placeholder={catalogueText.anyOffice}
        value={wish.office}
        options={options.offices}
        onChange={(office) => onWish({ ...wish, office: office ?? null })}
      />
      <Select
        allowClear
        aria-label={catalogueText.anyState}
        placeholder={catalogueText.anyState}
        value={wish.state}
        options={options.states}
        onChange={(state) => onWish({ ...wish, state: state ?? null })}
      />
      {isFiltered(wish) && (
        <Button
          type="text"
          onClick={() => onWish({ ...noFilter, sort: wish.sort, descending: wish.descending })}
        >
          {catalogueText.clear}
        </Button>
      )}
      <output>{catalogueText.count(shown, rows.length)}</output>
    </search>
  )
}

function optionsOf(rows: readonly CatalogueRow[]) {
  const kinds = new Set(rows.map(({ power }) => power.kind))
  const states = new Set(rows.map(({ state }) => state))
  const offices = [...new Set(rows.map(({ power }) => power.office ?? ''))].sort((a, b) =>
    a.localeCompare(b, 'zh-CN'),
  )
  return {
    kinds: powerKinds
      .filter((kind) => kinds.has(kind))
      .map((value) => ({ value, label: powerKindName[value] })),
    offices: offices.map((value) => ({ value, label: value || catalogueText.noOffice })),
    states: powerStates
      .filter((state) => states.has(state))
      .map((value) => ({ value, label: powerStateName[value] })),
  }
}
