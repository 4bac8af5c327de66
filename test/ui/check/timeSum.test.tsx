import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { runChecks } from '../../../src/checks/runChecks.ts'
import { readTimeLimit } from '../../../src/model/time/readTimeLimit.ts'
import { TimeSum } from '../../../src/ui/check/TimeSum.tsx'
import { whole } from '../../checks/cases/case.ts'

const limit = (wording: string) => ({ timeLimit: readTimeLimit(wording) })

it('[CH11] the panel opens the sum: what counts, what does not and why, what could not be read, by which articles', () => {
  const chart = whole(
    '申请 → 受理 → 组织听证 → 现场核查 → 审查 → 作出决定 → 发证',
    { 组织听证: limit('20日'), 现场核查: limit('视情况'), 审查: limit('5日') },
    { powerKind: 'licensing' },
  )
  const shown = renderToStaticMarkup(<TimeSum chart={chart} time={runChecks(chart).time} />)
  for (const words of ['从这里起算', '依法不计入', '5 个工作日', '没有算入的：现场核查', '第四十二条'])
    expect(shown).toContain(words)
  expect(shown).not.toContain('发证')
})
