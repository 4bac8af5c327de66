import { useEffect, useRef, useState } from 'react'
import type { InputRef } from 'antd'
import { Input, Modal } from 'antd'
import { shelfText } from '../../text/screen/shelfText.ts'
import { belongsToInputMethod } from '../base/inputMethod.ts'

interface NewFolderDialogProps {
  readonly onName: (name: string) => void
  readonly onClose: () => void
}

/** ms; the menu from which this opens gives the focus back to its button when it closes. */
const afterMenu = 60

/** A folder is where its charts are: it comes with the first and goes with the last. */
export function NewFolderDialog({ onName, onClose }: NewFolderDialogProps) {
  const [name, setName] = useState('')
  const field = useRef<InputRef>(null)
  useEffect(() => {
    const timer = setTimeout(() => field.current?.focus(), afterMenu)
    return () => clearTimeout(timer)
  }, [])
  const done = () => {
    if (name.trim() === '') return
    onName(name.trim())
    onClose()
  }
  return (
    <Modal
      open
      width={400}
      title={shelfText.newFolderHeading}
      okText={shelfText.ok}
      cancelText={shelfText.cancel}
      okButtonProps={{ disabled: name.trim() === '' }}
      onOk={done}
      onCancel={onClose}
    >
      <Input
        ref={field}
        maxLength={60}
        aria-label={shelfText.newFolderName}
        placeholder={shelfText.newFolderName}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (!belongsToInputMethod(event.nativeEvent) && event.key === 'Enter') done()
        }}
      />
    </Modal>
  )
}
