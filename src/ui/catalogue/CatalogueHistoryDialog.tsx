import { useCallback, useEffect, useState } from 'react'
import { Button, Modal } from 'antd'
import type { CatalogueRight } from '../../model/catalogue/answers.ts'
import type { ListedPowerChangeSet, PowerHistory } from '../../model/catalogue/powerChangeSet.ts'
import { catalogueHistory as text } from '../../text/screen/catalogue.ts'
import { momentWords } from '../../text/screen/history.ts'
import { sayPowerTurn } from '../../text/screen/sayPowerTurn.ts'
import { sayServerError } from '../base/api/httpClient.ts'
import { useApi, useAppServices } from '../base/appServices.ts'
import { useToasts } from '../base/toastContext.ts'
import { useEscape } from '../base/useEscape.ts'
import './CatalogueHistoryDialog.css'

interface CatalogueHistoryProps {
  readonly may: CatalogueRight
  readonly onDone: () => Promise<void>
  readonly onClose: () => void
}

/** 修改记录 of the catalogue: each change can be taken back, bulk changes as one. */
export function CatalogueHistoryDialog({ may, onDone, onClose }: CatalogueHistoryProps) {
  useEscape(onClose)
  const { history, older, takeBack } = useHistory(onDone)
  return (
    <Modal
      keyboard={false}
      open
      centered
      width={720}
      title={text.heading}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{text.close}</Button>}
    >
      <p className="field-help">{text.hint}</p>
      {history?.changeSets.length === 0 && <p>{text.none}</p>}
      <ol className="catalogue-history">
        {history?.changeSets.map((changeSet) => (
          <ChangeSet
            key={changeSet.id}
            changeSet={changeSet}
            onTakeBack={may === 'read' ? undefined : takeBack}
          />
        ))}
      </ol>
      {history?.more && <Button onClick={older}>{text.older}</Button>}
    </Modal>
  )
}

function useHistory(onDone: () => Promise<void>) {
  const server = useApi().catalogue
  const { message } = useToasts()
  const [history, setHistory] = useState<PowerHistory | null>(null)
  const fail = useCallback(
    (error: unknown) => void message.error({ content: sayServerError(error), duration: 8 }),
    [message],
  )
  const read = useCallback(async () => server.history().then(setHistory, fail), [server, fail])
  useEffect(() => void read(), [read])
  const older = () => {
    const last = history?.changeSets.at(-1)?.id
    server
      .history(last)
      .then(
        (next) =>
          setHistory({ changeSets: [...(history?.changeSets ?? []), ...next.changeSets], more: next.more }),
        fail,
      )
  }
  const takeBack = (id: number) => {
    server
      .takeBack(id)
      .then(async ({ changed, left }) => {
        const content = left.length === 0 ? text.done(changed) : `${text.done(changed)} ${text.left(left)}`
        void message[left.length === 0 && changed > 0 ? 'success' : 'warning']({ content, duration: 8 })
        await Promise.all([read(), onDone()])
      })
      .catch(fail)
  }
  return { history, older, takeBack }
}

interface ChangeSetProps {
  readonly changeSet: ListedPowerChangeSet
  readonly onTakeBack: ((id: number) => void) | undefined
}

function ChangeSet({ changeSet: { id, at, by, count, turns }, onTakeBack }: ChangeSetProps) {
  const { now } = useAppServices()
  return (
    <li>
      <p>
        <time>{momentWords(new Date(at), new Date(now()))}</time> <strong>{text.by(by)}</strong>{' '}
        {text.count(count)}
        {onTakeBack && (
          <Button size="small" onClick={() => onTakeBack(id)}>
            {text.takeBack}
          </Button>
        )}
      </p>
      <ul>
        {turns.map((turn) => (
          <li key={turn.id}>{sayPowerTurn(turn)}</li>
        ))}
        {count > turns.length && <li>{text.more(count - turns.length)}</li>}
      </ul>
    </li>
  )
}
