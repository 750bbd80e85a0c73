import type { VNode } from 'preact';
import { formatDateEn, formatDateZh, shanghaiDate } from '../../../../shared/calendar/localDate.ts';
import { visitsAsDrawn } from '../../../../shared/draw/ceremony/visit.ts';
import { originText } from '../../../../shared/draw/ceremony/visitOrigin.ts';
import { Hash } from '../../kit/components/hash.tsx';
import { Paper } from '../../kit/components/paper.tsx';
import { PaperPage } from '../../kit/layouts/paperPage.tsx';
import { monthText } from '../moment.ts';
import { words } from './drawWords.ts';
import { PublicCode, type ScreenProps } from './screenPage.tsx';
import { stepsOf } from './steps.tsx';

/** The record of the ceremony on A4: every step, every hash, the result, a line for each signature. */
export function DrawPaper(props: ScreenProps & { office: string }): VNode {
  const { lang, draw, status, office, publicPage } = props;
  // What the witnesses sign is the draw, not what was replaced after it.
  const visits = visitsAsDrawn(props.visits);
  const date = shanghaiDate(draw.result?.at ?? draw.opened.at);
  const written = lang === 'zh' ? formatDateZh(date) : formatDateEn(date);
  const title = words(lang, 'drawPage.paper.title');
  return (
    <PaperPage title={`${title} ${draw.number}`} back={{ href: `/draws/${draw.number}` }}>
      <Paper
        issuer={office}
        number={draw.number}
        title={title}
        rehearsal={draw.kind === 'rehearsal'}
        signature={{ organ: office, date: written }}
      >
        <p>
          {words(lang, draw.kind === 'targeted' ? 'drawPage.paper.targeted' : 'drawPage.paper.body', {
            office,
            date: written,
            month: monthText(lang, draw.task),
          })}
        </p>
        <table class="dr-paper__table">
          <tbody>
            {stepsOf(lang, draw, status)
              .filter(({ state }) => state === 'done')
              .map((step) => (
                <tr key={step.title}>
                  <th scope="row">{step.title}</th>
                  <td>
                    {[step.by, step.at].filter(Boolean).join(' · ')}
                    {step.body === undefined ? null : <div>{step.body}</div>}
                    {step.hash === undefined ? null : (
                      <div>
                        <Hash value={step.hash} />
                      </div>
                    )}
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
        {visits.length === 0 ? null : (
          <table class="dr-paper__table">
            <thead>
              <tr>
                <th scope="col" class="dr-nowrap">
                  {words(lang, 'drawPage.result.no')}
                </th>
                <th scope="col">{words(lang, 'drawPage.result.agency')}</th>
                <th scope="col" class="dr-nowrap">
                  {words(lang, 'drawPage.result.label')}
                </th>
                <th scope="col">{words(lang, 'drawPage.result.team')}</th>
              </tr>
            </thead>
            <tbody>
              {visits.map((visit) => (
                <tr key={visit.tid}>
                  <td>{visit.no}</td>
                  <td>
                    {visit.agencyName}
                    <br />
                    {visit.uscc}
                  </td>
                  <td class="dr-nowrap">{originText(lang, visit.origin)}</td>
                  <td>{visit.seats.map(({ name }) => name).join('、')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <PublicCode {...publicPage} label={words(lang, 'drawPage.screen.public')} />
        <p>{words(lang, 'drawPage.paper.sign')}</p>
        <ul class="dr-paper__signatures">
          {draw.witnesses.map(({ id, name }) => (
            <li key={id}>{name}：＿＿＿＿＿＿＿＿</li>
          ))}
        </ul>
      </Paper>
    </PaperPage>
  );
}
