import { useState } from 'react'
import { Modal } from 'antd'
import { entranceFault, personDialog } from '../../text/screen/together.ts'
import { useAppServices } from '../base/appServices.ts'
import { useEscape } from '../base/useEscape.ts'
import { PersonFields } from '../base/PersonFields.tsx'
import { useOpenChart } from '../openChart/openChartContext.ts'
import { useToasts } from '../base/toastContext.ts'

/** Name and post, said once; they can be said anew at any time. */
export function PersonDialog({ onClose }: { readonly onClose: () => void }) {
  useEscape(onClose)
  const { person, server } = useAppServices()
  const { connection } = useOpenChart()
  const { message } = useToasts()
  const [said, setSaid] = useState(person.read() ?? { name: '', post: '' })
  const save = async () => {
    const told = await server.sayWho(said)
    if (!told.ok)
      return void message.error(entranceFault[told.code === 'no-network' ? 'no-network' : 'other'])
    person.keep(said)
    onClose()
    // The server stamps a connection with the name that it had when it began.
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
      <PersonFields person={said} onChange={setSaid} />
    </Modal>
  )
}
