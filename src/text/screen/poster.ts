/** Words printed on a poster beyond the chart, and texts of the export dialog. */
import type { View } from '../../model/chart.ts'
import { paperName, viewName } from '../terms.ts'

/** Printed on the poster. */
export const posterWords = {
  scan: '扫码查看现行版本',
  /** After the edition's name on a part of a split chart. */
  part: (number: number, of: number) => `第${number}张（共${of}张）`,
  connector: '连接符：接另一张的同一字母',
  tile: (row: number, column: number, of: number) => `行${row} 列${column}，共 ${of} 张`,
  ruler: '100 毫米：请按“实际大小”打印，再用直尺核对',
  cut: '虚线为裁切线，沿线裁下后压在相邻一张上',
  steps: '办理步骤',
} as const

/** 单位设置's two colours. */
export const ownStyleLabel = '单位配色'

export const styleLabel = { plain: '简洁', blue: '政务蓝', red: '党建红', mono: '黑白' } as const

const pageLabel = ({ paper, landscape }: SaidPage): string =>
  `${paperName(paper)} ${landscape ? '横向' : '纵向'}`

interface SaidPage {
  readonly paper: string
  readonly landscape: boolean
}

type SaidRepair =
  | { readonly kind: 'turned' | 'larger'; readonly page: SaidPage }
  | { readonly kind: 'view'; readonly view: View }
  | { readonly kind: 'split'; readonly parts: number }
  | { readonly kind: 'tiles'; readonly page: SaidPage; readonly on: string; readonly sheets: number }

/** Proposals that make the text of a sheet large enough. */
export function sayRepair(repair: SaidRepair): string {
  switch (repair.kind) {
    case 'turned':
    case 'larger':
      return `改用 ${pageLabel(repair.page)}`
    case 'view':
      return `改用${viewName[repair.view]}`
    case 'split':
      return `拆成 ${repair.parts} 张，用连接符接续`
    case 'tiles':
      return `按 ${pageLabel(repair.page)} 拼贴，用 ${repair.on} 打印 ${repair.sheets} 张`
  }
}

/** Texts of the export dialog for posters and pictures. */
export const posterDialog = {
  purpose: '用途',
  purposes: {
    page: '整页打印、张贴',
    tilesA4: '拼贴：A4 打印机',
    tilesA3: '拼贴：A3 打印机',
    word: 'Word 插图（只有图）',
    wechat: '微信长图',
  },
  /** In the file name, after the edition. */
  purposeFile: { page: '', tilesA4: '拼贴A4', tilesA3: '拼贴A3', word: '插图', wechat: '长图' },
  partFile: (number: number) => `-${number}`,
  style: '配色',
  steps: '环节编号',
  stepNumberings: { plain: '不编号', numbered: '编号', noted: '编号，图下附依据、文书、材料' },
  phases: '画出各阶段的分界',
  noPhases: '没有画阶段：至少要有两个阶段，流程不能从后一阶段接到前一阶段，三栏图不画。',
  watermark: '加“内部公开”水印',
  carryInternal: '图片里带上图文件，以后可以再打开编辑',
  carryPublic: '图片里带上公开版图文件（不含内部内容）',
  address: '公开页网址',
  addressHint: '填写后印二维码，扫码可查现行版本',
  addressWrong: '请填写 http 或 https 开头、不太长的网址',
  emblem: '单位标识',
  chooseEmblem: '选择图片…',
  removeEmblem: '不用标识',
  emblemFailed: '这张图片读不出来，请换一张 PNG、JPG 或 SVG 图片。',
  emblemNotKept: '标识已用上，但浏览器没有地方保存，下次需要重新选择。',
  pdfOnly: '拼贴只有 PDF 格式',
  split: (parts: number) => `已拆成 ${parts} 张`,
  unsplit: '不拆了',
  cannotSplit: '这张图找不到可以拆开的地方',
  smallest: (mm: string, metres: string) => `最小文字 ${mm} 毫米，${metres} 米内看得清`,
  tooSmall: (mm: string) => `最小文字只有 ${mm} 毫米，打印后难以看清。`,
  tooSmallToHang: (mm: string, metres: string) => `最小文字 ${mm} 毫米，贴在墙上约 ${metres} 米远处看不清。`,
  smallOnPhone: '图较宽，手机上要放大才看得清图中的字；下面的步骤文字不受影响。',
  noChart: '这张图片里没有图文件。只有导出时选了“带上图文件”的 PNG、SVG 才能再打开。',
} as const
