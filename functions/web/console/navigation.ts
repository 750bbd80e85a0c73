import { text } from '../../../shared/messages/catalogue.ts';
import type { Message } from '../../../shared/messages/message.ts';
import type { NavItem } from '../kit/context.tsx';
import { auditors, peopleReaders, readers } from './access.ts';
import { deskRoles } from './complaints/complaintAccess.ts';
import { drawReaders } from './draws/drawAccess.ts';
import { listReaders } from './inspections/inspectionAccess.ts';
import { penaltyReaders } from './penalties/penaltyAccess.ts';
import { repairRoles } from './repairs/repairWords.ts';

type NavCode =
  | 'console.nav.registers'
  | 'console.nav.plans'
  | 'console.nav.draws'
  | 'console.nav.targeted'
  | 'riskPage.nav'
  | 'inspectionPage.nav'
  | 'complaintPage.nav'
  | 'listingPage.nav'
  | 'creditPage.nav'
  | 'penaltyPage.nav'
  | 'cataloguePage.nav'
  | 'repairPage.nav'
  | 'statistics.nav'
  | 'console.nav.notices'
  | 'console.nav.calendar'
  | 'console.nav.assignments'
  | 'console.nav.audit'
  | 'console.nav.users';

const label = (code: NavCode): Message => ({ zh: text('zh', code), en: text('en', code) });

/**
 * The main navigation, in the order of the work: whom and when, what is found, what follows from it, what is told of it.
 * Everybody sees the parts that are open to one of their roles.
 */
export const navigation: readonly NavItem[] = [
  { href: '/registers', label: label('console.nav.registers'), access: readers },
  { href: '/plans', label: label('console.nav.plans'), access: readers },
  { href: '/draws', label: label('console.nav.draws'), access: drawReaders },
  { href: '/targeted', label: label('console.nav.targeted'), access: readers },
  { href: '/inspections', label: label('inspectionPage.nav'), access: listReaders },
  { href: '/complaints', label: label('complaintPage.nav'), access: deskRoles },
  { href: '/penalties', label: label('penaltyPage.nav'), access: penaltyReaders },
  { href: '/catalogue', label: label('cataloguePage.nav'), access: penaltyReaders },
  { href: '/listings', label: label('listingPage.nav'), access: readers },
  { href: '/repairs', label: label('repairPage.nav'), access: repairRoles },
  { href: '/risk', label: label('riskPage.nav'), access: readers },
  { href: '/credit', label: label('creditPage.nav'), access: readers },
  { href: '/statistics/complaints', label: label('statistics.nav'), access: readers },
  { href: '/notices', label: label('console.nav.notices'), access: readers },
  { href: '/calendar', label: label('console.nav.calendar'), access: readers },
  { href: '/assignments', label: label('console.nav.assignments'), access: ['inspector'] },
  { href: '/audit', label: label('console.nav.audit'), access: auditors },
  { href: '/users', label: label('console.nav.users'), access: peopleReaders },
];
