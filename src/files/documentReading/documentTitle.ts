/** The title of a document: its first short line that is no number, label or attachment mark. */
import { attachment } from '../../text/recognition/tableWords.ts'
import type { SourceDocument } from '../documentSource/sourceDocument.ts'
import { placeOf } from '../tableReading/headings/headerFacts.ts'
import { lineLabel } from '../tableReading/outline/lineLabel.ts'
import { arrows } from '../../text/recognition/tableWords.ts'

/** 首页 > 办事服务 > … of a web page. */
const whereAmI = /^(?:您?(?:的)?当前(?:所在)?位置|[^>›»]{2,10}\s*[>›»])/
/** Headings of a page's first section. */
const noTitle = /^(?:基本|办事|办理|事项)信息$/
const mostLength = 45

/** 首页 > 政务公开 > 办事指南 says where a page stands. */
export function isBreadcrumb(line: string): boolean {
  return whereAmI.test(line)
}

export function documentTitle({ blocks }: SourceDocument): string | undefined {
  for (const block of blocks.slice(0, 3)) {
    if (block.kind !== 'paragraph') return undefined
    const text = block.text.trim().replaceAll(/\s*\n\s*/g, '')
    if (attachment.test(text.replaceAll(/\s/g, '')) || whereAmI.test(text) || noTitle.test(text)) continue
    // A label, with its value on the next line: 事项名称.
    if (placeOf(text) !== undefined) return undefined
    const isTitle =
      text.length <= mostLength &&
      !/[。；;：:，,]/.test(text) &&
      lineLabel(text) === undefined &&
      !arrows.test(text)
    return isTitle ? text : undefined
  }
  return undefined
}
