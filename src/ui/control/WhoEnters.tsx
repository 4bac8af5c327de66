import { useState } from 'react'
import { Button, Input } from 'antd'
import { measureDialog } from '../../text/screen/controlText.ts'
import { entrance, entranceFault, personDialog } from '../../text/screen/together.ts'
import { useAppServices } from '../base/appServices.ts'
import { useToasts } from '../base/toastContext.ts'

/** Asks for name and post where none was given: what is entered is signed. */
export function WhoEnters() {
  const { person, server } = useAppServices()
  const { message } = useToasts()
  const [entered, setEntered] = useState(person.read() ?? { name: '', post: '' })
  const [isKnown, setKnown] = useState(entered.name.trim() !== '')
  if (isKnown) return null
  const save = async () => {
    const answer = await server.sayWho(entered)
    if (!answer.ok)
      return void message.error(entranceFault[answer.code === 'no-network' ? 'no-network' : 'other'])
    person.keep(entered)
    setKnown(true)
  }
  return (
    <div className="control-acts">
      {measureDialog.who}
      <Input
        aria-label={entrance.name}
        placeholder={entrance.name}
        value={entered.name}
        onChange={(event) => setEntered({ ...entered, name: event.target.value })}
      />
      <Input
        aria-label={entrance.post}
        placeholder={entrance.post}
        value={entered.post}
        onChange={(event) => setEntered({ ...entered, post: event.target.value })}
      />
      <Button disabled={entered.name.trim() === ''} onClick={() => void save()}>
        {personDialog.save}
      </Button>
    </div>
  )
}
