import type { VNode } from 'preact';
import {
  type EvidenceType,
  evidenceLimits,
  evidenceTypes,
  photoTypes,
} from '../../../../shared/evidence/evidenceLimits.ts';
import { usePage } from '../context.tsx';
import { sizeText } from '../fileSize.ts';
import { words } from '../words.ts';
import { Button } from './button.tsx';
import { DataTable } from './dataTable.tsx';
import { FileInput } from './fileInput.tsx';
import { UploadForm } from './form.tsx';
import { Hash } from './hash.tsx';
import { Inset } from './notices.tsx';

/** A file as its row shows it. */
export interface EvidenceRow {
  readonly id: string;
  readonly fileName: string;
  readonly type: EvidenceType;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  /** What it is for, in the reader's language. */
  readonly purpose: string;
  /** When, already in the reader's notation. */
  readonly at: string;
  /** Who sent it, by name. */
  readonly by: string;
  /** Page that leads to the download; the file itself is never shown. */
  readonly href: string;
}

export interface EvidenceUploadProps {
  /** What is asked for; also the caption of the list. */
  readonly label: string;
  readonly files: readonly EvidenceRow[];
  /** The signed form; left out for who may only look. */
  readonly form?: { readonly url: string; readonly fields: Readonly<Record<string, string>> };
  readonly hint?: string;
  /** Asks for a photo and opens the camera of a phone. */
  readonly capture?: boolean;
  /** Field of the refusals, where several of these stand on one page. */
  readonly field?: string;
}

/**
 * The files of one part of a case, and a form that adds one. Works without script: the file goes straight to the
 * file store, which sends the browser back to the page that takes it in. The function's catalogue must hold
 * `evidenceMessages`.
 */
export function EvidenceUpload(props: EvidenceUploadProps): VNode {
  return (
    <>
      <EvidenceList caption={props.label} files={props.files} />
      {props.form === undefined ? null : <EvidenceForm {...props} form={props.form} />}
    </>
  );
}

function EvidenceForm(props: EvidenceUploadProps & Required<Pick<EvidenceUploadProps, 'form'>>): VNode {
  const { lang, problemText } = usePage();
  const { files: count, megabytes, bytes } = evidenceLimits;
  if (props.files.length >= count) return <Inset>{words(lang, 'kit.evidence.full', { count })}</Inset>;
  const asksForPhoto = props.capture === true;
  const types: readonly EvidenceType[] = asksForPhoto ? photoTypes : evidenceLimits.types;
  const limits = words(lang, 'kit.evidence.limits', {
    types: types.map((type) => evidenceTypes[type].label).join(lang === 'zh' ? '、' : ', '),
    megabytes,
    count,
    have: props.files.length,
  });
  const tooLarge = problemText({ code: 'evidence.too_large', params: { limit: megabytes } });
  return (
    <div data-most-bytes={String(bytes)} data-too-large={tooLarge}>
      <UploadForm action={props.form.url} fields={props.form.fields}>
        <FileInput
          name={props.field ?? 'file'}
          control="file"
          label={props.label}
          types={types.flatMap((type) => evidenceTypes[type].extensions.map((one) => `.${one}`))}
          // Named as media types, a phone offers its camera and makes JPEG of its own format.
          accept={types.map((type) => evidenceTypes[type].contentType).join(',')}
          megabytes={megabytes}
          limits={limits}
          capture={asksForPhoto}
          {...(props.hint === undefined ? {} : { hint: props.hint })}
        />
        <Button>{words(lang, 'kit.evidence.upload')}</Button>
      </UploadForm>
    </div>
  );
}

/** The files of a part of a case: enough to tell whether a file somebody holds is the one that was kept. */
export function EvidenceList(props: { caption: string; files: readonly EvidenceRow[] }): VNode {
  const { lang } = usePage();
  return (
    <DataTable
      caption={props.caption}
      rows={props.files}
      rowKey={({ id }) => id}
      empty={words(lang, 'kit.evidence.none')}
      columns={[
        {
          key: 'name',
          label: words(lang, 'kit.evidence.name'),
          rowHeader: true,
          cell: ({ fileName, href }) => (
            <a
              class="govuk-link"
              href={href}
              aria-label={words(lang, 'kit.evidence.download', { name: fileName })}
            >
              <bdi>{fileName}</bdi>
            </a>
          ),
        },
        { key: 'purpose', label: words(lang, 'kit.evidence.purpose'), cell: ({ purpose }) => purpose },
        {
          key: 'type',
          label: words(lang, 'kit.evidence.type'),
          cell: ({ type }) => evidenceTypes[type].label,
        },
        {
          key: 'size',
          label: words(lang, 'kit.evidence.size'),
          numeric: true,
          cell: ({ size }) => sizeText(lang, size),
        },
        {
          key: 'hash',
          label: words(lang, 'kit.evidence.hash'),
          cell: ({ sha256 }) => <Hash value={sha256} short />,
        },
        { key: 'at', label: words(lang, 'kit.evidence.at'), cell: ({ at }) => at },
        { key: 'by', label: words(lang, 'kit.evidence.by'), cell: ({ by }) => by },
      ]}
    />
  );
}
