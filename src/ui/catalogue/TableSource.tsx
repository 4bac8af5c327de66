import { useEffect } from 'react'
import { Button } from 'antd'
import { readTableFile, readTableText } from '../../files/readTableFile.ts'
import type { Table } from '../../files/tableSource/table.ts'
import { importCatalogue } from '../../text/screen/catalogue.ts'
import { chosenFile } from '../base/material/chosenFile.ts'
import { sayFileError } from '../base/material/material.ts'
import { useToasts } from '../base/toastContext.ts'
import './TableSource.css'

/** Table input: a dropped or chosen file, or the clipboard. */
export function TableSource({ onTable }: { readonly onTable: (table: Table) => void }) {
  const { message } = useToasts()
  const open = (file: File) => {
    const read = async () => {
      try {
        onTable(await readTableFile(new Uint8Array(await file.arrayBuffer()), file.name))
      } catch (error) {
        void message.error({ content: sayFileError(error), duration: 8 })
      }
    }
    void read()
  }
  useEffect(() => {
    const onPaste = ({ clipboardData }: ClipboardEvent) => {
      const text = clipboardData?.getData('text/html') || clipboardData?.getData('text/plain') || ''
      if (text !== '') onTable(readTableText(text))
    }
    addEventListener('paste', onPaste)
    return () => removeEventListener('paste', onPaste)
  })
  return (
    <div
      className="table-source"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        event.stopPropagation()
        const [file] = event.dataTransfer.files
        if (file) open(file)
      }}
    >
      <p>{importCatalogue.hint}</p>
      <Button type="primary" onClick={() => chosenFile(open)}>
        {importCatalogue.choose}
      </Button>
    </div>
  )
}
