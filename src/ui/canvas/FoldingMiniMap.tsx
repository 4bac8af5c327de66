import { Panel } from '@xyflow/react'
import DownOutlined from '@ant-design/icons/DownOutlined'
import UpOutlined from '@ant-design/icons/UpOutlined'
import { canvasText } from '../../text/screen/commands.ts'
import { setSession, useSession } from '../openChart/session.ts'
import type { Drawing } from '../openChart/useDrawing.ts'
import { MapOfChart } from './MapOfChart.tsx'
import './FoldingMiniMap.css'

/** The minimap, which folds to a button: on small screens it covers a good part of the chart. */
export function FoldingMiniMap({ drawing }: { readonly drawing: Drawing }) {
  const minimap = useSession((session) => session.minimap)
  const label = minimap ? canvasText.foldMinimap : canvasText.unfoldMinimap
  return (
    <>
      {minimap && <MapOfChart drawing={drawing} />}
      <Panel position="bottom-right" className={minimap ? 'map-fold map-unfolded' : 'map-fold'}>
        <button
          type="button"
          aria-label={label}
          aria-expanded={minimap}
          title={label}
          onClick={() => setSession({ minimap: !minimap })}
        >
          {minimap ? <DownOutlined /> : <UpOutlined />}
        </button>
      </Panel>
    </>
  )
}
