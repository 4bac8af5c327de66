import { risk, type RiskTopic } from './risk.ts'

/** 资产、车辆、物资. */
export const thingTopics: readonly RiskTopic[] = [
  {
    id: 'stock',
    words: ['入库', '领用', '库存', '保管', '盘点', '资产登记', '资产卡片', '账卡'],
    powers: ['assets', 'procurement', 'finance'],
    risks: [
      risk(
        '资产不入账、账外存放，造成流失',
        'process',
        'medium',
        '一物一码登记到使用人',
        '每年至少全面盘点一次并公布结果',
      ),
      risk(
        '公物私用，长期借用不还',
        'integrity',
        'medium',
        '领用、借用须审批并约定归还日期',
        '离岗时核对名下资产方可办结手续',
      ),
      risk(
        '采购、验收、保管由一人办理',
        'institution',
        'medium',
        '采购、验收、保管岗位分设',
        '单据分别由采购、验收、保管三人签字',
      ),
      risk(
        '虚报损耗，侵占库存物资',
        'integrity',
        'high',
        '出入库由两人签字并每月抽盘',
        '损耗超标准须书面说明并审批',
      ),
    ],
  },
  {
    id: 'disposal',
    words: ['处置', '报废', '转让', '出售', '拍卖', '变卖', '核销', '划转'],
    powers: ['assets', 'compulsion', 'penalty'],
    risks: [
      risk(
        '将尚可使用的资产申报报废',
        'duty',
        'medium',
        '由技术人员鉴定并出具意见',
        '报废前先在单位之间公布，优先调剂使用',
      ),
      risk(
        '低价处置，利益输送给关系人',
        'integrity',
        'high',
        '进入公共资源交易平台公开竞价',
        '工作人员及其亲属不得参与竞买',
      ),
      risk(
        '未经评估、审批擅自处置资产',
        'process',
        'medium',
        '达到标准的先评估后处置',
        '按批次累计原值确定审批权限',
      ),
      risk('截留、坐支资产处置收入', 'integrity', 'high', '处置收入直接缴入国库', '处置与收款由不同岗位办理'),
    ],
  },
  {
    id: 'lease',
    words: ['出租', '出借', '租赁', '招租'],
    powers: ['assets'],
    risks: [
      risk(
        '不公开招租，低价出租给关系人',
        'integrity',
        'high',
        '租金底价经评估后公开招租',
        '租赁合同和租金在内部公开',
      ),
      risk('租金不入账或者拖欠不追缴', 'process', 'high', '租金直接缴入财政专户', '建立欠租台账并按月催收'),
    ],
  },
  {
    id: 'vehicle',
    words: ['派车', '用车', '出车', '车辆', '里程', '回场'],
    powers: ['assets', 'finance'],
    risks: [
      risk(
        '公车私用，虚构公务事由',
        'integrity',
        'medium',
        '申请单写明事由、地点和人员',
        '对照定位轨迹按周抽查',
      ),
      risk(
        '无单派车，不登记出车信息',
        'process',
        'medium',
        '一车一单，凭单领取车钥匙',
        '每月核对派车单与里程表',
      ),
      risk(
        '擅自改变路线，私自留宿停放',
        'integrity',
        'medium',
        '车辆统一标识并安装定位',
        '节假日封存停驶、定点停放',
      ),
    ],
  },
  {
    id: 'maintenance',
    words: ['维修', '加油', '保养', '油卡', '修缮'],
    powers: ['assets', 'finance'],
    risks: [
      risk(
        '虚报维修项目，与维修厂串通',
        'integrity',
        'high',
        '维修前后拍照，旧件回收登记',
        '维修企业公开采购并定期轮换',
      ),
      risk('套取油料，一卡多车', 'integrity', 'high', '一车一卡加油并限定油品', '单车油耗与里程按月比对'),
    ],
  },
]
