import { personName } from '../demo/personNames.ts';

/** Someone who can sign in at the local issuer with one press. Roles live in the product, not here. */
export interface LocalAccount {
  /** Subject of the id token. */
  readonly sub: string;
  readonly name: string;
  /** Shown on the sign-in page only. */
  readonly roleLabel: string;
  readonly email: string;
  /** Folded away on the sign-in page: one of many like it. */
  readonly folded?: true;
}

/** The inspectors of the try-out office. Each can sign in, because a draw names a team of any of them. */
const INSPECTORS = 24;
const NAMED = ['陈立行', '赵思齐'];

function inspectorAccount(n: number): LocalAccount {
  const id = `P${String(n).padStart(3, '0')}`;
  return {
    sub: `inspector-${n}`,
    name: NAMED[n - 1] ?? personName(n, 'inspector'),
    roleLabel: `执法检查人员 Inspector ${id}`,
    email: `inspector-${n}@office.example`,
    ...(n > NAMED.length ? { folded: true } : {}),
  };
}

/** Accounts of the try-out office: one per role, two where four eyes are needed, and every inspector. */
export const LOCAL_ACCOUNTS: readonly LocalAccount[] = [
  { sub: 'supervisor', name: '林知夏', roleLabel: '监管人员 Supervisor', email: 'supervisor@office.example' },
  {
    sub: 'approver',
    name: '周明远',
    roleLabel: '审批人员 Second supervisor',
    email: 'approver@office.example',
  },
  {
    sub: 'official-a',
    name: '何静宜',
    roleLabel: '工作人员（见证人） Official, witness',
    email: 'official-a@office.example',
  },
  {
    sub: 'official-b',
    name: '高博文',
    roleLabel: '工作人员（见证人） Official, witness',
    email: 'official-b@office.example',
  },
  {
    sub: 'notary',
    name: '许公正',
    roleLabel: '公证人员（见证人） Notary, witness',
    email: 'notary@notary.example',
  },
  {
    sub: 'legal-reviewer',
    name: '吴正则',
    roleLabel: '法制审核人员 Legal reviewer',
    email: 'legal@office.example',
  },
  { sub: 'auditor', name: '孙清源', roleLabel: '审计人员 Auditor', email: 'auditor@office.example' },
  {
    sub: 'administrator',
    name: '郑维新',
    roleLabel: '系统管理员 Administrator',
    email: 'admin@office.example',
  },
  ...Array.from({ length: INSPECTORS }, (_, i) => inspectorAccount(i + 1)),
];
