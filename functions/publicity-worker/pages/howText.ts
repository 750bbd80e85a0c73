import type { Message } from '../../../shared/messages/message.ts';

/** One section of the explanation for everybody: a heading and its paragraphs. */
export interface Section {
  readonly heading: Message;
  readonly paragraphs: readonly Message[];
}

export const intro: Message = {
  zh: '这一页不需要任何专业知识。读完您会知道：谁也不能挑选抽到谁，以及怎样自己检查这一点。',
  en: 'This page needs no special knowledge. After it you will know why nobody can choose who is drawn, and how to check that yourself.',
};

export const steps: readonly Message[] = [
  { zh: '封存名单', en: 'Seal the lists' },
  { zh: '见证人各写一个秘密数', en: 'Witnesses each write a secret' },
  { zh: '公布承诺', en: 'Publish the commitment' },
  { zh: '揭示，加上彩票或者骰子', en: 'Reveal, and add lottery or dice' },
  { zh: '计算签号', en: 'Compute the tickets' },
  { zh: '签号小的被抽中', en: 'The lowest tickets are drawn' },
];

export const sections: readonly Section[] = [
  {
    heading: { zh: '先封存，后抽签', en: 'Seal first, draw after' },
    paragraphs: [
      {
        zh: '抽签之前，计划、机构名单、检查人员名单和回避关系都变成“摘要”公布。摘要像指纹：名单改动一个字，摘要就完全不同。公布摘要以后，名单就不能再改而不被发现。',
        en: 'Before the draw the plan, the list of agencies, the list of inspectors and their conflicts of interest are published as digests. A digest is a fingerprint: change one character of a list and it changes completely. From then on no list can be altered unnoticed.',
      },
      {
        zh: '封存以后有异议期，机构和检查人员可以核对自己的一行。',
        en: 'After sealing there is a window for objections in which agencies and inspectors check their own rows.',
      },
    ],
  },
  {
    heading: { zh: '随机数从哪里来', en: 'Where the randomness comes from' },
    paragraphs: [
      {
        zh: '每位见证人（机关人员和公证员）先写下一个秘密数，只交出它的摘要，所以谁都看不到，也不能事后更换。摘要全部公开之后，大家才揭示秘密数。最后再加上之后才开奖的公共彩票号码，或者当场掷出的二十枚十面骰子。',
        en: 'Each witness (officials and a notary) first writes down a secret number and hands in only its digest: nobody can see it and nobody can exchange it later. Only when all digests are public are the secrets revealed. Last, a public lottery drawn afterwards, or twenty ten-sided dice thrown in the room, are added.',
      },
      {
        zh: '所有这些数合成一个“种子”。只要其中一个来源是诚实的，就没有人能决定种子。',
        en: 'All of them together make one seed. If a single one of the sources is honest, nobody can decide the seed.',
      },
    ],
  },
  {
    heading: { zh: '谁被抽中', en: 'Who is drawn' },
    paragraphs: [
      {
        zh: '用种子为每家机构算出一个“签号”。同一抽取单元（同一比例的机构）按签号从小到大排队，前面的几家被抽中，其后的是候补。候补按顺序接替，不由人挑选。检查人员也用同一个种子分派，有利害关系的不会分到一起。',
        en: 'From the seed each agency gets a ticket. Within a cell (agencies with the same rate) they queue by ticket; the first are drawn, the next are alternates, who step in by order and are never chosen. Inspectors are dealt by the same seed; nobody is dealt to an agency with which they have a conflict of interest.',
      },
      {
        zh: '抽几家由公布的比例决定。比例乘出来不是整数时，进一还是舍去也由种子决定，平均下来恰好是公布的比例。',
        en: 'How many are drawn follows from the published rate. When the rate gives no whole number, the seed also decides whether to round up or down, so that on average it is exactly the published rate.',
      },
    ],
  },
  {
    heading: { zh: '不声称的事', en: 'What is not claimed' },
    paragraphs: [
      {
        zh: '如果名录本身有误，而所有可以提出异议的人都同意，抽签不能发现。如果全体见证人和最后的随机来源串通，抽签不能防止。检查过程中发生的事，不在抽签的证明之内。',
        en: 'If the register is wrong and everybody who could object agrees with it, the draw cannot notice. If all witnesses and the last source collude, the draw cannot prevent it. What happens during a visit is outside the proof.',
      },
      {
        zh: '检查组的分派在每一步都是按规则随机的，但不声称在所有可能的分派方案中完全均匀。',
        en: 'Each step of dealing a team is random by the rule, but the result is not claimed to be uniform over all possible assignments.',
      },
    ],
  },
];

/** An attempt to cheat, what stands against it, and whether it is stopped or only shows. */
export interface Attack {
  readonly attempt: Message;
  readonly answer: Message;
  readonly effect: 'stopped' | 'shown';
}

export const effects: Readonly<Record<Attack['effect'], Message>> = {
  stopped: { zh: '做不到', en: 'Impossible' },
  shown: { zh: '会留下证据', en: 'Leaves evidence' },
};

export const attacks: readonly Attack[] = [
  {
    attempt: { zh: '多抽几次，挑一个合意的结果', en: 'Draw again until the result pleases' },
    answer: {
      zh: '一个承诺，一个指定的随机来源，连续编号；再按一次得到的是同一个结果。',
      en: 'One commitment, one named source, numbers without a gap; a second press gives the same result.',
    },
    effect: 'stopped',
  },
  {
    attempt: { zh: '结果不合意就说“系统故障”', en: 'Call the result a system failure' },
    answer: {
      zh: '材料都已公开，任何人都能算出结果；最后的随机来源出现以后不能作废。',
      en: 'All inputs are public, so anybody computes the result; after the last source nothing can be voided.',
    },
    effect: 'shown',
  },
  {
    attempt: { zh: '选一个对自己有利的种子', en: 'Choose the seed' },
    answer: {
      zh: '种子由承诺、全体见证人和承诺之后的公共随机来源共同决定。',
      en: 'The seed comes from the commitment, all witnesses and a public source after them.',
    },
    effect: 'stopped',
  },
  {
    attempt: { zh: '事后修改比例或者规则', en: 'Change rates or rules afterwards' },
    answer: { zh: '规则的摘要在承诺里。', en: 'The digest of the rules is inside the commitment.' },
    effect: 'stopped',
  },
  {
    attempt: { zh: '把熟人从名单里拿掉', en: 'Leave a friend off the list' },
    answer: {
      zh: '名单的行数和摘要已封存；与公开的登记信息一对照就会发现。',
      en: 'Length and digest of the list are sealed; a comparison with the public register shows it.',
    },
    effect: 'shown',
  },
  {
    attempt: { zh: '把对手重复放进名单', en: 'Enter an opponent several times' },
    answer: {
      zh: '名单严格递增，重复的名单无效。',
      en: 'Lists are strictly increasing: a repetition makes them invalid.',
    },
    effect: 'stopped',
  },
  {
    attempt: { zh: '把熟人放进比例低的单元', en: 'Put a friend into a cell with a low rate' },
    answer: {
      zh: '每家机构看得到自己的单元和依据，审计人员看得到全部。',
      en: 'Each agency sees its cell and why; the auditors see all.',
    },
    effect: 'shown',
  },
  {
    attempt: { zh: '见证人看到别人的数以后不揭示', en: 'A witness holds back after seeing the others' },
    answer: {
      zh: '密封件由公证员保管，可以启封；启封不了就公开作废并重做。',
      en: 'The notary holds a sealed copy and opens it; failing that, the draw is voided in public and repeated.',
    },
    effect: 'shown',
  },
  {
    attempt: { zh: '抽中后说某机构已停业，换下一家', en: 'Declare a drawn agency closed and take the next' },
    answer: {
      zh: '原因只能从公布的清单里选，须附证据，并公布次数；下个月它仍在名单里。',
      en: 'Reasons come from a published list, with evidence, and are counted in public; the agency stays in next month’s list.',
    },
    effect: 'shown',
  },
  {
    attempt: {
      zh: '一直请病假，直到换上合意的检查人员',
      en: 'Sick notes until the right inspector comes up',
    },
    answer: {
      zh: '接替顺序由种子决定，每个人的更换次数公布。',
      en: 'The order of replacement is fixed by the seed; replacements per person are published.',
    },
    effect: 'shown',
  },
  {
    attempt: { zh: '程序悄悄跳过某一家', en: 'A program that skips somebody' },
    answer: {
      zh: '任何人都可以用另一个程序重算，必须逐位相同。',
      en: 'Anybody recomputes with another program; every bit must agree.',
    },
    effect: 'stopped',
  },
];
