import type { View } from '../model/chart.ts'
import type { Edition } from '../model/editions/edition.ts'
import { orientedContent } from '../sheet/pageContent.ts'
import type { NotCarried } from '../text/paper/exchangeWords.ts'
import { exchangeFormats, leftBehind, type ExchangeFormat } from './exchangeFile.ts'
import { plainScene } from './plainScene.ts'

export interface ExchangedChart {
  readonly file: string | Uint8Array
  /** What the file does not hold. */
  readonly left: readonly NotCarried[]
}

/** An edition as a file of another program, arranged as for A3: what the command line and the server write. */
export async function exchangedChart(
  edition: Edition,
  format: ExchangeFormat,
  view: View,
): Promise<ExchangedChart> {
  const { content } = await orientedContent({ edition, view, paper: 'A3', landscape: null })
  const scene = plainScene(edition, content.arrangement)
  return { file: exchangeFormats[format].write(scene), left: leftBehind(format, scene) }
}
