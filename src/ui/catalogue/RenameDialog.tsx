import { useMemo, useState } from 'react'
import { AutoComplete, Button, Input, Modal, Radio } from 'antd'
import type { RenameAnswer, RenamingFound } from '../../model/catalogue/answers.ts'
import type { RenameOrder } from '../../model/catalogue/rename.ts'
import { renameDialog as text, renamePlaceName } from '../../text/screen/catalogue.ts'
import { useToasts } from '../base/toastContext.ts'
import { sayServerError } from '../base/api/httpClient.ts'
import { useEscape } from '../base/useEscape.ts'
import type { Catalogue } from './useCatalogue.ts'
import { useApi } from '../base/appServices.ts'
import './RenameDialog.css'
import './BatchResults.css'

interface RenameDialogProps {
  readonly catalogue: Catalogue
  readonly onDone: () => Promise<void>
  readonly onClose: () => void
}

const kinds = (['post', 'unit', 'office', 'phone'] as const).map((value) => ({
  value,
  label: text.what[value],
}))

/** 统一更名: previews the changes, then applies them. */
export function RenameDialog({ catalogue, onDone, onClose }: RenameDialogProps) {
  useEscape(onClose)
  const [order, setOrder] = useState<RenameOrder>({ what: 'post', from: '', to: '' })
  const { found, done, working, ask } = useRenaming(order, onDone)
  const isReady = order.from.trim() !== '' && order.to.trim() !== '' && order.from.trim() !== order.to.trim()
  const change = (part: Partial<RenameOrder>) => {
    setOrder({ ...order, ...part })
    ask(null)
  }
  return (
    <Modal
      keyboard={false}
      open
      centered
      width={820}
      title={text.heading}
      onCancel={onClose}
      footer={
        <div className="dialog-foot">
          <span className="grow" />
          <Button onClick={onClose}>{text.close}</Button>
          <Button disabled={!isReady} loading={working} onClick={() => ask('preview')}>
            {text.preview}
          </Button>
          {found && !done && found.places.length > 0 && (
            <Button type="primary" loading={working} onClick={() => ask('run')}>
              {text.run(found.places.length)}
            </Button>
          )}
        </div>
      }
    >
      <p className="field-help">{text.hint}</p>
      <div className="rename-order">
        <Radio.Group
          optionType="button"
          value={order.what}
          options={kinds}
          onChange={(event) => change({ what: event.target.value as RenameOrder['what'], from: '' })}
        />
        <Names catalogue={catalogue} order={order} onFrom={(from) => change({ from })} />
        <Input
          aria-label={text.to}
          placeholder={text.to}
          value={order.to}
          onChange={(event) => change({ to: event.target.value })}
        />
      </div>
      {found && <Found found={found} done={done} />}
    </Modal>
  )
}

interface NamesProps {
  readonly catalogue: Catalogue
  readonly order: RenameOrder
  readonly onFrom: (from: string) => void
}

/** Suggests names that occur; any other text is allowed. */
function Names({ catalogue, order, onFrom }: NamesProps) {
  const options = useMemo(
    () => namesIn(catalogue, order.what).map((value) => ({ value })),
    [catalogue, order.what],
  )
  return (
    <AutoComplete
      aria-label={text.from}
      placeholder={text.from}
      value={order.from}
      options={options}
      showSearch={{ filterOption: (query, option) => option?.value.includes(query.trim()) === true }}
      onChange={onFrom}
    />
  )
}

function namesIn({ charts, powers }: Catalogue, what: RenameOrder['what']): readonly string[] {
  const names = charts.flatMap(({ digest }): readonly (string | undefined)[] => {
    const { unit, office, consultPhone, supervisionPhone } = digest?.header ?? { title: '' }
    return {
      post: digest?.names ?? [],
      unit: [unit],
      office: [office],
      phone: [consultPhone, supervisionPhone],
    }[what]
  })
  const own = powers.map((power) =>
    what === 'unit' ? power.exercisedBy : what === 'office' ? power.office : undefined,
  )
  return [...new Set([...names, ...own])]
    .filter((name) => name !== undefined)
    .sort((a, b) => a.localeCompare(b, 'zh-CN'))
}

function useRenaming(order: RenameOrder, onDone: () => Promise<void>) {
  const server = useApi().catalogue
  const { message } = useToasts()
  const [found, setFound] = useState<RenameAnswer | null>(null)
  const [done, setDone] = useState(false)
  const [working, setWorking] = useState(false)
  const run = async (dryRun: boolean) => {
    setWorking(true)
    try {
      const answer = await server.rename(order, { dryRun })
      setFound(answer)
      setDone(!dryRun)
      if (dryRun) return
      void message.success(text.done(answer.places.length))
      await onDone()
    } catch (error) {
      void message.error({ content: sayServerError(error), duration: 8 })
    } finally {
      setWorking(false)
    }
  }
  const ask = (what: 'preview' | 'run' | null) => {
    if (what !== null) return void run(what === 'preview')
    setFound(null)
    setDone(false)
  }
  return { found, done, working, ask }
}

function Found({
  found: { places, failed },
  done,
}: {
  readonly found: RenameAnswer
  readonly done: boolean
}) {
  return (
    <div className="rename-found">
      {places.length === 0 && failed.length === 0 && <p>{text.none}</p>}
      {failed.length > 0 && (
        <div role="alert" className="batch-failed">
          {text.failed(failed.length)}
          <ul>
            {failed.map(({ chart, title, why }) => (
              <li key={chart}>{text.failure(title, why)}</li>
            ))}
          </ul>
        </div>
      )}
      {places.length > 0 && (
        <table className={done ? 'catalogue-list done' : 'catalogue-list'}>
          <thead>
            <tr>
              {(['title', 'place', 'before', 'after'] as const).map((head) => (
                <th key={head}>{text.heads[head]}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {keyed(places).map((one) => (
              <FoundLine key={one.key} found={one} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

/** A chart may contain the name in several places of one kind. */
function keyed(places: readonly RenamingFound[]): readonly (RenamingFound & { readonly key: string })[] {
  return places.map((found, at) => ({ ...found, key: `${found.chart ?? found.power} ${at}` }))
}

function FoundLine({ found }: { readonly found: RenamingFound }) {
  const { title, place, about, before, after, merges } = found
  return (
    <tr>
      <td>{title}</td>
      <td>
        {renamePlaceName[place]}
        {about !== undefined && <small>{about}</small>}
      </td>
      <td>{before}</td>
      <td>
        {after}
        {merges && <small>{text.merges}</small>}
      </td>
    </tr>
  )
}
