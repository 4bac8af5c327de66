/** Why a key does nothing now. */
export const notNowText = {
  external: '外部流程图由内部流程图得出，修改流程请切回内部流程图。',
  oneStep: '请先选中一个环节，再用这个键。',
} as const
