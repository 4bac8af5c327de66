import { useMemo } from 'react'
import { Alert, Button } from 'antd'
import { readablePages } from '../../sheet/compose.ts'
import { leastText } from '../../sheet/page/pageLook.ts'
import type { Page } from '../../sheet/papers.ts'
import { exportDialog } from '../../text/screen.ts'
import { paperName } from '../../text/terms.ts'
import type { ReadySheet } from './useSheet.ts'

interface SheetWarningsProps {
  readonly ready: ReadySheet
  readonly onPage: (page: Page) => void
}

/** What would be regretted after printing, with the cheapest way out. */
export function SheetWarnings({ ready, onPage }: SheetWarningsProps) {
  const { content, page, sheet } = ready
  const tooSmall = sheet.smallestText < leastText
  const better = useMemo(
    () => (tooSmall ? readablePages(content, page)[0] : undefined),
    [tooSmall, content, page],
  )
  const mm = sheet.smallestText.toFixed(1)
  const { name, chart } = content.edition
  return (
    <>
      {tooSmall ? (
        <Alert
          type="warning"
          title={exportDialog.tooSmall(mm)}
          action={
            better && (
              <Button size="small" onClick={() => onPage(better)}>
                {better.paper === page.paper
                  ? exportDialog.proposeTurn
                  : exportDialog.proposePaper(paperName(better.paper))}
              </Button>
            )
          }
        />
      ) : (
        <span className="field-help">{exportDialog.smallest(mm)}</span>
      )}
      {name === 'external' && !chart.header.supervisionPhone && (
        <Alert type="warning" title={exportDialog.noSupervision} />
      )}
    </>
  )
}
