import { shanghaiDate } from '../../../../shared/calendar/localDate.ts';
import { page } from '../../kit/http/respond.ts';
import { type Route, staffRoute } from '../../kit/http/route.ts';
import type { ConsoleDeps } from '../consoleDeps.ts';
import { penaltyReaders } from '../penalties/penaltyAccess.ts';
import { CataloguePage } from './cataloguePage.tsx';
import { entriesOn, readCatalogueFilter } from './catalogueView.ts';

/** The negative list (负面清单) for the office. */
export const catalogueRoutes: readonly Route<ConsoleDeps>[] = [
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/catalogue',
    access: penaltyReaders,
    handle: ({ query, now }) => {
      const today = shanghaiDate(now);
      const filter = readCatalogueFilter(query, today);
      return page(<CataloguePage filter={filter} entries={entriesOn(filter)} today={today} />);
    },
  }),
];
