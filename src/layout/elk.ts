/**
 * The part of elkjs that layout calls. The page passes a worker, tests and the command line an
 * engine in the same thread.
 */
export interface Elk {
  layout(graph: ElkGraph): Promise<{ readonly children?: ElkGraph['children'] }>
}

export interface ElkGraph {
  id: string
  layoutOptions?: Record<string, string>
  children?: { id: string; width?: number; height?: number; x?: number; y?: number }[]
  edges?: { id: string; sources: string[]; targets: string[] }[]
}
