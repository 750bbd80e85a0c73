import { mayAct, type Role } from '../../../../shared/access/roles.ts';
import { type LocalDate, shanghaiDate } from '../../../../shared/calendar/localDate.ts';
import { deadlineKinds } from '../../../../shared/complaint/deadlineKinds.ts';
import type { StoredComplaint } from '../../../../shared/complaint/ports.ts';
import {
  casesBehind,
  complaintDimensions,
  dimensionLabel,
  dimensionTitle,
} from '../../../../shared/statistics/complaintDimensions.ts';
import { countComplaints, dateStandings, standingOf } from '../../../../shared/statistics/complaints.ts';
import { monthsBetween } from '../../../../shared/statistics/editions.ts';
import { download, notFound, page } from '../../kit/http/respond.ts';
import { type Route, type SignedInRequest, staffRoute, type WebResponse } from '../../kit/http/route.ts';
import { firstValue } from '../../kit/links.ts';
import { readers } from '../access.ts';
import type { ConsoleDeps } from '../consoleDeps.ts';
import { CasesPage } from './casesPage.tsx';
import { type Period, readPeriod } from './period.ts';
import { statisticsFile, statisticsTable } from './statisticsFile.ts';
import { StatisticsPage } from './statisticsPage.tsx';
import { STATISTICS_PATH } from './statisticsPaths.ts';
import { say, sayCode } from './statisticsWords.ts';

type Request = SignedInRequest<ConsoleDeps>;

/** Who may see which cases a number counts: reports are secret from whoever does not work on them (令121号 art. 37). */
const openers: readonly Role[] = ['supervisor', 'approver'];

const contentTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

interface Loaded {
  readonly period: Period;
  readonly today: LocalDate;
  readonly months: readonly { readonly month: string; readonly cases: readonly StoredComplaint[] }[];
  readonly cases: readonly StoredComplaint[];
}

async function loaded({ deps, query, now }: Request): Promise<Loaded> {
  const today = shanghaiDate(now);
  const period = readPeriod(query, today);
  const months: Loaded['months'] = await Promise.all(
    monthsBetween(period.from, period.to).map(async (month) => ({
      month,
      cases: await deps.complaintLists.ofMonth(month),
    })),
  );
  return { period, today, months, cases: months.flatMap(({ cases }) => cases) };
}

async function show(request: Request): Promise<WebResponse> {
  const { period, today, months, cases } = await loaded(request);
  return page(
    <StatisticsPage
      period={period}
      counts={countComplaints(cases, today)}
      byMonth={months.map(({ month, cases: own }) => ({ month, count: own.length }))}
      opens={mayAct(request.user.roles, openers)}
      today={today}
    />,
  );
}

async function showCases(request: Request): Promise<WebResponse> {
  const { query, lang } = request;
  const kind = firstValue(query, 'kind');
  const code = firstValue(query, 'code');
  const dimension = complaintDimensions.find(({ name }) => name === firstValue(query, 'by'));
  if (dimension === undefined || (kind !== 'complaint' && kind !== 'report')) return notFound();
  const { cases } = await loaded(request);
  const title = `${dimensionTitle(dimension.name)[lang]} ${dimensionLabel(dimension.name, code)[lang]}`;
  return page(<CasesPage title={title} cases={casesBehind(cases, dimension, code, kind)} />);
}

async function showKept(request: Request): Promise<WebResponse> {
  const { query, lang } = request;
  const deadline = deadlineKinds.find(({ kind }) => kind === firstValue(query, 'deadline'))?.kind;
  const standing = dateStandings.find((one) => one === firstValue(query, 'standing'));
  if (deadline === undefined || standing === undefined) return notFound();
  const { cases, today } = await loaded(request);
  const title = `${sayCode(lang, `complaint.deadline.${deadline}`)} ${say(lang, `statistics.kept.${standing}`)}`;
  const found = cases.filter((stored) => standingOf(stored, deadline, today) === standing);
  return page(<CasesPage title={title} cases={found} />);
}

/** What is counted of complaints and reports. */
export const statisticsRoutes: readonly Route<ConsoleDeps>[] = [
  staffRoute<ConsoleDeps>({ method: 'GET', path: STATISTICS_PATH, access: readers, handle: show }),
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: `${STATISTICS_PATH}/cases`,
    access: openers,
    handle: showCases,
  }),
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: `${STATISTICS_PATH}/kept`,
    access: openers,
    handle: showKept,
  }),
  ...(['xlsx', 'csv'] as const).map((format) =>
    staffRoute<ConsoleDeps>({
      method: 'GET',
      path: `${STATISTICS_PATH}/export.${format}`,
      access: readers,
      handle: async (request) => {
        const { period, today, cases } = await loaded(request);
        return download({
          name: `投诉举报统计-${period.from}-${period.to}.${format}`,
          contentType: contentTypes[format],
          body: await statisticsFile(statisticsTable(period, countComplaints(cases, today)), format),
        });
      },
    }),
  ),
];
