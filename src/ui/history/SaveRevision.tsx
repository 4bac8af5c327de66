import { useState } from 'react'
import { Button, Input } from 'antd'
import type { Id } from '../../model/chart.ts'
import { historyText } from '../../text/screen/history.ts'
import { mayWrite } from '../room/access.ts'
import { sayServerError } from '../server/asking.ts'
import { useServer } from '../server/chartServer.ts'
import { useSession } from '../session.ts'
import { whenSaved } from './whenSaved.ts'
import { useSaying } from '../saying.ts'

interface SaveRevisionProps {
  readonly chart: Id
  readonly onSaved: () => void
}

/** 保存为版本, under a name. */
export function SaveRevision({ chart, onSaved }: SaveRevisionProps) {
  const server = useServer()
  const may = useSession(({ access }) => mayWrite(access))
  const { message } = useSaying()
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
