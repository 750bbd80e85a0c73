import { questionList, type SeedQuestion } from './seedQuestion.ts';

/**
 * Proposed checklists for trademark agencies, by item code (商标代理监督管理规定 arts. 20–24 and the duties they
 * supervise). The office inspects and keeps the credit file; a fine is for the market supervision department
 * (arts. 33, 34, 36), to which findings are passed on.
 */

const rule = '商标代理监督管理规定';

export const trademarkQuestions: Readonly<Record<string, readonly SeedQuestion[]>> = {
  'SB-01': questionList([
    {
      text: '从事商标代理业务是否已向国家知识产权局备案，备案是否在三年有效期内？',
      method: '在商标代理机构备案名单中以统一社会信用代码查询，记录备案日期和有效期届满日。',
      law: `${rule}第五条`,
      answers: 'conform',
      evidence: '备案查询页面截图',
      required: true,
    },
    {
      text: '有效期届满仍从事代理业务的，是否在届满前六个月内办理延续备案？',
      method: '核对原有效期届满日与延续备案办理日期；届满后仍有提交记录的，逐件记录。尚未届满的选“不适用”。',
      law: `${rule}第五条第二款`,
      answers: 'conform',
      evidence: '延续备案记录',
    },
    {
      text: '备案的名称、住所、联系方式、负责人、股东或者合伙人，是否与登记信息一致？',
      method:
        '与国家企业信用信息公示系统（律师事务所为司法行政部门公示）逐项比对，拨打备案电话核实能否接通。',
      law: `${rule}第六条第一款第（一）项、第（二）项`,
      answers: 'consistent',
      evidence: '两处页面截图，注明截取时间',
      required: true,
    },
    {
      text: '备案信息变化的，是否自变化或者登记、批准之日起三十日内办理变更备案？',
      method: '取近三年登记变更记录，与变更备案日期逐项比对；三十日为自然日。没有变化的选“不适用”。',
      law: `${rule}第七条`,
      answers: 'conform',
      evidence: '变更日期比对表',
    },
    {
      text: '备案的从业人员是否真实，有无同时在两个以上商标代理机构从业的？',
      method: '取备案从业人员名单，在各机构备案名单中检索；随机抽取三人核对劳动合同、社会保险缴纳单位。',
      law: `${rule}第六条第一款第（三）项、第十六条第二款`,
      answers: 'found',
      evidence: '名单检索结果',
    },
    {
      text: '不再从事商标代理业务或者申请注销登记的，是否妥善处理未办结业务并办理注销备案？',
      method: '查有无在办案件、是否通知委托人变更代理或者签订移转协议，再查注销备案。仍在从业的选“不适用”。',
      law: `${rule}第八条`,
      answers: 'conform',
      evidence: '未办结案件清单，移转协议',
    },
  ]),
  'SB-02': questionList([
    {
      text: '信用档案所载行政处罚，是否与公示系统的处罚信息一致？',
      method:
        '以统一社会信用代码查国家企业信用信息公示系统、信用中国，与信用档案逐条比对，漏记、错记的分别记录。',
      law: `${rule}第二十一条第（一）项`,
      answers: 'consistent',
      evidence: '处罚信息查询页面',
      required: true,
    },
    {
      text: '历次监督检查的情况和结果是否已记入信用档案？',
      method: '取本局近三年的检查记录，与信用档案逐次比对；本次检查结束后一并补记。',
      law: `${rule}第二十一条第（二）项`,
      answers: 'consistent',
    },
    {
      text: '加入行业组织、受行业惩戒的信息是否属实？',
      method: '向商标代理行业组织查询会员名单和惩戒决定，与信用档案比对。没有加入的选“不适用”。',
      law: `${rule}第二十一条第（三）项`,
      answers: 'consistent',
      evidence: '行业组织答复',
    },
    {
      text: '列入经营异常名录、严重违法失信名单的信息是否属实，已移出的是否已更新？',
      method: '查两个名单的列入、移出日期和决定机关，与信用档案比对。',
      law: `${rule}第二十一条第（四）项`,
      answers: 'consistent',
      evidence: '名单查询页面',
    },
    {
      text: '被约谈、通报等其他反映信用状况的信息是否已记入？',
      method: '查近三年本局约谈记录和国家知识产权局的通报，与信用档案比对。没有的选“不适用”。',
      law: `${rule}第二十一条第（五）项、第二十五条第二款、第三十六条第一款`,
      answers: 'consistent',
    },
  ]),
  'SB-03': questionList([
    {
      text: '是否按照国家有关规定报送上一年度的年度报告？',
      method:
        '在国家企业信用信息公示系统查报送日期，企业为每年1月1日至6月30日。律师事务所按司法行政部门的规定，选“不适用”。',
      law: `${rule}第二十二条；企业信息公示暂行条例第八条`,
      answers: 'conform',
      evidence: '年度报告查询页面',
      required: true,
    },
    {
      text: '年度报告的住所、电话、电子邮箱能否联系，是否与备案信息一致？',
      method: '拨打电话、发送邮件核实；与商标代理机构备案信息逐项比对。',
      law: `${rule}第六条第一款第（二）项、第二十二条`,
      answers: 'consistent',
      evidence: '通话、邮件记录',
    },
    {
      text: '年度报告的股东、负责人是否与备案信息一致？',
      method: '与备案的负责人、非上市公司的股东、合伙人姓名比对；不一致的，再查是否逾期未变更备案。',
      law: `${rule}第六条第一款第（二）项、第七条`,
      answers: 'consistent',
      evidence: '两处页面截图',
    },
    {
      text: '年度报告所列网站、网店是否公示机构名称、经营场所、经营范围和备案信息？',
      method: '逐个打开首页或者主页面，看信息是否在显著位置、是否为最新。不通过网络从业的选“不适用”。',
      law: `${rule}第十二条第二款`,
      answers: 'conform',
      evidence: '首页截图',
    },
  ]),
  'SB-04': questionList([
    {
      text: '因商标代理违法行为，有无两年内受到三次以上行政处罚的情形？',
      method: '列出近两年的处罚决定书文号、日期、案由；达到三次的，整理材料报送国家知识产权局。',
      law: `${rule}第三十四条第二款`,
      answers: 'found',
      evidence: '处罚决定书清单',
      required: true,
    },
    {
      text: '有无故意侵犯知识产权、提交恶意商标注册申请等受到较重行政处罚，应当列入严重违法失信名单的情形？',
      method:
        '查处罚决定书的事实、情节和处罚种类，与列入条件逐条对照；符合的，移送有权机关，本局不自行列入。',
      law: `${rule}第二十三条；市场监督管理严重违法失信名单管理办法（总局令第44号）第九条`,
      answers: 'found',
      evidence: '处罚决定书复印件',
    },
    {
      text: '知道或者应当知道委托人恶意申请注册，有无仍接受委托的情形？',
      method:
        '取近一年代理的申请清单，挑出同一委托人短期大量申请、与公众人物或者热点事件有关、被驳回后再次提交的，查阅案卷中的告知和审查记录。',
      law: `${rule}第十五条第三款、第二十九条第（一）项、第三十条第（一）项`,
      answers: 'found',
      evidence: '申请清单，案卷记录复印件',
      required: true,
    },
    {
      text: '有无以法定代表人、股东、员工等名义或者通过关联主体变相申请注册、受让代理服务以外的商标？',
      method: '以法定代表人、股东、高级管理人员姓名和关联企业名称检索商标申请人、受让人。',
      law: `${rule}第十条第二款、第三十条第（三）项`,
      answers: 'found',
      evidence: '商标检索结果',
    },
    {
      text: '被停止受理业务期间，有关责任人员有无在商标代理机构新任负责人、股东、合伙人？',
      method: '查停止受理决定和期限，以责任人员姓名检索其他机构的备案信息。没有被停止受理的选“不适用”。',
      law: `${rule}第三十四条第三款`,
      answers: 'found',
      evidence: '停止受理决定，检索结果',
    },
  ]),
  'SB-05': questionList([
    {
      text: '是否在住所或者经营场所醒目位置悬挂营业执照或者律师事务所执业许可证？',
      method: '进门时查看悬挂位置，核对名称、地址与备案是否一致。',
      law: `${rule}第十二条第一款`,
      answers: 'conform',
      evidence: '悬挂位置照片',
    },
    {
      text: '质量管理、利益冲突审查、恶意申请筛查、投诉处理、保密、人员、财务、档案等管理制度是否建立并执行？',
      method: '查阅制度文本，每项任选一份近一年的执行记录；询问一名从业人员恶意申请怎样筛查。',
      law: `${rule}第十一条第一款`,
      answers: 'conform',
      evidence: '制度目录和执行记录照片',
      required: true,
    },
    {
      text: '是否与委托人签订书面委托合同，约定权利义务？',
      method: '随机抽取五件近一年的案卷，查合同的委托事项、收费、双方盖章和签订日期是否早于提交日期。',
      law: `${rule}第十三条`,
      answers: 'conform',
      evidence: '合同首页和签署页照片',
      required: true,
    },
    {
      text: '有无在同一案件中接受有利益冲突的双方当事人委托的情形？',
      method: '对异议、撤销、无效宣告和复审案件，以商标号检索本机构代理过的申请人；查冲突审查记录。',
      law: `${rule}第十四条、第三十二条`,
      answers: 'found',
      evidence: '检索结果，冲突审查记录',
    },
    {
      text: '申请可能存在不得注册情形的，是否以书面通知等方式明确告知委托人？',
      method: '在抽取的案卷中挑被驳回或者部分驳回的，查提交前的检索报告、告知书或者往来邮件。',
      law: `${rule}第十五条第二款`,
      answers: 'conform',
      evidence: '告知书或者邮件复印件',
    },
    {
      text: '提交的文件是否加盖公章并由从业人员签字，案卷是否及时立卷归档、记录真实完整？',
      method: '核对抽取案卷的盖章、签字人是否为备案从业人员；看归档日期、目录和官方来文是否齐全。',
      law: `${rule}第十七条、第十八条`,
      answers: 'conform',
      evidence: '案卷目录、签字页照片',
    },
    {
      text: '收费和招揽业务有无承诺结果、暗示加速办理、低于成本收费等不正当情形？',
      method:
        '核对报价单、合同、收费凭证是否一致；查看宣传材料和客服话术，询问一名业务人员如何向客户介绍成功率。',
      law: `${rule}第十九条、第二十九条第（十）项、第三十一条第（二）项、第（五）项`,
      answers: 'found',
      evidence: '报价单、宣传材料照片，询问笔录',
    },
  ]),
};
