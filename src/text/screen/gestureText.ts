/** What a gesture on the canvas will do, while it is made, and what it did. */
export const gestureText = {
  insertHere: '插入到此处',
  holdToInsert: '按住 Alt 松手，插入到此处',
  between: (from: string, to: string) => `“${from}”和“${to}”之间`,
  movedInto: (step: string, between: string) => `“${step}”已插入${between}`,
  madeInto: (between: string) => `新环节已插入${between}`,
  lane: (step: string, post: string) => `“${step}”的岗位改为“${post}”`,
  lanes: (count: number, post: string) => `${count} 个环节的岗位改为“${post}”`,
  ownLanes: (count: number) => `${count} 个环节的岗位改为各自所在的泳道`,
  removedPost: (post: string, steps: number, risks: number) =>
    [
      `已删除岗位“${post}”`,
      ...(risks > 0 ? [`和它的 ${risks} 个岗位风险`] : []),
      ...(steps > 0 ? [`，${steps} 个环节不再属于它`] : []),
    ].join(''),
  laneHead: '双击改名，拖动换位置',
  noLane: (count: number) => `${count} 个环节不再属于任何岗位`,
  connected: (from: string, to: string) => `已连线：从“${from}”到“${to}”`,
  reconnected: (from: string, to: string) => `流线改为从“${from}”到“${to}”`,
  postAfter: (post: string, before: string) => `岗位“${post}”移到“${before}”之后`,
  postFirst: (post: string) => `岗位“${post}”移到最前`,
  undo: '撤销',
  tooLate: '之后又有了改动，请用 Ctrl+Z 逐步撤销。',
} as const
