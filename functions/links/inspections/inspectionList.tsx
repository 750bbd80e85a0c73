import type { VNode } from 'preact';
import type { Recipient } from '../../../shared/notice/recipientLink.ts';
import { usePage } from '../../web/kit/context.tsx';
import type { LeftTeam, OwnInspection } from './ownInspections.ts';
import { inspectionPath } from './paths.ts';
import { say, sayCode } from './words.ts';

/** The inspections behind the link, on its first page. Nothing stands there when there is none to be told of. */
export function InspectionList(props: {
  token: string;
  type: Recipient['type'];
  inspections: readonly OwnInspection[];
  left: readonly LeftTeam[];
}): VNode | null {
  const { lang } = usePage();
  const { token, type, inspections, left } = props;
  const words = type === 'agency' ? 'linkInspection.status' : 'inspection.status';
  return (
    <>
      {inspections.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">{say(lang, 'linkInspection.list')}</h2>
          {inspections.map(({ state, status }) => (
            <p class="govuk-body" key={state.number}>
              <a class="govuk-link" href={inspectionPath(token, state.number)}>
                {say(lang, 'linkInspection.title', { number: state.number })}
              </a>
              {type === 'agency' ? null : <span lang="zh-CN"> {state.agency.name}</span>}
              <br />
              {sayCode(lang, `${words}.${status}`)}
            </p>
          ))}
        </>
      )}
      {left.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">{say(lang, 'linkInspection.left')}</h2>
          {left.map(({ number }) => (
            <p class="govuk-body" key={number}>
              {say(lang, 'linkInspection.left.one', { number })}
            </p>
          ))}
        </>
      )}
    </>
  );
}
