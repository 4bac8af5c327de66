import { useCallback, useMemo, useState } from 'react'
import { Modal, Segmented } from 'antd'
import type { Arrangement } from '../../layout/arrangement.ts'
import type { Chart } from '../../model/chart.ts'
import { drawArrangement } from '../../sheet/drawArrangement.ts'
import { commandLabel } from '../../text/screen/commands.ts'
import { differenceMark } from '../../text/screen/differences.ts'
import { historyText } from '../../text/screen/history.ts'
import { editor } from '../../text/screen/screen.ts'
import { DisplayListSvg } from '../base/DisplayListSvg.tsx'
import { useAppServices } from '../base/appServices.ts'
import { useRequest } from '../base/api/useRequest.ts'
import { useSession } from '../openChart/session.ts'
import { useEscape } from '../base/useEscape.ts'
import type { ChangeMarks } from '../openChart/changeMarks.ts'
import { changeMarksOf } from './changeMarksOf.ts'
import { ChangeMarksSvg } from './ChangeMarksSvg.tsx'
import { RequestFailure } from '../base/RequestFailure.tsx'
import type { Comparison } from './useComparison.ts'
import './VersionDialog.css'
import './Sentences.css'

type Side = 'before' | 'after'

interface VersionDialogProps {
  readonly comparison: Comparison
  readonly older: string
  readonly newer: string
  readonly first: Side
  readonly onClose: () => void
}

/** Both versions side by side: deletions are marked in the older, additions in the newer one. */
export function VersionDialog({ comparison, older, newer, first, onClose }: VersionDialogProps) {
  useEscape(onClose)
  const [side, setSide] = useState(first)
  const [whole, setWhole] = useState(true)
  const { before, after, differences } = comparison
  const marks = useMemo(() => changeMarksOf(differences, before, after), [differences, before, after])
  return (
    <Modal
      keyboard={false}
      open
      centered
      width={1080}
      title={historyText.compare}
      footer={null}
      onCancel={onClose}
    >
      <div className="version-bar">
        <Segmented<Side>
          aria-label={historyText.compare}
          value={side}
          options={[
            { value: 'before', label: historyText.before(older) },
            { value: 'after', label: historyText.after(newer) },
          ]}
          onChange={setSide}
        />
        <span className="grow" />
        <Segmented
          value={whole ? 'whole' : 'actual'}
          options={[
            { value: 'whole', label: editor.fit },
            { value: 'actual', label: commandLabel.actualSize },
          ]}
          onChange={(value) => setWhole(value === 'whole')}
        />
      </div>
      <div className={whole ? 'version-sheet version-whole' : 'version-sheet'} tabIndex={0}>
        <Version chart={comparison[side]} marks={marks} label={side === 'before' ? older : newer} />
      </div>
      <Legend />
    </Modal>
  )
}

interface VersionProps {
  readonly chart: Chart
  readonly marks: ChangeMarks
  readonly label: string
}

function Version({ chart, marks, label }: VersionProps) {
  const { arranger } = useAppServices()
  const view = useSession((session) => session.view)
  const [arranged, again] = useRequest(
    useCallback(
      async () => ({
        chart,
        view,
        arrangement: await arranger.arrange({ chart, view, edition: 'internal' }),
      }),
      [arranger, chart, view],
    ),
  )
  if (arranged.state !== 'loaded') return <RequestFailure request={arranged} again={again} />
  return <VersionSvg {...arranged.value} marks={marks} label={label} />
}

interface VersionSvgProps extends VersionProps {
  readonly view: Parameters<typeof drawArrangement>[2]
  readonly arrangement: Arrangement
}

const margin = 16

function VersionSvg({ chart, view, arrangement, marks, label }: VersionSvgProps) {
  const width = arrangement.width + 2 * margin
  const height = arrangement.height + 2 * margin
  return (
    <svg
      role="img"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`${-margin} ${-margin} ${width} ${height}`}
    >
      <DisplayListSvg ink={drawArrangement({ name: 'internal', chart }, arrangement, view)} />
      <ChangeMarksSvg arrangement={arrangement} marks={marks} />
    </svg>
  )
}

function Legend() {
  return (
    <p className="version-legend">
      {(['added', 'changed', 'removed'] as const).map((mark) => (
        <span key={mark} className={`difference-${mark}`}>
          <span className="sign">{differenceMark[mark].sign}</span>
          {differenceMark[mark].word}
        </span>
      ))}
    </p>
  )
}
