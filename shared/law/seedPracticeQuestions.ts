import { questionList, type SeedQuestion } from './seedQuestion.ts';

/** Proposed checklists of the items of 专利代理管理办法 art. 41 (五)–(七): how an agency and its people practise. */

const act = '专利代理条例';
const rule = '专利代理管理办法';

export const practiceQuestions: Readonly<Record<string, readonly SeedQuestion[]>> = {
  'ZL-05': questionList([
    {
      text: '质量管理制度是否建立并实际执行？',
      method: '查阅制度文本；随机抽取五件近一年的案卷，看是否有撰写、审核、复核的记录和人员签名。',
      law: `${rule}第二十三条第一款`,
      answers: 'conform',
      evidence: '制度封面，案卷审核记录照片',
      required: true,
    },
    {
      text: '是否与委托人订立书面委托合同，并在接受委托前审查利益冲突？',
      method:
        '在上述案卷中查合同和冲突检索记录；请承办人员演示如何检索，看能否查到同一专利的对方当事人和承办人近亲属。',
      law: `${act}第十四条；${rule}第二十三条第一款`,
      answers: 'conform',
      evidence: '合同首页，冲突审查记录',
      required: true,
    },
    {
      text: '投诉处理制度是否建立，投诉是否有登记、有答复？',
      method: '查阅投诉登记簿，任选两件看处理过程和答复时间；与市局收到的涉及该机构的投诉举报比对。',
      law: `${rule}第二十三条第一款`,
      answers: 'conform',
      evidence: '投诉登记簿照片',
    },
    {
      text: '年度考核和人员管理制度是否建立并执行，对职业道德、执业纪律是否有监督？',
      method: '查阅上一年度考核表、培训记录、劳动合同台账；询问一名专利代理师考核怎样进行。',
      law: `${rule}第二十三条第一款`,
      answers: 'conform',
      evidence: '考核表照片',
    },
    {
      text: '财务、档案管理制度是否建立并执行？',
      method:
        '抽查五件案卷，核对收费凭证是否由本机构开具、案卷是否齐全、保管场所能否防止泄露未公开的发明内容。',
      law: `${act}第十七条；${rule}第二十三条第一款`,
      answers: 'conform',
      evidence: '档案保管场所照片',
    },
    {
      text: '有无默许、指派专利代理师在未经其本人撰写或者审核的文件上签名的情形？',
      method: '抽取五件署名案卷，单独询问署名的专利代理师撰写和审核经过，核对文件修改记录、通信记录。',
      law: `${rule}第五十一条第（八）项、第五十三条第一款`,
      answers: 'found',
      evidence: '询问笔录，文件修改记录',
      required: true,
    },
    {
      text: '通过互联网宣传、承接业务的，是否在首页显著位置持续公示执业许可证等信息并及时更新？',
      method:
        '当场打开网站、店铺首页，核对许可证信息是否可见、是否为最新。不通过互联网开展业务的选“不适用”。',
      law: `${rule}第二十四条`,
      answers: 'conform',
      evidence: '首页截图',
    },
  ]),
  'ZL-06': questionList([
    {
      text: '执业的专利代理师是否都取得专利代理师资格证？',
      method: '取执业名单，逐人核对资格证号与国家知识产权局公布的信息。',
      law: `${act}第十一条；${rule}第二十六条第一款第（二）项`,
      answers: 'conform',
      evidence: '逐人核对表',
      required: true,
    },
    {
      text: '首次执业的人员是否在专利代理机构实习满一年？',
      method:
        '对近一年首次执业的人员，核对实习起止日期、实习评价材料和同期社会保险记录；有律师执业经历或者三年以上审查经历的，核对证明。',
      law: `${rule}第二十六条第一款第（三）项`,
      answers: 'conform',
      evidence: '实习评价材料复印件',
    },
    {
      text: '专利代理师是否为合伙人、股东或者签订劳动合同，并专职执业？',
      method: '随机抽取五人（不足五人的全部），核对劳动合同、社会保险缴纳单位和工资发放记录。',
      law: `${rule}第二十六条第一款第（四）项、第（五）项`,
      answers: 'conform',
      evidence: '劳动合同首页，社会保险缴纳记录',
      required: true,
    },
    {
      text: '首次执业是否自执业之日起三十日内备案？',
      method: '以符合全部执业条件之日为执业之日，与备案提交日期比对，逾期的逐人记录。',
      law: `${act}第十二条第一款；${rule}第二十八条第一款`,
      answers: 'conform',
      evidence: '日期比对表',
    },
    {
      text: '离职、转换机构的人员是否在三十日内办理备案变更，业务是否移交？',
      method: '取近一年离职人员名单，核对离职日期、备案变更日期和业务移交清单。没有的选“不适用”。',
      law: `${rule}第二十九条第一款、第二款`,
      answers: 'conform',
      evidence: '离职证明，移交清单',
    },
    {
      text: '有无同时在两个以上专利代理机构从事业务的人员？',
      method: '以资格证号查各机构执业备案；对照近一年专利公报中署名的代理机构。',
      law: `${act}第十六条第二款`,
      answers: 'found',
      evidence: '查询页面截图',
    },
    {
      text: '有无专利代理师自行接受委托的情形？',
      method: '抽查五件案卷的合同签订方和收款方；询问专利代理师案件如何指派，核对指派记录。',
      law: `${act}第十六条第一款；${rule}第二十五条`,
      answers: 'found',
      evidence: '合同与收款凭证复印件',
    },
  ]),
  'ZL-07': questionList([
    {
      text: '有无未取得执业许可的单位或者个人租用、借用本机构资质开展专利代理业务？',
      method: '查阅合作协议、分成记录；抽查五件案卷的实际撰写人、收款人，核对是否为本机构人员。',
      law: `${rule}第五十二条第（一）项；${act}第二十七条`,
      answers: 'found',
      evidence: '合作协议，收款凭证复印件',
      required: true,
    },
    {
      text: '被检查场所有无未取得许可而代理专利申请、宣告专利权无效，或者以专利代理名义招揽业务的情形？',
      method: '查看招牌、宣传册、报价单、网站和社交账号；询问在场人员办理过哪些专利事务、以谁的名义提交。',
      law: `${rule}第八条、第五十二条第（二）项`,
      answers: 'found',
      evidence: '宣传材料照片，网页截图，询问笔录',
      required: true,
    },
    {
      text: '许可证、资格证被撤销或者吊销的，有无继续代理或者招揽业务？',
      method: '查撤销、吊销公告日期，核对此后提交的申请和签订的合同。没有被撤销、吊销的选“不适用”。',
      law: `${rule}第五十二条第（三）项`,
      answers: 'found',
      evidence: '公告，此后的合同或者申请清单',
    },
    {
      text: '分支机构有无以自己的名义办理专利代理业务？',
      method: '查看分支机构签订的合同、开具的票据和提交文件的署名。没有分支机构的选“不适用”。',
      law: `${rule}第二十一条`,
      answers: 'found',
      evidence: '分支机构合同、票据复印件',
    },
    {
      text: '有无不符合执业条件的人员以专利代理师名义承办、招揽业务？',
      method: '对照执业备案名单，查看名片、网站介绍、社交账号和案卷署名；询问其中一人办理过的案件。',
      law: `${act}第十四条第二款；${rule}第五十二条第（二）项`,
      answers: 'found',
      evidence: '名片、网页截图，案卷署名页',
    },
  ]),
};
