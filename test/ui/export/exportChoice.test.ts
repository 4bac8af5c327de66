import { describe, expect, it } from 'vitest'
import { carries, formatOf, tilePaperOf, type ExportChoice } from '../../../src/ui/export/exportChoice.ts'
import { chosenAs, type ExportOptions } from '../../../src/ui/export/usePosterDefaults.ts'

const emblem = { png: new Uint8Array(), width: 1, height: 1 } as unknown as ExportChoice['emblem'] & object

const plain: ExportChoice = {
  edition: 'internal',
  view: 'flow',
  paper: 'A3',
  landscape: null,
  direction: null,
  folds: null,
  listedLanes: false,
  disclosed: false,
  format: 'png',
  purpose: 'page',
  style: 'plain',
  parts: 1,
  watermark: false,
  steps: 'plain',
  phases: false,
  carry: null,
  address: '',
  emblem: null,
  unitEmblem: null,
  ownStyle: null,
}

describe('what is exported', () => {
  it('over pages of a small printer is one PDF, whatever was asked for before; a page is what was asked for', () => {
    expect(tilePaperOf('tilesA4')).toBe('A4')
    expect(tilePaperOf('tilesA3')).toBe('A3')
    for (const purpose of ['page', 'word', 'wechat'] as const) expect(tilePaperOf(purpose)).toBeUndefined()
    expect(formatOf({ ...plain, purpose: 'tilesA4' })).toBe('pdf')
    expect(formatOf(plain)).toBe('png')
  })

  it('carries its chart where it is internal, and a public picture only if somebody says so', () => {
    expect(carries(plain)).toBe(true)
    expect(carries({ ...plain, edition: 'external' })).toBe(false)
    expect(carries({ ...plain, carry: false })).toBe(false)
    expect(carries({ ...plain, edition: 'external', carry: true })).toBe(true)
  })

  it('is dressed as the unit does it until the person says otherwise; no emblem is said, too', () => {
    const unsaid: ExportOptions = { ...plain, style: undefined, emblem: undefined }
    const start = { style: 'blue', emblem, unitEmblem: emblem, ownStyle: null } as const
    expect(chosenAs(unsaid, start)).toEqual({ ...plain, ...start })
    expect(chosenAs({ ...unsaid, style: 'mono', emblem: null }, start)).toMatchObject({
      style: 'mono',
      emblem: null,
      unitEmblem: emblem,
    })
  })
})
