import { Button } from 'antd'
import type { Form } from '../../files/registers/form.ts'
import { replayScreen as words } from '../../text/screen/replayScreen.ts'
import { fileTitle } from '../../text/paper/fileTitle.ts'
import { download } from '../base/download.ts'
import { useChartValue } from '../openChart/chartContext.ts'

/** 办件分析 for the file; the writers come when they are wanted. */
export function ReplayDownloads({ forms }: { readonly forms: readonly Form[] }) {
  const title = useChartValue(({ header }) => header.title)
  const save = async (format: 'xlsx' | 'docx') => {
    const bytes =
      format === 'xlsx'
        ? await (await import('../../files/registers/writeXlsx.ts')).writeXlsx(forms, undefined)
        : await (await import('../../files/registers/writeDocx.ts')).writeDocx(forms, undefined)
    download({ name: `${words.fileName(fileTitle(title))}.${format}`, blob: new Blob([bytes]) })
  }
  return (
    <div className="dialog-foot">
      <span className="grow" />
      <Button onClick={() => void save('docx')}>{words.downloadDocx}</Button>
      <Button type="primary" onClick={() => void save('xlsx')}>
        {words.downloadXlsx}
      </Button>
    </div>
  )
}
