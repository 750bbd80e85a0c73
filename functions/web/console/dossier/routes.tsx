import { mayAct } from '../../../../shared/access/roles.ts';
import { anchorKey } from '../../../../shared/adapters/anchorStore.ts';
import { type Dossier, dossierOf } from '../../../../shared/inspection/dossier/dossier.ts';
import { dossierBytes } from '../../../../shared/inspection/dossier/dossierSchema.ts';
import { type DossierDeps, gatherDossier } from '../../../../shared/inspection/dossier/gatherDossier.ts';
import { download, notFound, page } from '../../kit/http/respond.ts';
import { type Route, type SignedInRequest, staffRoute } from '../../kit/http/route.ts';
import { confidentialReaders } from '../access.ts';
import type { ConsoleDeps } from '../consoleDeps.ts';
import { caseReaders, maySee } from '../inspections/inspectionAccess.ts';
import { namesOfPeople } from '../peopleNames.ts';
import { DossierPaper } from './dossierPaper.tsx';
import { noticesOf } from './noticesOf.ts';

function gatherDeps(deps: ConsoleDeps): DossierDeps {
  const { code, name, nameEn } = deps.office;
  return {
    cases: deps.inspections.cases,
    lists: deps.inspectionLists,
    desk: deps.draws.desk,
    files: deps.drawFiles,
    noticesOf: (inspection) => noticesOf(deps, inspection),
    inspectors: () => deps.register.inspectors(),
    anchorKey,
    office: { code, name, nameEn },
    now: deps.inspections.now,
  };
}

/** The dossier as this reader may have it; undefined when they may not know of the inspection. */
async function dossierFor({
  deps,
  params,
  user,
}: SignedInRequest<ConsoleDeps>): Promise<Dossier | undefined> {
  const parts = await gatherDossier(gatherDeps(deps), params['number'] ?? '');
  if (parts === undefined) return undefined;
  if (!maySee(user, parts.state)) return undefined;
  return dossierOf(parts, mayAct(user.roles, confidentialReaders) ? [] : ['recusal-text']);
}

export const dossierRoutes: readonly Route<ConsoleDeps>[] = [
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/inspections/{number}/dossier',
    access: caseReaders,
    handle: async (request) => {
      const dossier = await dossierFor(request);
      if (dossier === undefined) return notFound();
      const names = await namesOfPeople(request.deps);
      return page(
        <DossierPaper dossier={dossier} names={names} back={`/inspections/${dossier.state.number}`} />,
      );
    },
  }),
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/inspections/{number}/dossier.json',
    access: caseReaders,
    handle: async (request) => {
      const dossier = await dossierFor(request);
      if (dossier === undefined) return notFound();
      const name = `${dossier.state.number}-dossier.json`;
      return download({ name, contentType: 'application/json', body: dossierBytes(dossier) });
    },
  }),
];
