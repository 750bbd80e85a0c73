import type { VNode } from 'preact';
import type { CaseFile } from '../../shared/complaint/complaintCase.ts';
import { roomForFiles } from '../../shared/complaint/filerFiles.ts';
import type { FollowedCase } from '../../shared/complaint/followed.ts';
import { evidenceLimits, evidenceTypes } from '../../shared/evidence/evidenceLimits.ts';
import type { EvidenceForm } from '../../shared/evidence/evidenceStore.ts';
import { EVIDENCE_FIELD } from '../../shared/evidence/receiveEvidence.ts';
import { Button } from '../web/kit/components/button.tsx';
import { DataTable } from '../web/kit/components/dataTable.tsx';
import { FileInput } from '../web/kit/components/fileInput.tsx';
import { UploadForm } from '../web/kit/components/form.tsx';
import { Inset } from '../web/kit/components/notices.tsx';
import { usePage } from '../web/kit/context.tsx';
import { takesFiles } from './doable.ts';
import { dayOf, say } from './words.ts';

/** What became of a file: one that is lost is said to be, so that it can be sent again in time. */
function stateOf({ checked, lost, erased }: CaseFile): 'checked' | 'erased' | 'lost' | 'waiting' {
  if (erased !== undefined) return 'erased';
  if (lost !== undefined) return 'lost';
  return checked ? 'checked' : 'waiting';
}

/** The person's own files, and a form for one more. They are not handed out again: whoever has the code sees names. */
export function FilesPart(props: {
  followed: FollowedCase;
  upload: EvidenceForm | number | undefined;
}): VNode {
  const { lang } = usePage();
  const { complaint } = props.followed;
  const own = complaint.files.filter(({ by }) => by === 'filer');
  return (
    <>
      <h2 class="govuk-heading-m" id="files">
        {say(lang, 'followCase.files')}
      </h2>
      <DataTable
        caption={say(lang, 'followCase.files')}
        captionHidden
        rows={own}
        rowKey={({ id }: CaseFile) => id}
        empty={say(lang, 'followCase.files.none')}
        columns={[
          {
            key: 'name',
            label: say(lang, 'followCase.files.name'),
            rowHeader: true,
            cell: ({ fileName }) => <bdi>{fileName}</bdi>,
          },
          { key: 'at', label: say(lang, 'followCase.files.at'), cell: ({ at }) => dayOf(lang, at) },
          {
            key: 'state',
            label: say(lang, 'followCase.files.state'),
            cell: (file) => say(lang, `followCase.files.${stateOf(file)}`),
          },
        ]}
      />
      {takesFiles(props.followed) ? <MorePart {...props} /> : null}
    </>
  );
}

function MorePart({ followed, upload }: Parameters<typeof FilesPart>[0]): VNode {
  const { lang, problemText } = usePage();
  const room = roomForFiles(followed.complaint);
  if (room === 0 || upload === undefined) return <Inset>{say(lang, 'followCase.file.full')}</Inset>;
  if (typeof upload === 'number')
    return <Inset>{say(lang, 'followCase.file.paused', { minutes: Math.ceil(upload / 60) })}</Inset>;
  const { types, megabytes, bytes } = evidenceLimits;
  const named = types.map((type) => evidenceTypes[type].label).join(lang === 'zh' ? '、' : ', ');
  return (
    <div
      data-most-bytes={String(bytes)}
      data-too-large={problemText({ code: 'evidence.too_large', params: { limit: megabytes } })}
    >
      <UploadForm action={upload.url} fields={upload.fields}>
        <FileInput
          name={EVIDENCE_FIELD}
          control="file"
          label={say(lang, 'followCase.file')}
          types={types.flatMap((type) => evidenceTypes[type].extensions.map((one) => `.${one}`))}
          accept={types.map((type) => evidenceTypes[type].contentType).join(',')}
          megabytes={megabytes}
          limits={say(lang, 'followCase.file.limits', { types: named, megabytes, room })}
        />
        <Button look="secondary">{say(lang, 'followCase.file.send')}</Button>
      </UploadForm>
    </div>
  );
}
