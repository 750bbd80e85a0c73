import { downloadName, evidenceKey, isEvidenceId } from '../../../../shared/evidence/evidenceKeys.ts';
import { EVIDENCE_LINK_SECONDS } from '../../../../shared/evidence/evidenceStore.ts';
import { newEvidenceUpload, receiveEvidence } from '../../../../shared/evidence/receiveEvidence.ts';
import { type RepairMaterial, repairMaterials } from '../../../../shared/law/repairRules.ts';
import type { Problem } from '../../../../shared/problem.ts';
import { attach, declareShared, remove } from '../../../../shared/repair/applying.ts';
import { giveRepair } from '../../../../shared/repair/command.ts';
import type { StoredRepair } from '../../../../shared/repair/ports.ts';
import { conflict, notFound, page, redirect, redirectAbroad } from '../../kit/http/respond.ts';
import { type Route, staffRoute, type WebResponse } from '../../kit/http/route.ts';
import { firstValue } from '../../kit/links.ts';
import { actorOf, type ConsoleDeps } from '../consoleDeps.ts';
import { foundRepair, type RepairRequest } from './found.ts';
import { UploadedPage, UploadPage } from './materials.tsx';
import { rolesFor } from './offers.ts';
import { repairPagePath, repairRoles } from './repairWords.ts';

/** Papers that came to the counter: uploaded, taken in, taken out, downloaded. */

interface OnPaper {
  readonly request: RepairRequest;
  readonly stored: StoredRepair;
  readonly material: RepairMaterial;
}

function onPaper(handle: (of: OnPaper) => Promise<WebResponse>) {
  return async (request: RepairRequest): Promise<WebResponse> => {
    const stored = await foundRepair(request);
    const material = repairMaterials.find(({ rule }) => rule === request.params['material'])?.rule;
    if (stored === undefined || material === undefined) return notFound();
    const gathers = stored.status === 'preparing' || stored.status === 'completing';
    return gathers ? handle({ request, stored, material }) : conflict(repairPagePath(stored.state.id));
  };
}

async function form(
  { request, stored, material }: OnPaper,
  problems: readonly Problem[] = [],
): Promise<WebResponse> {
  const { deps, now } = request;
  const { id } = stored.state;
  const signed = await newEvidenceUpload(deps.evidence, {
    caseNumber: id,
    now,
    redirect: `${deps.consoleUrl}${repairPagePath(id)}/uploads/${material}/{id}`,
  });
  return page(
    <UploadPage stored={stored} material={material} form={signed.form} problems={problems} />,
    problems.length === 0 ? {} : { status: 422 },
  );
}

async function take(of: OnPaper): Promise<WebResponse> {
  const { request, stored, material } = of;
  const { deps, now, user, params } = request;
  const { id, files } = stored.state;
  const received = await receiveEvidence(deps.evidence, {
    caseNumber: id,
    id: params['upload'] ?? '',
    purpose: 'document',
    by: user.userId,
    at: now,
    already: files,
  });
  if (!received.ok) return form(of, received.problems);
  const file = { ...received.value, material };
  const given = await giveRepair(deps.repairs, id, 'attach', attach, { file }, actorOf(user));
  return given.ok
    ? redirect(repairPagePath(id), { code: 'repairPage.done.file' })
    : conflict(repairPagePath(id));
}

async function download(request: RepairRequest): Promise<WebResponse> {
  const stored = await foundRepair(request);
  const file = stored?.state.files.find(({ id }) => id === request.params['file']);
  if (stored === undefined || file === undefined) return notFound();
  const { id } = stored.state;
  const key = evidenceKey(id, file.sha256);
  const link = await request.deps.evidence.link(key, downloadName(id, file), EVIDENCE_LINK_SECONDS);
  return redirectAbroad(new URL(link));
}

async function takeOut(request: RepairRequest): Promise<WebResponse> {
  const stored = await foundRepair(request);
  if (stored === undefined) return notFound();
  const { id } = stored.state;
  const input = { id: request.params['file'] ?? '' };
  const given = await giveRepair(request.deps.repairs, id, 'remove', remove, input, actorOf(request.user));
  return given.ok
    ? redirect(repairPagePath(id), { code: 'repairPage.done.materials' })
    : conflict(repairPagePath(id));
}

async function share({ request, stored, material }: OnPaper): Promise<WebResponse> {
  const { id } = stored.state;
  const shared = firstValue(request.form, 'shared') === 'yes';
  const given = await giveRepair(
    request.deps.repairs,
    id,
    'declare-shared',
    declareShared,
    { material, shared },
    actorOf(request.user),
  );
  return given.ok
    ? redirect(repairPagePath(id), { code: 'repairPage.done.materials' })
    : conflict(repairPagePath(id));
}

const access = rolesFor('attach');
const upload = '/repairs/{id}/uploads/{material}';

export const repairMaterialRoutes: readonly Route<ConsoleDeps>[] = [
  staffRoute<ConsoleDeps>({ method: 'GET', path: upload, access, handle: onPaper((of) => form(of)) }),
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: `${upload}/{upload}`,
    access,
    handle: onPaper(async ({ request, stored, material }) => {
      const id = request.params['upload'] ?? '';
      if (!isEvidenceId(id)) return notFound();
      return page(<UploadedPage stored={stored} material={material} upload={id} />);
    }),
  }),
  staffRoute<ConsoleDeps>({ method: 'POST', path: `${upload}/{upload}`, access, handle: onPaper(take) }),
  staffRoute<ConsoleDeps>({
    method: 'POST',
    path: '/repairs/{id}/materials/{material}',
    access,
    handle: onPaper(share),
  }),
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/repairs/{id}/files/{file}',
    access: repairRoles,
    handle: download,
  }),
  staffRoute<ConsoleDeps>({
    method: 'POST',
    path: '/repairs/{id}/files/{file}/remove',
    access,
    handle: takeOut,
  }),
];
