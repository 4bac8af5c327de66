import type { Arrangement } from '../layout/arrangement.ts'
import type { Edition } from '../model/editions/edition.ts'
import { fileTitle } from '../text/paper/fileTitle.ts'
import { exportDialog } from '../text/screen/exportDialog.ts'
import { editionName } from '../text/terms.ts'
import { exchangeFormats, type ExchangeFormat } from './exchangeFile.ts'
import { plainScene } from './plainScene.ts'

/** A chart as files of other programs; of several with one ending, the further ones say which they are. */
export function exchangedFiles(
  edition: Edition,
  arrangement: Arrangement,
  formats: readonly ExchangeFormat[],
): readonly { readonly name: string; readonly bytes: Uint8Array }[] {
  const scene = plainScene(edition, arrangement)
  const stem = exportDialog.fileName(fileTitle(edition.chart.header.title), editionName[edition.name])
  return formats.map((format, at) => {
    const { ending, write } = exchangeFormats[format]
    const isTaken = formats.slice(0, at).some((other) => exchangeFormats[other].ending === ending)
    const file = write(scene)
    return {
      name: `${stem}${isTaken ? `-${format}` : ''}.${ending}`,
      bytes: typeof file === 'string' ? new TextEncoder().encode(file) : file,
    }
  })
}
