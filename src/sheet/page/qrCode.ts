/**
 * The QR code from a poster to the valid public page. Drawn as paths, so it is as sharp as the
 * printer allows.
 */
import newCode from 'qrcode-generator'
import { posterWords } from '../../text/screen/poster.ts'
import { textWidthOf } from '../textWidth.ts'
import { colour } from '../figures/look.ts'
import type { DisplayItem, PathCommand } from '../displayList.ts'
import { lineItem } from '../textItems.ts'
import type { Block } from './block.ts'
import type { PageLook } from './pageLook.ts'

/** mm; smaller codes and finer modules are not read from a wall (facts 5). */
const least = { side: 20, module: 0.4 } as const
/** Modules that stay white on every side. Source: ISO/IEC 18004, 6.3.8. */
const quietZone = 4

/** The address cannot be printed as a QR code: not http(s), or too long. */
export class AddressError extends Error {
  readonly fault = 'not-an-address'
  readonly address: string

  constructor(address: string) {
    super(`Not an address for a QR code: ${address}`)
    this.name = 'AddressError'
    this.address = address
  }
}

export interface QrBlock extends Block {
  readonly width: number
}

/** The code with its caption under it; what is around it keeps out of its quiet zone. Throws an AddressError. */
export function qrBlock(address: string, look: PageLook): QrBlock {
  const modules = modulesOf(address)
  const side = Math.max(least.side, 23 * look.scale, modules.length * least.module)
  const module = side / modules.length
  const quiet = quietZone * module
  const caption = { ...look.value, size: look.value.size * 0.95 }
  const width = Math.max(side + 2 * quiet, textWidthOf(posterWords.scan, caption.size, caption.weight))
  const x = (width - side) / 2
  return {
    width,
    height: side + 2 * quiet + caption.lineHeight,
    items: [
      {
        kind: 'rect',
        x: x - quiet,
        y: 0,
        width: side + 2 * quiet,
        height: side + 2 * quiet,
        fill: colour.white,
      },
      {
        kind: 'group',
        x,
        y: quiet,
        scale: module,
        children: [{ kind: 'path', path: darkRuns(modules), fill: '#000000' }],
      },
      ...lineItem(
        posterWords.scan,
        { x: width / 2, middle: side + 2 * quiet + caption.lineHeight / 2, align: 'middle' },
        caption,
      ),
    ] satisfies readonly DisplayItem[],
  }
}

/** Whether an address can be printed as a QR code: http(s), and short enough. */
export function isPrintableAddress(address: string): boolean {
  try {
    return modulesOf(address).length > 0
  } catch (error) {
    if (error instanceof AddressError) return false
    throw error
  }
}

function modulesOf(address: string): readonly (readonly boolean[])[] {
  if (!/^https?:\/\/[^\s/]+/u.test(address)) throw new AddressError(address)
  // Every character but ASCII is escaped by URL, so one byte stands for one character.
  try {
    const code = newCode(0, 'M')
    code.addData(new URL(address).href)
    code.make()
    const across = Array.from({ length: code.getModuleCount() }, (_, i) => i)
    return across.map((row) => across.map((column) => code.isDark(row, column)))
  } catch (error) {
    throw Object.assign(new AddressError(address), { cause: error })
  }
}

/**
 * The dark stretches of each row as rectangles of one path, so that no gaps show between
 * neighbouring modules.
 */
function darkRuns(modules: readonly (readonly boolean[])[]): readonly PathCommand[] {
  return modules.flatMap((row, y) =>
    row.flatMap((dark, x): readonly PathCommand[] => {
      if (!dark || row[x - 1] === true) return []
      const end = row.findIndex((other, at) => at > x && !other)
      const right = end < 0 ? row.length : end
      return [['M', x, y], ['L', right, y], ['L', right, y + 1], ['L', x, y + 1], ['Z']]
    }),
  )
}
