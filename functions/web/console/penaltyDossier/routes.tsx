import type { Role } from '../../../../shared/access/roles.ts';
import { anchorKey } from '../../../../shared/adapters/anchorStore.ts';
import { type PenaltyDossier, penaltyDossierOf } from '../../../../shared/penalty/dossier/dossier.ts';
import { penaltyDossierBytes } from '../../../../shared/penalty/dossier/dossierSchema.ts';
import {
  gatherPenaltyDossier,
  type PenaltyDossierDeps,
} from '../../../../shared/penalty/dossier/gatherDossier.ts';
import { download, notFound, page } from '../../kit/http/respond.ts';
import { type Route, type SignedInRequest, staffRoute } from '../../kit/http/route.ts';
import { readers } from '../access.ts';
import type { ConsoleDeps } from '../consoleDeps.ts';
import { penaltyPath } from '../penaltyPaths.ts';
import { namesOfPeople } from '../peopleNames.ts';
import { PenaltyDossierPaper } from './dossierPaper.tsx';

/** Who reads the dossier of a penalty case: nothing in it leads to who reported. */
const dossierReaders: readonly Role[] = [...readers, 'legalReviewer'];

function gatherDeps(deps: ConsoleDeps): PenaltyDossierDeps {
  const { code, name, nameEn } = deps.office;
  return {
    cases: deps.penalties.cases,
    files: deps.drawFiles,
    papers: deps.casePapers,
    anchorKey,
    office: { code, name, nameEn },
    now: deps.penalties.now,
  };
}

async function dossierFor({
  deps,
  params,
}: SignedInRequest<ConsoleDeps>): Promise<PenaltyDossier | undefined> {
  const parts = await gatherPenaltyDossier(gatherDeps(deps), params['id'] ?? '');
  return parts === undefined ? undefined : penaltyDossierOf(parts);
}

export const penaltyDossierRoutes: readonly Route<ConsoleDeps>[] = [
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/penalties/{id}/dossier',
    access: dossierReaders,
    handle: async (request) => {
      const dossier = await dossierFor(request);
      if (dossier === undefined) return notFound();
      const names = await namesOfPeople(request.deps);
      return page(
        <PenaltyDossierPaper dossier={dossier} names={names} back={penaltyPath(dossier.state.id)} />,
      );
    },
  }),
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/penalties/{id}/dossier.json',
    access: dossierReaders,
    handle: async (request) => {
      const dossier = await dossierFor(request);
      if (dossier === undefined) return notFound();
      const name = `${dossier.state.number ?? dossier.state.id}-dossier.json`;
      return download({ name, contentType: 'application/json', body: penaltyDossierBytes(dossier) });
    },
  }),
];
