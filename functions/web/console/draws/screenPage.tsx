import type { VNode } from 'preact';
import { type DrawCase, type DrawStatus, recordVersions } from '../../../../shared/draw/ceremony/drawCase.ts';
import { type Visit, visitsAsDrawn } from '../../../../shared/draw/ceremony/visit.ts';
import { originText } from '../../../../shared/draw/ceremony/visitOrigin.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import { Hash } from '../../kit/components/hash.tsx';
import { Document } from '../../kit/document.tsx';
import { LooksAgain } from '../consoleScript.tsx';
import { preciseText } from '../moment.ts';
import { sourceName, words } from './drawWords.ts';
import { stepsOf } from './steps.tsx';

export interface ScreenProps {
  readonly lang: Lang;
  readonly draw: DrawCase;
  readonly status: DrawStatus;
  readonly visits: readonly Visit[];
  /** The public page of the draw: its address, and the picture of it that phones read. */
  readonly publicPage: { readonly address: string; readonly code: string };
}

/** The wall of the room: large type on dark, the step that is on, hashes people can copy down, the result. */
export function ScreenPage({ lang, draw, status, publicPage, ...props }: ScreenProps): VNode {
  const visits = visitsAsDrawn(props.visits);
  const title = `${draw.number} · ${draw.plan.title}`;
  const current = stepsOf(lang, draw, status).filter(({ state }) => state === 'current');
  const ended = status === 'published' || status === 'voided';
  return (
    <Document title={title} bodyClass="dr-screen">
      <main id="main">
        <PublicCode {...publicPage} label={words(lang, 'drawPage.screen.public')} />
        <p class="dr-screen__kind">{words(lang, `ceremony.kind.${draw.kind}`)}</p>
        <h1>{title}</h1>
        <p class="dr-screen__status">{words(lang, `ceremony.status.${status}`)}</p>
        <ul class="dr-screen__now">
          {current.map((step) => (
            <li key={step.title}>
              {step.title}
              {step.awaits === undefined ? null : <small>{step.awaits}</small>}
            </li>
          ))}
        </ul>
        <dl class="dr-screen__facts">
          {draw.frozen === undefined ? null : (
            <Fact label={words(lang, 'drawPage.step.frozen')} hash={draw.frozen.pools.agency.root} />
          )}
          {draw.commitDigest === undefined ? null : (
            <Fact label={words(lang, 'drawPage.commitment')} hash={draw.commitDigest} />
          )}
          {draw.source?.confirmed === undefined ? null : (
            <div>
              <dt>{sourceName(lang, draw)}</dt>
              <dd>{draw.source.entered?.value}</dd>
            </div>
          )}
          {draw.result === undefined ? null : (
            <Fact label={words(lang, 'drawPage.result.title')} hash={draw.result.digest} />
          )}
        </dl>
        {visits.length === 0 ? null : (
          <ol class="dr-screen__visits">
            {visits.map((visit) => (
              <li key={visit.tid}>
                {/* Whoever is in the room would announce the visit: a target is not named on the wall. */}
                {visit.origin === 'targeted' ? <Hash value={visit.tid} short /> : visit.agencyName}
                {visit.origin === 'mandatory' ? ` [${originText(lang, visit.origin)}]` : ''}
                <small>{visit.seats.map(({ name }) => name).join('、')}</small>
              </li>
            ))}
          </ol>
        )}
        <p class="dr-screen__time">{preciseText(lang, recordVersions(draw)[0]?.at ?? draw.opened.at)}</p>
      </main>
      {ended ? null : <LooksAgain seconds={3} />}
    </Document>
  );
}

/** What people in the room photograph: it leads to the sealed digests outside of the office's console. */
export function PublicCode(props: { address: string; code: string; label: string }): VNode {
  return (
    <figure class="dr-public-code">
      <img src={props.code} alt={props.address} width="160" height="160" />
      <figcaption>{props.label}</figcaption>
    </figure>
  );
}

function Fact(props: { label: string; hash: string }): VNode {
  return (
    <div>
      <dt>{props.label}</dt>
      <dd>
        <Hash value={props.hash} />
      </dd>
    </div>
  );
}
