import { addDays, type LocalDate } from '../../../shared/calendar/localDate.ts';
import type { FiledAgency, FiledMatter, Identity } from '../../../shared/complaint/filing.ts';
import type { Agency } from '../../../shared/register/agency.ts';
import type { ToldFiling } from './complaintDesk.ts';
import { personName } from './personNames.ts';
import { scatter } from './scatter.ts';

/** What fictional people have filed. Names are put together by chance and stand for nobody. */

function filer(n: number): Identity {
  return {
    name: personName(n, 'filer'),
    phone: `1390000${String(scatter(n, 'filer/phone', 10_000)).padStart(4, '0')}`,
    address: `北京市示例区示例里${n}号楼`,
    mail: `filer${n}@citizen.example`,
  };
}

const listed = ({ uscc, name, kinds, district }: Agency): FiledAgency => ({
  listed: true,
  uscc,
  name,
  kinds: [...kinds],
  district,
});

/** Agencies of the register that the demo's filings are about. */
export interface AccusedAgencies {
  readonly patent: Agency;
  readonly other: Agency;
  readonly trademark: Agency;
}

/** Active agencies of both kinds. @throws Error when the office is too small to have them */
export function accusedAgencies(agencies: readonly Agency[]): AccusedAgencies {
  const active = agencies.filter(({ status, headOf }) => status === 'active' && headOf === undefined);
  const [patent, other] = active.filter(({ kinds }) => kinds.includes('patent'));
  const trademark = active.find(({ kinds }) => !kinds.includes('patent'));
  if (patent === undefined || other === undefined || trademark === undefined)
    throw new Error('the demo office has too few agencies for its complaints');
  return { patent, other, trademark };
}

/** The filings by what becomes of them. */
export type DemoFiling =
  | 'urgent'
  | 'overdue'
  | 'mediated'
  | 'verifying'
  | 'repeated'
  | 'proposed'
  | 'agreed'
  | 'refused'
  | 'anonymous';

export function demoFilings(
  { patent, other, trademark }: AccusedAgencies,
  today: LocalDate,
): Readonly<Record<DemoFiling, ToldFiling>> {
  const missed: Omit<FiledMatter, 'facts'> = {
    agency: listed(other),
    service: 'patent',
    conducts: ['mismanagement'],
    applicationNumber: '202410567890.1',
  };
  return {
    urgent: {
      standing: 'consumer',
      wish: 'both',
      identity: filer(1),
      matter: {
        agency: listed(patent),
        service: 'patent',
        conducts: ['mismanagement', 'fees-or-quality'],
        facts:
          '代理机构没有转达审查意见通知书，我自己查询才知道答复期限就要届满。联系经办人三次，都说正在处理，至今没有答复审查意见。',
        applicationNumber: '202410123456.7',
        contract: 'SL-2024-0187',
        amountFen: 680_000,
        rightsLostOn: addDays(today, 6),
        request: '立即办理答复，并退还答复阶段的代理费。',
      },
    },
    overdue: {
      standing: 'consumer',
      wish: 'settle',
      identity: filer(2),
      matter: {
        agency: listed(trademark),
        service: 'trademark',
        conducts: ['fees-or-quality'],
        facts: '签约时承诺六个月下证，收费后一直没有提交申请，也不肯退费。',
        amountFen: 320_000,
        request: '退还全部费用。',
      },
    },
    mediated: {
      standing: 'business',
      wish: 'settle',
      identity: filer(3),
      lang: 'en',
      matter: {
        agency: listed(patent),
        service: 'patent',
        conducts: ['fees-or-quality'],
        facts:
          'The translation of our application that the agency filed contains errors that cannot be corrected any more. The agency denies that they change the scope of protection.',
        applicationNumber: '202380045678.9',
        amountFen: 1_950_000,
        request: 'Repayment of the fee for the translation.',
      },
    },
    verifying: {
      standing: 'consumer',
      wish: 'check',
      identity: filer(4),
      matter: {
        ...missed,
        facts: '代理机构丢失了原始文件，又没有按时缴纳年费，专利权因此终止。',
      },
    },
    repeated: {
      standing: 'none',
      wish: 'check',
      matter: { ...missed, facts: '这家机构漏缴年费，专利权终止，客户还不知道。' },
    },
    proposed: {
      standing: 'none',
      wish: 'check',
      identity: filer(5),
      matter: {
        agency: listed(patent),
        service: 'patent',
        conducts: ['abnormal-filing'],
        facts: '该机构批量编造技术方案，用不同公司的名义提交内容几乎相同的申请，随附申请号清单。',
      },
    },
    agreed: {
      standing: 'consumer',
      wish: 'settle',
      identity: filer(6),
      matter: {
        agency: listed(trademark),
        service: 'trademark',
        conducts: ['fees-or-quality'],
        facts: '商标续展费重复收取两次。',
        amountFen: 150_000,
        request: '退还重复收取的一次费用。',
      },
    },
    refused: {
      standing: 'consumer',
      wish: 'settle',
      identity: filer(7),
      channel: 'counter',
      matter: {
        agency: listed(other),
        service: 'patent',
        conducts: ['fees-or-quality'],
        facts: '代理合同纠纷，已经向法院起诉，希望知识产权局同时处理。',
        contract: 'DL-2023-042',
        request: '赔偿损失。',
      },
    },
    anonymous: {
      standing: 'none',
      wish: 'check',
      matter: {
        agency: {
          listed: false,
          name: '示例专利咨询工作室',
          whereabouts: '示例路创业园三号楼；网店“示例专利代办”',
        },
        service: 'patent',
        conducts: ['unlicensed'],
        facts: '没有执业许可证，却在网店公开承接专利申请，由他人代为签名提交。',
      },
    },
  };
}
