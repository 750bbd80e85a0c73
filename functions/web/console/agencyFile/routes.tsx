import type { VNode } from 'preact';
import { text } from '../../../../shared/messages/catalogue.ts';
import { usccSchema } from '../../../../shared/register/field.ts';
import { usePage } from '../../kit/context.tsx';
import { notFound, page } from '../../kit/http/respond.ts';
import { type Route, staffRoute } from '../../kit/http/route.ts';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { readers } from '../access.ts';
import type { ConsoleDeps } from '../consoleDeps.ts';
import { complaintsPart } from './complaintsPart.tsx';
import { creditPart } from './creditPart.tsx';
import type { FilePart } from './filePart.ts';
import { inspectionsPart } from './inspectionsPart.tsx';
import { listingsPart } from './listingsPart.tsx';
import { penaltiesPart } from './penaltiesPart.tsx';
import { registerPart } from './registerPart.tsx';
import { repairsPart } from './repairsPart.tsx';
import { riskPart } from './riskPart.tsx';

/** What the file shows, in this order. */
const parts: readonly FilePart<keyof ConsoleDeps>[] = [
  registerPart,
  riskPart,
  inspectionsPart,
  complaintsPart,
  penaltiesPart,
  listingsPart,
  repairsPart,
  creditPart,
];

/** The file of an agency (机构档案): everything that the office has about it, each with the way to where it is worked on. */
export const agencyFileRoutes: readonly Route<ConsoleDeps>[] = [
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/agencies/{uscc}/file',
    access: readers,
    handle: async ({ deps, params, user }) => {
      const asked = usccSchema.safeParse(params['uscc']);
      // Whoever was never registered may still have a case.
      if (!asked.success) return notFound();
      const uscc = asked.data;
      const [agency, ...shown] = await Promise.all([
        deps.register.agency(uscc),
        ...parts.map((part) => part(deps, { uscc, user })),
      ]);
      return page(<AgencyFile uscc={uscc} name={agency?.value.name ?? uscc} parts={shown} />);
    },
  }),
];

function AgencyFile(props: { uscc: string; name: string; parts: readonly VNode[] }): VNode {
  const { lang } = usePage();
  return (
    <ConsolePage
      title={text(lang, 'agencyFile.title', { name: props.name })}
      lead={props.uscc}
      back={{ href: '/registers/agencies', label: text(lang, 'agencyFile.back') }}
    >
      {props.parts}
    </ConsolePage>
  );
}
