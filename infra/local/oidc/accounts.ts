/** Someone who can sign in at the local issuer with one press. Roles live in the product, not here. */
export interface LocalAccount {
  /** Subject of the id token. */
  readonly sub: string;
  readonly name: string;
  /** Shown on the sign-in page only. */
  readonly roleLabel: string;
  readonly email: string;
}

/** Accounts of the try-out office: one per role, two where four eyes or a team of two are needed. */
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
    sub: 'inspector-1',
    name: '陈立行',
    roleLabel: '执法检查人员 Inspector',
    email: 'inspector-1@office.example',
  },
  {
    sub: 'inspector-2',
    name: '赵思齐',
    roleLabel: '执法检查人员 Inspector',
    email: 'inspector-2@office.example',
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
];
