import { useState } from 'react'
import { Modal } from 'antd'
import { entranceFault, personDialog } from '../../text/screen/together.ts'
import { useAppServices } from '../base/appServices.ts'
import { useEscape } from '../base/useEscape.ts'
import { PersonFields } from '../base/PersonFields.tsx'
import { useOpenChart } from '../openChart/openChartContext.ts'
import { useToasts } from '../base/toastContext.ts'

/** Asks for name and post; can be opened again at any time. */
export function PersonDialog({ onClose }: { readonly onClose: () => void }) {
  useEscape(onClose)
  const { person, server } = useAppServices()
  const { connection } = useOpenChart()
  const { message } = useToasts()
  const [entered, setEntered] = useState(person.read() ?? { name: '', post: '' })
  const save = async () => {
    const answer = await server.sayWho(entered)
    if (!answer.ok)
      return void message.error(entranceFault[answer.code === 'no-network' ? 'no-network' : 'other'])
    person.keep(entered)
    onClose()
    // The server stamps a connection with the name it had when it was opened, so reconnect.
    connection.retry()
  }
  return (
    <Modal
      keyboard={false}
      open
      width={360}
      title={personDialog.heading}
      okText={personDialog.save}
      cancelText={personDialog.later}
      onCancel={onClose}
      onOk={() => void save()}
    >
      <p className="field-help">{personDialog.lead}</p>
      <PersonFields person={entered} onChange={setEntered} />
    </Modal>
  )
}
