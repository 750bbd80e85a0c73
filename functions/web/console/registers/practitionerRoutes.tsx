import { text } from '../../../../shared/messages/catalogue.ts';
import { registers } from '../../../../shared/register/register.ts';
import { notFound, page } from '../../kit/http/respond.ts';
import { type Route, staffRoute } from '../../kit/http/route.ts';
import { readers } from '../access.ts';
import type { ConsoleDeps } from '../consoleDeps.ts';
import { namesOfPeople } from '../peopleNames.ts';
import { RowPage } from './rowPages.tsx';

const register = registers.practitioner;

/** Practitioners come by import only; each has a page with the history of its fields. */
export const practitionerRoutes: readonly Route<ConsoleDeps>[] = [
  staffRoute({
    method: 'GET',
    path: '/registers/practitioners/{licenceNo}',
    access: readers,
    handle: async ({ deps, params, lang }) => {
      const licenceNo = params['licenceNo'] ?? '';
      const [all, names] = await Promise.all([deps.register.allPractitioners(), namesOfPeople(deps)]);
      const found = all.find((row) => row.licenceNo === licenceNo);
      if (found === undefined) return notFound();
      const [agency, history] = await Promise.all([
        deps.register.agency(found.agencyUscc),
        deps.register.history('practitioner', [licenceNo]),
      ]);
      return page(
        <RowPage
          register={register}
          row={found}
          title={found.name}
          lead={agency?.value.name ?? found.agencyUscc}
          back={{ href: '/registers/practitioners', label: register.label[lang] }}
          history={history}
          names={names}
          shown={{
            agencyUscc: (
              <a class="govuk-link" href={`/registers/agencies/${encodeURIComponent(found.agencyUscc)}`}>
                {agency === undefined
                  ? text(lang, 'registers.agency.notListed', { uscc: found.agencyUscc })
                  : `${agency.value.name}（${found.agencyUscc}）`}
              </a>
            ),
          }}
        />,
      );
    },
  }),
];
