import type { VNode } from 'preact';
import { addDays, type LocalDate } from '../../../../shared/calendar/localDate.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import type { Inspector } from '../../../../shared/register/inspector.ts';
import { Tag } from '../../kit/components/tag.tsx';

/** Days before its end in which a certificate is shown as ending. */
const SOON = 60;

export type CertificateState = 'valid' | 'ending' | 'expired';

export function certificateState(
  { certificateValidTo }: Pick<Inspector, 'certificateValidTo'>,
  today: LocalDate,
): CertificateState {
  if (certificateValidTo < today) return 'expired';
  return certificateValidTo <= addDays(today, SOON) ? 'ending' : 'valid';
}

/** The last day of a certificate, with a word when it has passed or comes near. */
export function CertificateDay(props: { inspector: Inspector; today: LocalDate; lang: Lang }): VNode {
  const state = certificateState(props.inspector, props.today);
  return (
    <>
      {props.inspector.certificateValidTo}{' '}
      {state === 'valid' ? null : (
        <Tag tone={state === 'expired' ? 'overdue' : 'waiting'}>
          {text(props.lang, `registers.certificate.${state}`)}
        </Tag>
      )}
    </>
  );
}
