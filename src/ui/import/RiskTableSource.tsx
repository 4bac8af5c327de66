import { useState } from 'react'
import { Button, Input } from 'antd'
import { readTableFile, readTableText } from '../../files/readTableFile.ts'
import type { Table } from '../../files/tableSource/table.ts'
import { importRisksText } from '../../text/screen/review.ts'
import { chosenFile } from '../base/material/chosenFile.ts'
import { sayFileError } from '../base/material/material.ts'
import { pastedFrom } from '../base/material/pasted.ts'
import './PasteArea.css'
import './reading.css'

/** Input of last year's list: pasted, typed, chosen or dropped. */
export function RiskTableSource({ onTable }: { readonly onTable: (table: Table) => void }) {
  const [fault, setFault] = useState<string | null>(null)
  const [text, setText] = useState('')
  const attempt = async (read: () => Promise<Table> | Table) => {
    try {
      onTable(await read())
    } catch (error) {
      setFault(sayFileError(error))
    }
  }
  const openFile = (file: File) =>
    void attempt(async () => readTableFile(new Uint8Array(await file.arrayBuffer()), file.name))
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
      <p>{importRisksText.lead}</p>
      <Input.TextArea
        autoFocus
        rows={6}
        aria-label={importRisksText.pasteHere}
        placeholder={importRisksText.pasteHere}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onPaste={(event) => {
          const pasted = pastedFrom(event.clipboardData)
          const isTable = /<table[\s>]/i.test(pasted.html)
          if (!isTable && pasted.text.trim() === '') return
          event.preventDefault()
          void attempt(() => readTableText(isTable ? pasted.html : pasted.text))
        }}
      />
      {fault !== null && (
        <p className="reading-fault" role="alert">
          {fault}
        </p>
      )}
      <div className="dialog-foot">
        <Button onClick={() => chosenFile(openFile)}>{importRisksText.choose}</Button>
        <span className="grow" />
        <Button
          type="primary"
          disabled={text.trim() === ''}
          onClick={() => void attempt(() => readTableText(text))}
        >
          {importRisksText.read}
        </Button>
      </div>
    </div>
  )
}
