/** What is said of the server on every page: apart, so that a chart opens without the words of the history. */
export const serverTrouble = {
  unreachable: '现在连不上服务器。网络恢复后再试；图仍可以在本机编辑。',
  noServer: '这里没有清权图服务器，图只保存在本机浏览器中。',
  unknown: '服务器的回答看不懂，请稍后重试。',
  again: '重试',
  loading: '正在读取…',
  notThere: '这张图还没有传到服务器，没有历史版本。撤销（Ctrl+Z）仍可用。',
  notSent: '还有改动没有传到服务器，版本没有保存。连上之后再试。',
  merged: (count: number) =>
    `与别人的修改合并时，有 ${count} 处两人写得不同，只留下了一个；没有留下的在“历史”的“冲突”里，可以改用。`,
} as const
