import { publicRoute, type Route } from '../../web/kit/http/route.ts';
import type { LinkDeps } from '../linkDeps.ts';
import { correction, recusal, showAgencyInspection } from './agencyRoutes.tsx';
import { showInspectorInspection, staffing } from './inspectorRoutes.tsx';
import { type InspectionRequest, onInspection } from './ownInspectionRoute.ts';
import { inspectionPath } from './paths.ts';
import {
  changeReport,
  checkReport,
  ownFile,
  reportDone,
  showReport,
  submitReport,
} from './rectificationRoutes.tsx';
import { uploadedRoutes } from './uploadedRoutes.tsx';
import { visitCheckRoutes } from './visitCheckRoutes.tsx';

const base = inspectionPath('{token}', '{number}');

const show = (opened: InspectionRequest) =>
  opened.link.recipient.type === 'agency' ? showAgencyInspection(opened) : showInspectorInspection(opened);

const route = (
  method: 'GET' | 'POST',
  below: string,
  type: Parameters<typeof onInspection>[0],
  handle: Parameters<typeof onInspection>[1],
): Route<LinkDeps> => publicRoute({ method, path: `${base}${below}`, handle: onInspection(type, handle) });

/** What agencies and inspectors do in an inspection by their links, and the code shown at the door. */
export const inspectionRoutes: readonly Route<LinkDeps>[] = [
  ...visitCheckRoutes,
  ...uploadedRoutes,
  route('GET', '', 'any', show),
  route('POST', '/recusal', 'agency', (opened) => recusal(opened)),
  route('POST', '/correction', 'agency', (opened) => correction(opened)),
  route('GET', '/rectification', 'agency', showReport),
  route('POST', '/rectification/check', 'agency', checkReport),
  route('POST', '/rectification/change', 'agency', changeReport),
  route('POST', '/rectification', 'agency', submitReport),
  route('GET', '/rectification/done', 'agency', reportDone),
  route('GET', '/file/{id}', 'agency', ownFile),
  route('POST', '/staffing', 'inspector', (opened) => staffing(opened)),
];
