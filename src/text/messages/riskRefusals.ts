/** Why a year of the 风险档案 is not frozen. */
export const riskRefusals = {
  unnamed: '存档要写明是谁办理：请先填写姓名',
  taken: '已经有同名的年度存档；存档不能改，请换一个名称',
  unread: (count: number) => `有 ${count} 张图读不出来，没有存档；请管理员运行 qingquan doctor 查看`,
} as const
