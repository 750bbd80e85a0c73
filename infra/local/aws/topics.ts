import { randomUUID } from 'node:crypto';
import { readBody } from '../http/server.ts';
import { escapeXml, writeXml } from '../s3/xml.ts';
import type { PathService } from './endpoint.ts';

export interface PublishedMessage {
  readonly time: string;
  readonly topic: string;
  readonly subject: string | undefined;
  readonly message: string;
}

export interface LocalTopics {
  readonly byPath: PathService;
  publish(topic: string, message: string, subject?: string): void;
  list(): readonly PublishedMessage[];
}

const KEPT = 500;

/** Publish of SNS (query protocol), into a list that the local console shows; nobody is told. */
export function openTopics(now: () => string): LocalTopics {
  const published: PublishedMessage[] = [];
  const publish = (topic: string, message: string, subject?: string) => {
    published.push({ time: now(), topic, subject, message });
    if (published.length > KEPT) published.shift();
  };
  return {
    publish,
    list: () => [...published],
    byPath: async (request, response, url) => {
      const type = request.headers['content-type'] ?? '';
      if (
        request.method !== 'POST' ||
        url.pathname !== '/' ||
        !type.startsWith('application/x-www-form-urlencoded')
      ) {
        return false;
      }
      const form = new URLSearchParams((await readBody(request, 1024 * 1024)).toString('utf8'));
      const action = form.get('Action') ?? '';
      if (action !== 'Publish') {
        writeXml(
          response,
          501,
          `<ErrorResponse><Error><Code>NotImplemented</Code><Message>${escapeXml(action)} cannot be run locally</Message></Error></ErrorResponse>`,
        );
        return true;
      }
      publish(form.get('TopicArn') ?? '', form.get('Message') ?? '', form.get('Subject') ?? undefined);
      writeXml(
        response,
        200,
        `<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult><MessageId>${randomUUID()}</MessageId></PublishResult></PublishResponse>`,
      );
      return true;
    },
  };
}
