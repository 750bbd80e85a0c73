import type { VNode } from 'preact';
import type { StoredInspection } from '../../../../shared/inspection/ports.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import { usePage } from '../../kit/context.tsx';
import { InspectionTable } from '../inspections/agencyVisits.tsx';
import type { FilePart } from './filePart.ts';

/** Every inspection with what is published of it. */
export const inspectionsPart: FilePart<'inspectionLists'> = async ({ inspectionLists }, { uscc }) => (
  <Inspections inspections={await inspectionLists.ofAgency(uscc)} />
);

function Inspections({ inspections }: { inspections: readonly StoredInspection[] }): VNode {
  const { lang } = usePage();
  return <InspectionTable inspections={inspections} caption={text(lang, 'agencyFile.inspections')} />;
}
