/** Mermaid flowcharts as scenes. Subgraphs are lanes where they name a post, else stages. */
import { looksLikePost } from '../../tableReading/cells/readPostNames.ts'
import { stageName } from '../../../text/recognition/drawnWords.ts'
import { DrawnChartError } from '../drawnChartError.ts'
import type { DrawnProblem } from '../drawnReading.ts'
import type { Scene, SceneLane, SceneLine, SceneShape } from '../scene/scene.ts'
import { labelText, mermaidChain, type MermaidNode } from './mermaidChain.ts'
import { mermaidBlocks, type MermaidBlock } from './mermaidBlocks.ts'

/** Characters of one statement; patterns are slow on longer ones. */
const mostStatement = 4_000
const flowKinds: ReadonlySet<string> = new Set([
  'flowchart',
  'graph',
  'swimlane-beta',
  'swimlane',
  'flowchart-elk',
])

/** The flowcharts of a text. Throws DrawnChartError if it has only other diagrams. */
export function readMermaid(text: string): readonly Scene[] {
  const blocks = mermaidBlocks(text)
  const flows = blocks.filter(({ kind }) => flowKinds.has(kind))
  const [other] = blocks
  if (flows.length === 0 && other) throw new DrawnChartError('otherDiagram', { words: other.kind })
  return flows.map(sceneOf)
}

interface Reading {
  readonly nodes: Map<string, SceneShape>
  readonly lines: SceneLine[]
  readonly lanes: Map<string, SceneLane>
  readonly laneOf: Map<string, string>
  /** Ids of the open subgraphs, the innermost last. */
  readonly open: string[]
  readonly left: DrawnProblem[]
  readonly doubts: DrawnProblem[]
  title: string
}

function sceneOf({ kind, title, statements }: MermaidBlock): Scene {
  const reading: Reading = {
    nodes: new Map(),
    lines: [],
    lanes: new Map(),
    laneOf: new Map(),
    open: [],
    left: [],
    doubts: [],
    title,
  }
  const isLanes = kind.startsWith('swimlane')
  for (const statement of statements) readStatement(statement, reading, isLanes)
  const isLane = (id: string | undefined) => id !== undefined && reading.lanes.has(id)
  const wholes = reading.lines.filter(({ from, to }) => isLane(from) || isLane(to))
  return {
    ...(reading.title !== '' && { title: reading.title }),
    shapes: [...reading.nodes.values()]
      .filter(({ id }) => !reading.lanes.has(id))
      .map((shape) => ({
        ...shape,
        ...(reading.laneOf.has(shape.id) && { lane: reading.laneOf.get(shape.id)! }),
      })),
    lines: reading.lines.filter((line) => !wholes.includes(line)),
    lanes: [...reading.lanes.values()],
    allLinesKnown: true,
    left: [
      ...reading.left,
      ...(wholes.length > 0 ? [{ fault: 'looseLine' as const, other: wholes.length }] : []),
    ],
    doubts: reading.doubts,
  }
}

/** Looks and behaviour, not content. */
const ignored =
  /^(?:style|classDef|class|linkStyle|click|direction|accTitle|accDescr|callback)\b|^\}|^(?:TB|TD|BT|RL|LR)$/

function readStatement(statement: string, reading: Reading, isLanes: boolean): void {
  const { open, left } = reading
  if (statement.length > mostStatement) left.push({ fault: 'mermaidLine', words: statement.slice(0, 60) })
  else if (/^title\s/.test(statement)) reading.title ||= statement.slice(6).trim()
  else if (/^subgraph(?:\s|$)/.test(statement)) openPart(statement.slice(8).trim(), reading, isLanes)
  else if (statement === 'end') open.pop()
  else if (!ignored.test(statement)) readChain(statement, reading)
}

/** `subgraph id [title]`, `subgraph title` */
function openPart(written: string, { lanes, laneOf, open, doubts }: Reading, isLanes: boolean): void {
  const [, named, label] = /^(\S+?)\s*\[(.*)\]$/.exec(written) ?? []
  const id = named ?? labelText(written)
  const name = labelText(label ?? written).replaceAll('\n', '')
  const parent = open.at(-1)
  const isStage = !isLanes && (stageName.test(name) || !looksLikePost(name))
  if (isStage && !stageName.test(name) && name !== '') doubts.push({ fault: 'stageKept', words: name })
  lanes.set(id, { id, name, kind: isStage ? 'stage' : 'lane', ...(parent !== undefined && { parent }) })
  if (parent !== undefined) laneOf.set(id, parent)
  open.push(id)
}

function readChain(statement: string, reading: Reading): void {
  const { nodes, links, rest } = mermaidChain(statement)
  if (rest !== '') reading.left.push({ fault: 'mermaidLine', words: statement.slice(0, 200) })
  // A line that is not understood makes no step; what stands before its fault does.
  if (rest !== '' && links.length === 0) return
  for (const node of nodes) addNode(node, reading)
  for (const { from, to, ...link } of links)
    reading.lines.push({
      id: `link ${reading.lines.length}`,
      from,
      to,
      path: [],
      ...link,
      label: link.label.replaceAll('\n', ''),
    })
}

function addNode({ id, text, figure }: MermaidNode, { nodes, laneOf, open }: Reading): void {
  const known = nodes.get(id)
  const said = text ?? known?.text ?? id
  nodes.set(id, { id, text: figure === 'bar' ? '' : said, figure: figure ?? known?.figure ?? 'rectangle' })
  const inside = open.at(-1)
  if (inside !== undefined && !laneOf.has(id)) laneOf.set(id, inside)
}
