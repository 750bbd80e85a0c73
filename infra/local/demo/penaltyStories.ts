import { addDays, type LocalDate } from '../../../shared/calendar/localDate.ts';
import type { Actor } from '../../../shared/draw/ceremony/decision.ts';
import type { Discretion } from '../../../shared/law/catalogueRow.ts';
import { yuan } from '../../../shared/money.ts';
import { annul, proposeAnnulment } from '../../../shared/penalty/annulling.ts';
import { consider } from '../../../shared/penalty/considering.ts';
import { decide } from '../../../shared/penalty/deciding.ts';
import { askHearing, serveNotice, waive } from '../../../shared/penalty/defending.ts';
import { draft } from '../../../shared/penalty/drafting.ts';
import { takeEffect } from '../../../shared/penalty/effects.ts';
import { decideFiling, nameOfficers, proposeFiling } from '../../../shared/penalty/filing.ts';
import { fixHearing, nameChair } from '../../../shared/penalty/hearing.ts';
import { recordInquiry } from '../../../shared/penalty/investigating.ts';
import type { Officer } from '../../../shared/penalty/penaltyCase.ts';
import { close, recordCorrection, recordPayment } from '../../../shared/penalty/performing.ts';
import { review } from '../../../shared/penalty/reviewing.ts';
import { serveDecision } from '../../../shared/penalty/serving.ts';
import type { Agency } from '../../../shared/register/agency.ts';
import type { PenaltyDesk } from './penaltyDesk.ts';

/** Who acts in the stories of penalties and lists. */
export interface StoryPeople {
  readonly supervisor: Actor;
  readonly approver: Actor;
  readonly legalReviewer: Actor;
  readonly officers: readonly [Officer, Officer];
}

const SYSTEM: Actor = { userId: 'system', name: '系统', roles: ['system'] };
const PARTY: Actor = { userId: 'link:agency', name: '当事人', roles: ['link'] };

/** What an agency did, and what it is to pay for it. */
interface Breach {
  readonly agency: Agency;
  readonly entry: string;
  readonly suspicion: string;
  readonly facts: string;
  readonly fine: number;
  readonly discretion?: Discretion;
}

/** What later stories go on from. */
export interface PunishedAgencies {
  /** Number of the decision that a listing rests on, and its agency. */
  readonly grave: { readonly agency: Agency; readonly penalty: string };
  /** The case whose publicity can end early, when today is late enough for there to be one. */
  readonly performed?: { readonly agency: Agency; readonly id: string };
}

/** Six agencies, each in another state of the procedure, the oldest first. */
export async function punishAgencies(
  desk: PenaltyDesk,
  people: StoryPeople,
  [old, annulled, grave, heard, noticed, reviewed, fresh]: readonly [
    Agency,
    Agency,
    Agency,
    Agency,
    Agency,
    Agency,
    Agency,
  ],
  publicSince: LocalDate,
): Promise<PunishedAgencies> {
  const told = new Story(desk, people);
  const performed = await told.performedLongAgo(old, publicSince);
  await told.fallenAtCourt(annulled, publicSince);
  const penalty = await told.published(grave);
  await told.beforeHearing(heard);
  await told.daysRunning(noticed);
  await told.underReview(reviewed);
  await told.lead(fresh);
  return {
    grave: { agency: grave, penalty },
    ...(performed === undefined ? {} : { performed: { agency: old, id: performed } }),
  };
}

class Story {
  readonly #desk: PenaltyDesk;
  readonly #people: StoryPeople;

  constructor(desk: PenaltyDesk, people: StoryPeople) {
    this.#desk = desk;
    this.#people = people;
  }

  /** Decided months ago, paid and put right: its publicity can end on application. */
  async performedLongAgo(agency: Agency, publicSince: LocalDate): Promise<string | undefined> {
    if (this.#desk.clock.dayAgo(154) < publicSince) return undefined;
    const { supervisor } = this.#people;
    const { id } = await this.#decided(190, {
      agency,
      entry: 'patent.changes',
      suspicion: '法定代表人变更后未办理变更手续。',
      facts: '当事人法定代表人变更逾六个月，未办理变更手续。',
      fine: yuan(40_000),
    });
    const payment = { on: this.#desk.clock.dayAgo(150), amount: yuan(40_000), receipt: 'JK-2207' };
    await this.#desk.give(150, id, 'record-payment', recordPayment, payment, supervisor);
    const corrected = { on: this.#desk.clock.dayAgo(148) };
    await this.#desk.give(148, id, 'record-correction', recordCorrection, corrected, supervisor);
    await this.#desk.give(146, id, 'close', close, { reason: '已经履行和改正。' }, supervisor);
    return id;
  }

  /** Published, and annulled by a court: what was public of it is withdrawn. */
  async fallenAtCourt(agency: Agency, publicSince: LocalDate): Promise<void> {
    if (this.#desk.clock.dayAgo(94) < publicSince) return;
    const { id } = await this.#decided(130, {
      agency,
      entry: 'patent.conflict',
      suspicion: '就同一专利权同时代理权利人和无效宣告请求人。',
      facts: '当事人就同一专利权接受有利益冲突的双方委托。',
      fine: yuan(50_000),
    });
    const ruling = {
      ground: 'court',
      reference: '（示例）行终字第17号',
      reason: '主要证据不足，撤销处罚决定。',
      on: this.#desk.clock.dayAgo(30),
    };
    await this.#desk.give(28, id, 'propose-annulment', proposeAnnulment, ruling, this.#people.supervisor);
    await this.#desk.give(
      27,
      id,
      'annul',
      annul(this.#desk.deciding),
      { agrees: true },
      this.#people.approver,
    );
  }

  /** In public, the fine not yet paid in full; the number of its decision. */
  async published(agency: Agency): Promise<string> {
    const { id, number } = await this.#decided(80, {
      agency,
      entry: 'patent.abnormal-filing',
      suspicion: '批量编造技术方案提交申请。',
      facts: '当事人组织编造专利申请四十二件，经技术比对方案实质相同。',
      fine: yuan(80_000),
      discretion: 'heavier',
    });
    const part = { on: this.#desk.clock.dayAgo(32), amount: yuan(50_000), receipt: 'JK-3120' };
    await this.#desk.give(32, id, 'record-payment', recordPayment, part, this.#people.supervisor);
    return number;
  }

  /** The party has asked for a hearing, which has its day. */
  async beforeHearing(agency: Agency): Promise<void> {
    const { clock } = this.#desk;
    const { approver, legalReviewer } = this.#people;
    const id = await this.#served(26, {
      agency,
      entry: 'patent.disclosure',
      suspicion: '员工在展会上展示客户尚未公开的技术方案。',
      facts: '当事人工作人员泄露委托人尚未公开的发明创造内容。',
      fine: yuan(100_000),
      discretion: 'heavier',
    });
    const asked = { on: clock.dayAgo(10), text: '对事实认定有异议，要求听证。', files: [] };
    await this.#desk.give(10, id, 'ask-hearing', askHearing, asked, PARTY);
    const chair = { userId: legalReviewer.userId, name: legalReviewer.name };
    await this.#desk.give(9, id, 'name-chair', nameChair, chair, approver);
    const hearing = { on: addDays(clock.today, 21), place: '示例路1号二楼听证室', public: true };
    await this.#desk.give(1, id, 'fix-hearing', fixHearing, hearing, legalReviewer);
  }

  /** The party has its five working days to speak. */
  async daysRunning(agency: Agency): Promise<void> {
    await this.#served(16, {
      agency,
      entry: 'patent.handover',
      suspicion: '离任专利代理师未办结事项无人接手。',
      facts: '当事人未妥善处理离任专利代理师尚未办结的业务。',
      fine: yuan(40_000),
    });
  }

  async underReview(agency: Agency): Promise<void> {
    await this.#drafted(11, {
      agency,
      entry: 'patent.loss',
      suspicion: '疏于管理，委托人申请视为撤回。',
      facts: '当事人未转达审查意见通知书，委托人的专利申请视为撤回。',
      fine: yuan(50_000),
    });
  }

  async lead(agency: Agency): Promise<void> {
    await this.#opened(3, agency, '网上招揽业务，承诺授权。', 'patent.soliciting');
  }

  #opened(daysAgo: number, agency: Agency, text: string, entry: string): Promise<string> {
    const { uscc, name, district, legalRepresentative: representative } = agency;
    return this.#desk.open(
      daysAgo,
      {
        source: { kind: 'own', reference: '' },
        party: { kind: 'agency', name, uscc, district, representative },
        suspicion: { text, entries: [entry] },
      },
      this.#people.supervisor,
    );
  }

  /** Filed by two people, investigated, drafted. `daysAgo` is the day of the lead; nine days later it is reviewed. */
  async #drafted(daysAgo: number, breach: Breach): Promise<string> {
    const { supervisor, approver, officers } = this.#people;
    const { clock } = this.#desk;
    const id = await this.#opened(daysAgo, breach.agency, breach.suspicion, breach.entry);
    const actOn = addDays(clock.dayAgo(daysAgo), -40);
    await this.#desk.assign(daysAgo - 1, id, supervisor);
    await this.#desk.give(daysAgo - 1, id, 'name-officers', nameOfficers, { officers }, supervisor);
    const filing = {
      outcome: 'filed',
      conditions: ['evidence', 'punishable', 'competent', 'in-time'],
      reason: '有初步证据，属于本机关管辖。',
      actOn,
    } as const;
    await this.#desk.give(daysAgo - 2, id, 'propose-filing', proposeFiling, filing, supervisor);
    await this.#desk.give(daysAgo - 3, id, 'decide-filing', decideFiling, { agrees: true }, approver);
    const inquiry = {
      on: clock.dayAgo(daysAgo - 6),
      text: '询问负责人。其承认上述情况，提交了情况说明。',
      officers: officers.map(({ inspectorId }) => inspectorId),
    };
    await this.#desk.give(daysAgo - 6, id, 'record-inquiry', recordInquiry, inquiry, supervisor);
    const drafted = {
      outcome: 'penalty',
      charges: [this.#charge(breach, actOn, daysAgo)],
      facts: breach.facts,
      reason: '违反《专利代理条例》第二十五条，责令限期改正，予以警告并罚款。',
      factors: [],
    } as const;
    await this.#desk.give(daysAgo - 9, id, 'draft', draft, drafted, supervisor);
    return id;
  }

  #charge({ entry, facts, fine, discretion = 'ordinary' }: Breach, actOn: LocalDate, daysAgo: number) {
    const correct = addDays(this.#desk.clock.dayAgo(daysAgo), 120);
    const measures = { correct, warning: true, fine } as const;
    return { no: 1, act: 1, entry, tier: 'basic', actOn, facts, discretion, measures } as const;
  }

  /** Reviewed, and the prior notice served fifteen days after the lead. */
  async #served(daysAgo: number, breach: Breach): Promise<string> {
    const { clock, service } = this.#desk;
    const { supervisor, legalReviewer } = this.#people;
    const id = await this.#drafted(daysAgo, breach);
    const passed = { outcome: 'passed', note: '' } as const;
    await this.#desk.give(daysAgo - 13, id, 'review', review, passed, legalReviewer);
    const handed = { on: clock.dayAgo(daysAgo - 15), method: 'direct', note: 'signed' } as const;
    await this.#desk.give(daysAgo - 15, id, 'serve-notice', serveNotice(service), handed, supervisor);
    return id;
  }

  /** Decided and in effect thirty-six days after the lead. */
  async #decided(daysAgo: number, breach: Breach): Promise<{ readonly id: string; readonly number: string }> {
    const { clock, service, deciding } = this.#desk;
    const { supervisor, approver, legalReviewer } = this.#people;
    const id = await this.#served(daysAgo, breach);
    const nothing = { on: clock.dayAgo(daysAgo - 17), text: '不陈述、不申辩，不要求听证。', files: [] };
    await this.#desk.give(daysAgo - 17, id, 'waive', waive, nothing, PARTY);
    const considered = {
      adopted: 'nothing-said',
      text: '当事人放弃陈述、申辩，维持拟处罚意见。',
      group: {
        on: clock.dayAgo(daysAgo - 30),
        members: ['林知夏', '周明远', '何静宜'],
        text: '一致同意。',
      },
      charges: [this.#charge(breach, addDays(clock.dayAgo(daysAgo), -40), daysAgo)],
    } as const;
    await this.#desk.give(daysAgo - 30, id, 'consider', consider, considered, supervisor);
    const passed = { outcome: 'passed', note: '' } as const;
    await this.#desk.give(daysAgo - 33, id, 'review', review, passed, legalReviewer);
    const agreed = { agrees: true, reason: '' };
    const { decision } = await this.#desk.give(
      daysAgo - 36,
      id,
      'decide',
      decide(deciding),
      agreed,
      approver,
    );
    const handed = { on: clock.dayAgo(daysAgo - 36), method: 'direct', note: 'signed' } as const;
    await this.#desk.give(daysAgo - 36, id, 'serve-decision', serveDecision(service), handed, supervisor);
    await this.#desk.give(daysAgo - 36, id, 'take-effect', takeEffect(deciding), undefined, SYSTEM);
    return { id, number: decision?.number ?? '' };
  }
}
