/** Words of the acts that must not meet in one post (domain D; 行政事业单位内部控制规范). */

/** Whoever finds a case or shows a card asks for nothing. */
export const notAsking = /发现|巡查|巡检|线索|举报|来源|出示|受理|接收|接到|立案|登记/
/** 布置预算编制 asks others to draw it up. */
export const preparing = /(?<!(?:布置|部署|安排|下达|通知)[^，,]{0,6})编制|编写|起草|拟[订定写制]|制定|汇总编/
export const preparedThing =
  /预算|概算|决算|结算|方案|计划|合同|清单|招标文件|采购文件|需求|标底|控制价|报告|报表|工资|薪酬/
export const building = /施工|组织实施|实施工程|建设(?!方案|计划|规划|单位确认)|改造实施|维修实施|组织维修/
export const payingForWorks = /支付|付款|拨付|结算款|工程款/
export const judging = /评审|评标|评议|专家|鉴定|评选/
export const evaluating = /绩效(?:评价|评估|考核)|效果评估|使用评价|资金评价|后评价/
export const allotting = /分配|拨付|下达|立项|评审|审批|审定|批准/
export const keeping = /入库|保管|仓储|库存/
export const supervising = /监督|监管|监察|纪检|督查|投诉/
/** 监理 is one side of the works; answering a 质疑 is the buyer's own duty. */
export const notSupervising = /监理|质疑|异议|旁站/
/** A cashier may keep the 日记账 (会计法 art. 35 names the other books). */
export const dayBookOnly = /日记账(?!.*(?:费用|收入|支出|债权|债务|总账|明细|账目|账簿))/
export const receivingApplications = /(?<!不予|不|未|是否|能否)受理|接收[^，]{0,4}申请|收件/
export const delivering = /送达|颁发|发证|核发|领取|领证|取件/
