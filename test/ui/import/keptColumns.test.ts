import { describe, expect, it } from 'vitest'
import { readDocumentText } from '../../../src/files/documentSource/readDocument.ts'
import { tablesOf } from '../../../src/files/documentSource/tablesOf.ts'
import { columnsOfTable } from '../../../src/files/tableReading/headings/columnsOfTable.ts'
import { keepColumns, keptColumns } from '../../../src/ui/import/keptColumns.ts'

function storageOf(kept: Map<string, string>): Storage {
  return {
    length: 0,
    clear: () => kept.clear(),
    key: () => null,
    getItem: (name) => kept.get(name) ?? null,
    removeItem: (name) => void kept.delete(name),
    setItem: (name, value) => void kept.set(name, value),
  }
}

describe('meanings of columns', () => {
  it('are remembered by heading; letters and unknown words are not', () => {
    const kept = new Map<string, string>()
    const storage = storageOf(kept)
    keepColumns({ 处置人: 'posts', 第几级: 'none', C: 'note' }, storage)
    expect(keptColumns(storage)).toEqual({ 处置人: 'posts', 第几级: 'none' })
    kept.set([...kept.keys()][0]!, '{"a":"weather","处置人":"posts"}')
    expect(keptColumns(storage)).toEqual({ 处置人: 'posts' })
    kept.set([...kept.keys()][0]!, 'broken')
    expect(keptColumns(storage)).toEqual({})
  })

  it('[FI26] each column is shown with what it is read as', () => {
    const [table] = tablesOf(readDocumentText('环节\t处置人\t天气\n登记\t门卫\t晴\n放行\t班长\t雨'))
    expect(columnsOfTable(table!, { 天气: 'none' })).toEqual([
      { at: 0, heading: '环节', field: 'name' },
      { at: 1, heading: '处置人', field: 'posts' },
      { at: 2, heading: '天气', field: 'none' },
    ])
  })
})
