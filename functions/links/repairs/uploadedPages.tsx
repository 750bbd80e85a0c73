import type { VNode } from 'preact';
import { isEvidenceId } from '../../../shared/evidence/evidenceKeys.ts';
import { receiveEvidence } from '../../../shared/evidence/receiveEvidence.ts';
import type { RepairMaterial } from '../../../shared/law/repairRules.ts';
import { repairMaterials } from '../../../shared/law/repairRules.ts';
import { ok, type Problem, problem, type Result } from '../../../shared/problem.ts';
import { attach } from '../../../shared/repair/applying.ts';
import { giveRepair } from '../../../shared/repair/command.ts';
import type { RepairCase } from '../../../shared/repair/repairCase.ts';
import { repairCaseId } from '../../../shared/repair/repairRows.ts';
import { Button } from '../../web/kit/components/button.tsx';
import { fieldId } from '../../web/kit/components/field.tsx';
import { Form } from '../../web/kit/components/form.tsx';
import { usePage } from '../../web/kit/context.tsx';
import { page, redirect } from '../../web/kit/http/respond.ts';
import { publicRoute, type Route, type WebResponse } from '../../web/kit/http/route.ts';
import { PublicPage } from '../../web/kit/layouts/publicPage.tsx';
import type { LinkDeps, SignedLinks } from '../linkDeps.ts';
import type { LinkRequest } from '../linked.ts';
import { rememberedLink } from '../uploadGrant.ts';
import { agencyActor, agencyOfRecipientLink } from './ownAgency.ts';
import { ownRepair } from './ownRepair.ts';
import { repairPath, repairUploadedPath } from './paths.ts';
import { say } from './words.ts';

/**
 * The way back from the file store. The address carries a grant that is good for one thing, to put an uploaded file to one
 * paper of one application, and opens no page.
 */

const PURPOSE = 'repair-upload';
/** The signed form of the store lasts a quarter of an hour; a slow upload may end after that. Seconds. */
const LIFETIME = 3600;

export function repairGrant(
  signed: SignedLinks,
  repair: string,
  material: RepairMaterial,
  now: Date,
): Promise<string> {
  const expires = Math.floor(now.getTime() / 1000) + LIFETIME;
  return signed.sign({ purpose: PURPOSE, subject: `${repair}/${material}`, expires });
}

interface Arrived {
  readonly grant: string;
  readonly upload: string;
  readonly repair: RepairCase;
  readonly status: string;
  readonly material: RepairMaterial;
  /** The page of the paper, when this browser still holds the link. */
  readonly back: string | undefined;
}

async function arrivedAt(request: LinkRequest): Promise<Arrived | undefined> {
  const { deps, params, now } = request;
  const [grant = '', upload = ''] = [params['grant'], params['id']];
  const opened = await deps.signed.open(grant, PURPOSE, now);
  if (!opened.ok || !isEvidenceId(upload)) return undefined;
  const [id = '', name = ''] = opened.value.subject.split('/');
  const material = repairMaterials.find(({ rule }) => rule === name)?.rule;
  const stored = await deps.repairs.cases.load<RepairCase>(repairCaseId(id));
  if (stored === undefined || material === undefined) return undefined;
  const agency = await agencyOfRecipientLink(request, rememberedLink(request));
  const own = agency === undefined ? undefined : await ownRepair(deps, agency, id);
  const back =
    agency === undefined || own === undefined ? undefined : `${repairPath(agency.home, id)}/${material}`;
  return { grant, upload, repair: stored.state, status: stored.status, material, back };
}

function UploadedPage(props: {
  readonly arrived: Arrived;
  readonly publicityUrl: string;
  readonly problems?: readonly Problem[];
}): VNode {
  const { lang, problemText } = usePage();
  const { arrived, problems = [] } = props;
  const failed = problems.length > 0;
  return (
    <PublicPage
      title={say(lang, failed ? 'linkRepair.uploaded.refused' : 'linkRepair.uploaded.title')}
      home={props.publicityUrl}
      problems={problems}
    >
      {failed ? (
        <>
          <div id={fieldId('file')} tabIndex={-1}>
            {problems.map((one) => (
              <p class="govuk-error-message" key={one.code}>
                {problemText(one)}
              </p>
            ))}
          </div>
          <WayBack back={arrived.back} />
        </>
      ) : (
        <>
          <p class="govuk-body">{say(lang, 'linkRepair.uploaded.text')}</p>
          <Form action={repairUploadedPath(arrived.grant, arrived.upload)}>
            <Button>{say(lang, 'linkRepair.uploaded.submit')}</Button>
          </Form>
        </>
      )}
    </PublicPage>
  );
}

function WayBack({ back }: { back: string | undefined }): VNode {
  const { lang } = usePage();
  return back === undefined ? (
    <p class="govuk-body">{say(lang, 'linkRepair.uploaded.reopen')}</p>
  ) : (
    <p class="govuk-body">
      <a class="govuk-link" href={back}>
        {say(lang, 'linkRepair.uploaded.back')}
      </a>
    </p>
  );
}

function SaidPage(props: { readonly code: 'taken' | 'ended'; readonly publicityUrl: string }): VNode {
  const { lang } = usePage();
  const title = props.code === 'taken' ? 'linkRepair.uploaded.title' : 'linkRepair.uploaded.refused';
  return (
    <PublicPage title={say(lang, title)} home={props.publicityUrl}>
      <p class="govuk-body">{say(lang, `linkRepair.uploaded.${props.code}`)}</p>
      {props.code === 'taken' ? <WayBack back={undefined} /> : null}
    </PublicPage>
  );
}

const ended = ({ deps }: LinkRequest): WebResponse =>
  page(<SaidPage code="ended" publicityUrl={deps.publicityUrl} />, { status: 404 });

async function show(request: LinkRequest): Promise<WebResponse> {
  const arrived = await arrivedAt(request);
  if (arrived === undefined) return ended(request);
  return page(<UploadedPage arrived={arrived} publicityUrl={request.deps.publicityUrl} />);
}

/** Checks the file, keeps it and puts it to the paper. The same upload again changes nothing. */
async function takeIn({ deps, now }: LinkRequest, arrived: Arrived): Promise<Result<undefined>> {
  const { repair, material, upload, status } = arrived;
  // Before anything is kept: an application that was handed in takes no more.
  if (status !== 'preparing' && status !== 'completing') return problem('repair.status', { status });
  const { uscc = '', name } = repair.applicant;
  const received = await receiveEvidence(deps.evidence, {
    caseNumber: repair.id,
    id: upload,
    purpose: 'document',
    by: uscc,
    at: now,
    already: repair.files,
  });
  if (!received.ok) return received;
  const file = { ...received.value, material };
  const given = await giveRepair(
    deps.repairs,
    repair.id,
    'attach',
    attach,
    { file },
    agencyActor({ uscc, name }),
  );
  return given.ok ? ok(undefined) : given;
}

async function take(request: LinkRequest): Promise<WebResponse> {
  const arrived = await arrivedAt(request);
  if (arrived === undefined) return ended(request);
  const { publicityUrl } = request.deps;
  const taken = await takeIn(request, arrived);
  if (!taken.ok)
    return page(<UploadedPage arrived={arrived} publicityUrl={publicityUrl} problems={taken.problems} />, {
      status: 422,
    });
  return arrived.back === undefined
    ? page(<SaidPage code="taken" publicityUrl={publicityUrl} />)
    : redirect(arrived.back, { code: 'linkRepair.uploaded.taken' });
}

/** Where the file store sends the browser back to. Here too only the POST acts. */
export const repairUploadedRoutes: readonly Route<LinkDeps>[] = [
  publicRoute({ method: 'GET', path: repairUploadedPath('{grant}', '{id}'), handle: show }),
  publicRoute({ method: 'POST', path: repairUploadedPath('{grant}', '{id}'), handle: take }),
];
