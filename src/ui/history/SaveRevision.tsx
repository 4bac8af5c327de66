import { useState } from 'react'
import { Button, Input } from 'antd'
import type { Id } from '../../model/chart.ts'
import { historyText } from '../../text/screen/history.ts'
import { mayWrite } from '../openChart/mayWrite.ts'
import { sayServerError } from '../base/api/httpClient.ts'
import { useSession } from '../openChart/session.ts'
import { whenSaved } from '../openChart/whenSaved.ts'
import { useToasts } from '../base/toastContext.ts'
import { useApi } from '../base/appServices.ts'
import './SaveRevision.css'

interface SaveRevisionProps {
  readonly chart: Id
  readonly onSaved: () => void
}

/** 保存为版本: saves a named revision. */
export function SaveRevision({ chart, onSaved }: SaveRevisionProps) {
  const server = useApi().charts
  const may = useSession(({ access }) => mayWrite(access))
  const { message } = useToasts()
  const [name, setName] = useState('')
  const [working, setWorking] = useState(false)
  if (!may) return <p className="field-help">{historyText.mayNot}</p>
  const save = async () => {
    setWorking(true)
    try {
      await whenSaved()
      await server.keepRevision(chart, name.trim(), 'named')
      void message.success(historyText.savedAs(name.trim()))
      setName('')
      onSaved()
    } catch (error) {
      void message.error({ content: sayServerError(error), duration: 8 })
    } finally {
      setWorking(false)
    }
  }
  return (
    <form
      className="save-revision"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '' && !working) void save()
      }}
    >
      <Input
        aria-label={historyText.saveName}
        placeholder={historyText.saveNameHint}
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button htmlType="submit" loading={working} disabled={name.trim() === ''}>
        {historyText.save}
      </Button>
    </form>
  )
}
