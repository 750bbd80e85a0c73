import type { VNode } from 'preact';
import { type Role, roleLabels } from '../../../../shared/access/roles.ts';
import { SummaryList } from '../components/summaryList.tsx';
import { usePage } from '../context.tsx';
import { ConsolePage } from '../layouts/consolePage.tsx';
import { PublicPage } from '../layouts/publicPage.tsx';
import { words } from '../words.ts';
import type { ProblemStatus } from './route.ts';

export interface ProblemViewProps {
  readonly status: ProblemStatus;
  readonly reason?: 'csrf' | undefined;
  readonly roles?: readonly Role[] | undefined;
  readonly see?: string | undefined;
  readonly requestId: string;
}

/** The page for a request that cannot be served: what happened, and what to do next. */
export function ProblemView(props: ProblemViewProps): VNode {
  const { lang, user } = usePage();
  const key = props.reason ?? props.status;
  const named = (held: readonly Role[]) =>
    held.map((role) => roleLabels[role][lang]).join(lang === 'zh' ? '、' : ', ');
  const Layout = user === undefined ? PublicPage : ConsolePage;
  const rows = [
    ...(props.status === 403 && props.roles !== undefined && user !== undefined
      ? [
          { label: words(lang, 'kit.problem.whoMay'), value: named(props.roles) },
          { label: words(lang, 'kit.problem.yourRoles'), value: named(user.roles) },
        ]
      : []),
    // A number on a 404 would tell two equal answers apart; nobody needs it there.
    ...(props.status >= 500 ? [{ label: words(lang, 'kit.problem.requestId'), value: props.requestId }] : []),
  ];
  return (
    <Layout title={words(lang, `kit.problem.${key}.title`)}>
      <p class="govuk-body">{words(lang, `kit.problem.${key}.next`)}</p>
      {rows.length === 0 ? null : <SummaryList rows={rows} />}
      <p class="govuk-body">
        {props.see === undefined ? (
          <a class="govuk-link" href="/">
            {words(lang, 'kit.problem.home')}
          </a>
        ) : (
          <a class="govuk-link" href={props.see}>
            {words(lang, 'kit.problem.reload')}
          </a>
        )}
      </p>
    </Layout>
  );
}
