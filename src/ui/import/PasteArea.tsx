import { useState } from 'react'
import { Button, Input } from 'antd'
import { importRisksText } from '../../text/screen/review.ts'
import { importDialog } from '../../text/screen/importDialog.ts'
import { useAppServices } from '../base/appServices.ts'
import { chosenFile } from '../base/material/chosenFile.ts'
import type { Material } from '../base/material/material.ts'
import { sayFileError, type MaterialSource } from '../base/material/material.ts'
import { readMaterial } from '../base/material/readMaterial.ts'
import { pastedFrom } from '../base/material/pasted.ts'
import './PasteArea.css'
import './reading.css'

/** Table input: pasted, typed, chosen or dropped. */
export function PasteArea({ onMaterial }: { readonly onMaterial: (material: Material) => void }) {
  const { newId } = useAppServices()
  const [fault, setFault] = useState<string | null>(null)
  const [text, setText] = useState('')
  const attempt = async (source: MaterialSource) => {
    try {
      const material = await readMaterial(source, newId)
      if (material) onMaterial(material)
    } catch (error) {
      setFault(sayFileError(error))
    }
  }
  const openFile = (file: File) => void attempt({ file })
  return (
    <div
      className="paste-area"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        const file = event.dataTransfer.files[0]
        if (file) openFile(file)
      }}
    >
      <Input.TextArea
        autoFocus
        rows={8}
        aria-label={importDialog.pasteHere}
        placeholder={importDialog.pasteHere}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onPaste={(event) => {
          event.preventDefault()
          void attempt({ pasted: pastedFrom(event.clipboardData) })
        }}
      />
      {fault !== null && (
        <p className="reading-fault" role="alert">
          {fault}
        </p>
      )}
      <p className="field-help">{importDialog.columns}</p>
      <p className="field-help">{importRisksText.homeHint}</p>
      <div className="dialog-foot">
        <span>{importDialog.orFile}</span>
        <Button onClick={() => chosenFile(openFile)}>{importDialog.chooseFile}</Button>
        <span className="grow" />
        <Button type="primary" disabled={text.trim() === ''} onClick={() => void attempt({ written: text })}>
          {importDialog.read}
        </Button>
      </div>
    </div>
  )
}
