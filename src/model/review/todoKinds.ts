/** 意见待整改、意见待复核、等我审定、文书待回执、@我 */
export const todoKinds = ['answer', 'check', 'pass', 'receipt', 'mention'] as const

export type TodoKind = (typeof todoKinds)[number]
