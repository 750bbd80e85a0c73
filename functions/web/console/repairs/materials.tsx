import type { VNode } from 'preact';
import { shanghaiDate } from '../../../../shared/calendar/localDate.ts';
import type { EvidenceForm } from '../../../../shared/evidence/evidenceStore.ts';
import type { RepairMaterial } from '../../../../shared/law/repairRules.ts';
import type { Problem } from '../../../../shared/problem.ts';
import { canBeShared, materialsAt } from '../../../../shared/repair/applying.ts';
import type { StoredRepair } from '../../../../shared/repair/ports.ts';
import type { RepairFile } from '../../../../shared/repair/repairCase.ts';
import { Button } from '../../kit/components/button.tsx';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { EvidenceUpload } from '../../kit/components/evidenceUpload.tsx';
import { fieldId } from '../../kit/components/field.tsx';
import { Form } from '../../kit/components/form.tsx';
import { usePage } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { fieldOf } from '../commandFields.ts';
import { ConsoleScript } from '../consoleScript.tsx';
import { momentText } from '../moment.ts';
import { type Person, statusOf } from './offers.ts';
import { repairPagePath, words } from './repairWords.ts';

/** The four papers; while they are gathered, somebody at the counter can enter what came on paper. */
export function Materials({ stored, user }: { readonly stored: StoredRepair; readonly user: Person }): VNode {
  const { lang, problemText } = usePage();
  const { state } = stored;
  const path = repairPagePath(state.id);
  const gathers = ['preparing', 'completing'].includes(statusOf(stored));
  const edits = gathers && user.roles.includes('supervisor');
  const filesOf = (material: RepairMaterial) => state.files.filter((file) => file.material === material);
  return (
    <DataTable
      caption={words(lang, 'repairPage.materials')}
      rows={materialsAt(shanghaiDate(state.opened.at))}
      rowKey={({ rule }) => rule}
      columns={[
        { key: 'what', label: words(lang, 'repairPage.what'), rowHeader: true, cell: (row) => row[lang] },
        {
          key: 'files',
          label: words(lang, 'repairPage.materials'),
          cell: ({ rule }) => {
            const files = filesOf(rule);
            const shared = state.shared.includes(rule);
            return (
              // Where the error summary leads when a paper is missing.
              <div id={fieldId(fieldOf('apply')(rule))} tabIndex={-1}>
                {shared ? words(lang, 'repairPage.materials.shared') : null}
                {files.length === 0 && !shared ? words(lang, 'repairPage.materials.none') : null}
                {files.map((file) => (
                  <FileLine key={file.id} file={file} path={path} edits={edits} />
                ))}
              </div>
            );
          },
        },
        ...(edits
          ? [
              {
                key: 'edit',
                label: words(lang, 'repairPage.materials.add'),
                cell: ({ rule }: { readonly rule: RepairMaterial }) => (
                  <>
                    <a class="govuk-link" href={`${path}/uploads/${rule}`}>
                      {words(lang, 'repairPage.materials.add')}
                    </a>
                    {canBeShared(state, rule) ? <Share path={path} material={rule} stored={stored} /> : null}
                  </>
                ),
              },
            ]
          : []),
      ]}
      empty={problemText({ code: 'repair.missing.application' })}
    />
  );
}

function Share(props: { path: string; material: RepairMaterial; stored: StoredRepair }): VNode {
  const { lang } = usePage();
  const { path, material, stored } = props;
  const shared = stored.state.shared.includes(material);
  return (
    <Form action={`${path}/materials/${material}`} hidden={{ shared: shared ? 'no' : 'yes' }}>
      <Button look="secondary">
        {words(lang, shared ? 'repairPage.materials.unshare' : 'repairPage.materials.share')}
      </Button>
    </Form>
  );
}

function FileLine(props: { file: RepairFile; path: string; edits: boolean }): VNode {
  const { lang } = usePage();
  const { file, path, edits } = props;
  return (
    <>
      <a class="govuk-link" href={`${path}/files/${file.id}`}>
        {file.fileName}
      </a>{' '}
      {momentText(lang, file.at)}
      {edits ? (
        <Form action={`${path}/files/${file.id}/remove`}>
          <Button look="secondary">{words(lang, 'repairPage.materials.remove')}</Button>
        </Form>
      ) : (
        <br />
      )}
    </>
  );
}

/** The form that takes one file of a paper to the file store. */
export function UploadPage(props: {
  readonly stored: StoredRepair;
  readonly material: RepairMaterial;
  readonly form: EvidenceForm;
  readonly problems?: readonly Problem[];
}): VNode {
  const { lang } = usePage();
  const { stored, material, form } = props;
  const { state } = stored;
  const row = materialsAt(shanghaiDate(state.opened.at)).find(({ rule }) => rule === material);
  const path = repairPagePath(state.id);
  return (
    <ConsolePage
      title={words(lang, 'repairPage.materials.add.title', { material: row?.[lang] ?? material })}
      back={{ href: path }}
      problems={props.problems ?? []}
    >
      <EvidenceUpload
        label={row?.[lang] ?? material}
        files={state.files
          .filter((file) => file.material === material)
          .map(({ id, fileName, type, size, sha256, at }) => ({
            id,
            fileName,
            type,
            size,
            sha256,
            purpose: row?.[lang] ?? material,
            at: momentText(lang, at),
            by: words(lang, 'repairPage.materials.by.applicant'),
            href: `${path}/files/${id}`,
          }))}
        form={form}
      />
      <ConsoleScript />
    </ConsolePage>
  );
}

/** Where the browser comes back to from the file store: one press takes the file in. */
export function UploadedPage(props: {
  readonly stored: StoredRepair;
  readonly material: RepairMaterial;
  readonly upload: string;
}): VNode {
  const { lang } = usePage();
  const { stored, material, upload } = props;
  const path = repairPagePath(stored.state.id);
  return (
    <ConsolePage title={words(lang, 'repairPage.materials.add')} back={{ href: path }}>
      <p class="govuk-body">{words(lang, 'repairPage.uploaded')}</p>
      <Form action={`${path}/uploads/${material}/${upload}`}>
        <Button>{words(lang, 'repairPage.uploaded.button')}</Button>
      </Form>
    </ConsolePage>
  );
}
