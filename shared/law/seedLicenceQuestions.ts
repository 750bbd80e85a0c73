import { questionList, type SeedQuestion } from './seedQuestion.ts';

/**
 * Proposed checklists of the items of 专利代理管理办法 art. 41 (一)–(四), by item code: what an agency is, reports
 * and makes public. The wording is ours, to be used on a visit; the rule behind each question is the cited article's. Nobody is asked to write a report or to
 * attend in person (北京市优化营商环境条例 art. 69).
 */

const act = '专利代理条例';
const rule = '专利代理管理办法';

export const licenceQuestions: Readonly<Record<string, readonly SeedQuestion[]>> = {
  'ZL-01': questionList([
    {
      text: '执业许可证、营业执照是否齐全有效，记载的名称、统一社会信用代码、经营场所是否一致？',
      method:
        '查看两证原件（律师事务所查看律师事务所执业许可证），与专利代理管理系统、国家企业信用信息公示系统的登记信息逐项比对。',
      law: `${act}第九条；${rule}第十八条`,
      answers: 'consistent',
      evidence: '执业许可证、营业执照照片',
      required: true,
    },
    {
      text: '是否有独立的经营场所，并在登记的地址实际办公？',
      method:
        '查看门牌、办公区和在岗人员；查看租赁合同或者产权证明，核对承租人、地址、期限；与其他单位合用的，看是否有独立区域和标识。',
      law: `${act}第八条第（三）项；${rule}第十条第（三）项、第十一条第（三）项、第十二条第（一）项`,
      answers: 'conform',
      evidence: '门牌和办公区照片，租赁合同或者产权证明复印件',
      required: true,
    },
    {
      text: '对外使用的名称是否唯一，并与执业许可证一致？',
      method:
        '核对招牌、公章、委托合同、网站所用的名称；除律师事务所外，名称中应当含有“专利代理”或者“知识产权代理”等字样。',
      law: `${rule}第十四条`,
      answers: 'conform',
      evidence: '招牌、合同首页照片',
    },
    {
      text: '是否有书面合伙协议或者公司章程，并与登记的版本一致？',
      method: '查阅现行文本和最近一次修订的决议，与登记备案的版本比对。律师事务所选“不适用”。',
      law: `${act}第八条第（二）项；${rule}第十条第（二）项、第十一条第（二）项`,
      answers: 'consistent',
      evidence: '首页和签署页复印件',
    },
    {
      text: '合伙人、股东的人数是否符合组织形式的要求？',
      method:
        '按组织形式对照名册：合伙企业不少于二名合伙人；有限责任公司不少于五名股东；律师事务所不少于二名合伙人或者专职律师具有专利代理师资格证。',
      law: `${rule}第十条第（四）项、第十一条第（四）项、第十二条第（二）项`,
      answers: 'conform',
      evidence: '合伙人或者股东名册',
      required: true,
    },
    {
      text: '以告知承诺方式取得执业许可的，承诺的内容是否属实？',
      method: '调取承诺书，逐条与现场情况和登记信息核对。不是以告知承诺方式取得的，选“不适用”。',
      law: {
        text: '国知办发运字〔2021〕36号（告知承诺制）',
        verification: 'P',
        note: '只见到转载，使用前请核对原文',
      },
      answers: 'conform',
      evidence: '承诺书复印件',
    },
    {
      text: '有无涂改、倒卖、出租、出借执业许可证的情形？',
      method:
        '分别询问业务管理人员和承办人员案源、承办和收款情况；随机抽查五份委托合同，核对盖章、承办人、收款账户是否都属于本机构。',
      law: `${rule}第五十一条第（九）项`,
      answers: 'found',
      evidence: '抽查合同清单，询问笔录',
    },
  ]),
  'ZL-02': questionList([
    {
      text: '合伙人，或者五分之四以上股东和法定代表人，是否具有专利代理师资格证并有两年以上执业经历？',
      method:
        '取名册，逐人查资格证号和执业备案记录，计算截至检查之日的执业年限；有限责任公司另计算股东比例。律师事务所选“不适用”。',
      law: `${rule}第十条第（五）项、第十一条第（五）项`,
      answers: 'conform',
      evidence: '逐人核对表',
      required: true,
    },
    {
      text: '合伙人、股东是否都是中国公民？',
      method: '核对提交许可、变更申请时的身份证件信息与现有名册，查有无未办理变更的新增人员。',
      law: `${rule}第九条`,
      answers: 'conform',
    },
    {
      text: '有无不具有完全民事行为能力、因故意犯罪受过刑事处罚的合伙人、股东？',
      method: '查阅本人声明，与行政处罚、司法公开信息比对；有疑点的，依法向有关机关核实。不当场下结论。',
      law: `${rule}第十三条第一款第（一）项、第（二）项`,
      answers: 'found',
      evidence: '核实函件和答复',
    },
    {
      text: '合伙人、股东是否专职在本机构工作？',
      method: '核对社会保险缴纳单位、劳动合同，查在其他单位任职、担任法定代表人的登记信息。',
      law: `${rule}第十三条第一款第（三）项`,
      answers: 'conform',
      evidence: '社会保险缴纳记录',
      required: true,
    },
    {
      text: '有无来自解散、被撤销或者被吊销许可的机构，而未妥善处理未办结业务，或者仍在三年禁任期内的合伙人、股东、法定代表人？',
      method: '在专利代理管理系统查各人以往所在机构的状态和处罚决定日期，自处罚决定作出之日起计算三年。',
      law: `${rule}第十三条第一款第（四）项、第二款`,
      answers: 'found',
      evidence: '系统查询页面',
    },
    {
      text: '名称、经营场所、合伙协议或者章程、合伙人、股东、法定代表人的变更，是否自企业变更登记之日起三十日内申请办理变更手续？',
      method:
        '从国家企业信用信息公示系统取最近三年的变更记录，与专利代理管理系统的申请日期逐项比对；三十日为自然日，逾期的逐条记录。',
      law: `${act}第九条第二款、第二十五条第一款第（一）项；${rule}第十七条第一款`,
      answers: 'conform',
      evidence: '变更日期比对表',
      required: true,
    },
  ]),
  'ZL-03': questionList([
    {
      text: '是否在规定的期限内提交年度报告？',
      method: '在专利代理管理系统查提交时间，与当年通知规定的期限比对（历年为1月1日至3月31日）。',
      law: {
        text: `${rule}第三十五条、第三十七条第（一）项；期限见当年年度报告通知`,
        verification: 'P',
        note: '期限见于历年通知的转载，使用前请核对当年通知',
      },
      answers: 'conform',
      evidence: '系统提交记录',
    },
    {
      text: '年度报告的九项内容是否填写完整？',
      method: '逐项对照办法第三十五条所列九项；律师事务所可仅提交与专利事务相关的内容。',
      law: `${rule}第三十五条`,
      answers: 'conform',
    },
    {
      text: '名称、经营场所、法定代表人或者执行事务合伙人、合伙人或者股东，是否与登记机关公示的一致？',
      method:
        '将年度报告与国家企业信用信息公示系统（律师事务所为司法行政部门公示）的页面逐项比对，记录不一致的栏目和两处内容。',
      law: `${rule}第十八条、第四十一条第（三）项`,
      answers: 'consistent',
      evidence: '两个系统的页面截图，注明截取时间',
      required: true,
    },
    {
      text: '专利代理师姓名、从业人数是否属实？',
      method:
        '与执业备案名单逐一比对；人数与社会保险参保人数、企业年度报告的从业人数比对，差异较大的询问原因。',
      law: `${rule}第三十五条第（二）项`,
      answers: 'consistent',
      evidence: '名单比对表',
    },
    {
      text: '设立分支机构的信息是否真实、完整？',
      method:
        '以总部统一社会信用代码查分支机构登记，与年度报告和分支机构备案名单比对。没有分支机构的选“不适用”。',
      law: `${rule}第三十五条第（四）项、第二十二条`,
      answers: 'consistent',
      evidence: '分支机构登记查询页面',
    },
    {
      text: '通过互联网提供服务的平台名称、网址是否如实报告？',
      method: '用机构名称、电话在搜索引擎和主要电商平台检索，逐个打开，与年度报告所列平台比对。',
      law: `${rule}第三十五条第（五）项`,
      answers: 'consistent',
      evidence: '检索结果和网页截图',
    },
    {
      text: '业务量、财务数据是否与公开数据和企业年度报告相符？',
      method:
        '业务量与国家知识产权局公开的代理量比对，财务数据与企业年度报告比对；不予公示的内容依法保密，记录中只写是否相符。',
      law: `${rule}第三十五条第（六）项、第（七）项、第三十六条`,
      answers: 'consistent',
    },
  ]),
  'ZL-04': questionList([
    {
      text: '有无未在规定期限提交年度报告的情形？',
      method: '查专利代理管理系统近三年的提交记录；已被列入的，查列入日期和是否已补报、移出。',
      law: `${rule}第三十七条第（一）项`,
      answers: 'found',
      evidence: '系统记录截图',
    },
    {
      text: '取得执业许可证或者提交年度报告时，有无提供虚假信息？',
      method: '以本次检查核实的人员、场所、分支机构情况，对照许可申请材料和最近一次年度报告。',
      law: `${rule}第三十七条第（二）项`,
      answers: 'found',
      evidence: '原申请材料与核实材料',
    },
    {
      text: '有无擅自变更名称、办公场所、执行事务合伙人或者法定代表人、合伙人或者股东？',
      method: '将登记机关的变更记录与专利代理管理系统比对，找出只在一处变更的事项。',
      law: `${rule}第三十七条第（三）项`,
      answers: 'found',
      evidence: '两个系统的页面截图',
      required: true,
    },
    {
      text: '分支机构的设立、变更、注销有无未按规定备案的？',
      method:
        '查分支机构登记日期与备案日期，超过三十日或者没有备案的逐个记录；在外省的分支机构，向所在地省级部门查询。没有分支机构的选“不适用”。',
      law: `${rule}第二十二条、第三十七条第（四）项`,
      answers: 'found',
      evidence: '分支机构登记与备案比对表',
    },
    {
      text: '被责令整改的，有无期限届满仍不符合执业许可条件的情形？',
      method: '调取责令整改通知书，按期限届满之日的情况复核许可条件。没有被责令整改的选“不适用”。',
      law: `${rule}第三十七条第（五）项`,
      answers: 'found',
      evidence: '责令整改通知书，复核材料',
    },
    {
      text: '公示信息有无与市场监督管理部门或者司法行政部门登记信息不一致的？',
      method: '核对名称、统一社会信用代码、经营场所、负责人、合伙人或者股东五项；当场可更正的，先督促更正。',
      law: `${rule}第三十七条第（六）项`,
      answers: 'found',
      evidence: '两处公示页面截图',
      required: true,
    },
    {
      text: '有无通过登记的经营场所无法联系的情形？',
      method:
        '先拨打登记电话；打不通的，实地核查并由物业、产权人出具证明，或者向登记地址邮寄专用信函两次，间隔十五日至三十日（参照企业公示信息抽查办法第十四条）。',
      law: `${rule}第三十七条第（七）项`,
      answers: 'found',
      evidence: '通话记录，邮寄凭证或者场所证明',
    },
  ]),
};
