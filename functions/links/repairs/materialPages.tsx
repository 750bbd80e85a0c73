import type { VNode } from 'preact';
import { shanghaiDate } from '../../../shared/calendar/localDate.ts';
import type { EvidenceForm } from '../../../shared/evidence/evidenceStore.ts';
import type { RepairMaterial } from '../../../shared/law/repairRules.ts';
import type { Lang } from '../../../shared/messages/message.ts';
import type { Problem } from '../../../shared/problem.ts';
import { canBeShared, materialsAt } from '../../../shared/repair/applying.ts';
import type { RepairCase } from '../../../shared/repair/repairCase.ts';
import { dateText, timeText } from '../../publicity-worker/words.ts';
import { Button, ButtonGroup } from '../../web/kit/components/button.tsx';
import { Checkboxes } from '../../web/kit/components/choiceFields.tsx';
import { type EvidenceRow, EvidenceUpload } from '../../web/kit/components/evidenceUpload.tsx';
import { Form } from '../../web/kit/components/form.tsx';
import { Panel, Warning } from '../../web/kit/components/notices.tsx';
import { SummaryList } from '../../web/kit/components/summaryList.tsx';
import { usePage } from '../../web/kit/context.tsx';
import { PublicPage } from '../../web/kit/layouts/publicPage.tsx';
import type { OwnAgency } from './ownAgency.ts';
import type { OwnRepair } from './ownRepair.ts';
import { recordsPath, repairPath } from './paths.ts';
import { say } from './words.ts';

interface PageProps {
  readonly agency: OwnAgency;
  readonly own: OwnRepair;
  readonly publicityUrl: string;
}

/** The papers that are asked about now: all four, or those that are to be completed. */
export function askedFor({ status, state }: OwnRepair): readonly RepairMaterial[] {
  const all = materialsAt(shanghaiDate(state.opened.at)).map(({ rule }) => rule);
  return status === 'completing' ? all.filter((one) => state.completion?.materials.includes(one)) : all;
}

/** A paper by its name in the law. */
export function materialText(lang: Lang, material: RepairMaterial, { opened }: RepairCase): string {
  return materialsAt(shanghaiDate(opened.at)).find(({ rule }) => rule === material)?.[lang] ?? material;
}

function fileRows(lang: Lang, { agency, own }: PageProps, material: RepairMaterial): readonly EvidenceRow[] {
  const path = repairPath(agency.home, own.state.id);
  return own.state.files
    .filter((file) => file.material === material)
    .map(({ id, fileName, type, size, sha256, at, by }) => ({
      id,
      fileName,
      type,
      size,
      sha256,
      purpose: materialText(lang, material, own.state),
      at: timeText(lang, at),
      by: say(lang, by === agency.uscc ? 'linkRepair.files.by' : 'linkRepair.files.paper'),
      href: `${path}/file/${id}`,
    }));
}

/** One paper: its files, or that the office has it. */
export function MaterialPage(
  props: PageProps & {
    readonly material: RepairMaterial;
    readonly form: EvidenceForm;
    readonly problems?: readonly Problem[];
  },
): VNode {
  const { lang } = usePage();
  const { agency, own, material } = props;
  const asked = askedFor(own);
  const path = `${repairPath(agency.home, own.state.id)}/${material}`;
  const files = fileRows(lang, props, material);
  const handedIn = own.state.completion?.asked.at ?? '';
  const removable = own.state.files.filter((file) => file.material === material && file.at > handedIn);
  return (
    <PublicPage
      title={materialText(lang, material, own.state)}
      lead={say(lang, 'linkRepair.question', { no: asked.indexOf(material) + 1, of: asked.length })}
      problems={props.problems ?? []}
      home={props.publicityUrl}
      back={{ href: recordsPath(agency.home), label: say(lang, 'linkRepair.back') }}
    >
      <EvidenceUpload
        label={say(lang, 'linkRepair.files')}
        hint={say(lang, `linkRepair.hint.${material}`)}
        files={files}
        form={props.form}
        field={material}
      />
      {removable.map(({ id, fileName }) => (
        <Form key={id} action={`${path}/remove`} hidden={{ file: id }}>
          <Button look="secondary">{say(lang, 'linkRepair.remove', { name: fileName })}</Button>
        </Form>
      ))}
      <Form action={path}>
        {canBeShared(own.state, material) ? (
          <Checkboxes
            name="shared"
            label={materialText(lang, material, own.state)}
            values={own.state.shared.includes(material) ? ['yes'] : []}
            choices={[{ value: 'yes', label: say(lang, 'linkRepair.shared') }]}
          />
        ) : null}
        <Button>{say(lang, 'linkRepair.next')}</Button>
      </Form>
    </PublicPage>
  );
}

/** Everything once more before it is handed in. */
export function CheckPage(props: PageProps & { readonly problems?: readonly Problem[] }): VNode {
  const { lang } = usePage();
  const { agency, own } = props;
  const { state, status } = own;
  const path = repairPath(agency.home, state.id);
  const completing = status === 'completing';
  return (
    <PublicPage
      title={say(lang, 'linkRepair.check.title')}
      problems={props.problems ?? []}
      home={props.publicityUrl}
      back={{ href: recordsPath(agency.home), label: say(lang, 'linkRepair.back') }}
    >
      <SummaryList
        rows={[
          {
            label: say(lang, 'linkRepair.check.record'),
            value: `${say(lang, `repair.subject.${state.subject.kind}`)} ${state.subject.number}`,
          },
          ...askedFor(own).map((material) => ({
            label: materialText(lang, material, state),
            value: (
              <>
                {filesText(lang, state, material)}
                <br />
                <a class="govuk-link" id={`f-${material}`} href={`${path}/${material}`}>
                  {say(lang, 'linkRepair.check.change')}
                </a>
              </>
            ),
          })),
        ]}
      />
      <Warning>{say(lang, 'linkRepair.check.truth')}</Warning>
      <Form action={`${path}/${completing ? 'complete' : 'apply'}`}>
        <ButtonGroup>
          <Button look="irreversible">
            {say(lang, completing ? 'linkRepair.check.complete' : 'linkRepair.check.submit')}
          </Button>
        </ButtonGroup>
      </Form>
    </PublicPage>
  );
}

function filesText(lang: Lang, { files, shared }: RepairCase, material: RepairMaterial): string {
  if (shared.includes(material)) return say(lang, 'linkRepair.shared');
  const names = files.filter((file) => file.material === material).map(({ fileName }) => fileName);
  return names.length === 0 ? say(lang, 'linkRepair.check.none') : names.join(lang === 'zh' ? '、' : ', ');
}

/** The receipt. */
export function DonePage(props: PageProps): VNode {
  const { lang } = usePage();
  const { agency, own } = props;
  const { state } = own;
  const due = state.deadlines.find(({ kind }) => kind === 'accept')?.deadline.dueLegal;
  return (
    <PublicPage title={say(lang, 'linkRepair.done.title')} titleHidden home={props.publicityUrl}>
      <Panel title={say(lang, 'linkRepair.done.title')}>
        {state.applied === undefined ? null : timeText(lang, state.applied.at)}
      </Panel>
      <SummaryList rows={[{ label: say(lang, 'linkRepair.done.number'), value: state.id }]} />
      {due === undefined ? null : (
        <p class="govuk-body">{say(lang, 'linkRepair.done.next', { date: dateText(lang, due) })}</p>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={repairPath(agency.home, state.id)}>
          {say(lang, 'linkRepair.status.title')}
        </a>
      </p>
    </PublicPage>
  );
}
